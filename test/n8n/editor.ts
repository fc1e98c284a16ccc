import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page, Response } from 'playwright-core';
import { projectFolder } from '../../runtime/package';
import type { TestStage } from './stage';

/** Area of a screenshot, in pixels of the 1440 × 900 page. */
type Clip = { x: number; y: number; width: number; height: number };

/**
 * n8n's editor in a browser tab, in the words of someone who uses it. Parameters go by their paths, like
 * `additionalFields.lines.values[0].subTotal`; what stands in menus goes by its label.
 */
export class Editor {
	/** What the console and failing pages complained of, since the start. */
	readonly complaints: string[] = [];

	private constructor(
		readonly page: Page,
		private readonly n8nUrl: string,
	) {
		page.setDefaultTimeout(30_000);
		page.on('pageerror', (error) => this.complaints.push(error.message));
		page.on('console', (message) => {
			const { url } = message.location();
			// The editor looks up the newest version of the package elsewhere, and is not let out; some of n8n's own nodes lack a schema.
			const isOthers = url !== '' && !url.startsWith(this.n8nUrl);
			if (message.type() !== 'error' || isOthers || url.includes('/schemas/n8n-nodes-base.')) return;
			this.complaints.push(`${message.text()} ${url}`);
		});
	}

	/** A new tab, logged in as the stage's owner. */
	static async open(browser: Browser, stage: Pick<TestStage, 'url' | 'cookie'>): Promise<Editor> {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 900 },
			deviceScaleFactor: 1,
			reducedMotion: 'reduce',
		});
		const cookies = stage.cookie.split('; ').map((pair) => {
			const [name, ...value] = pair.split('=');
			return { name, value: value.join('='), url: stage.url };
		});
		await context.addCookies(cookies);
		return new Editor(await context.newPage(), stage.url);
	}

	/** A part of the page by n8n's own mark of it. */
	part(mark: string | RegExp): Locator {
		return this.page.getByTestId(mark);
	}

	async newWorkflow(): Promise<void> {
		await this.page.goto(`${this.n8nUrl}/workflow/new`);
		// The editor gives the workflow its id, then starts over with a canvas that stays.
		await this.page.waitForURL(/\/workflow\/\w+\?new=true/);
		await this.part('canvas-add-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.n8nUrl}/workflow/${id}`);
		await this.part('canvas-node').first().waitFor();
	}

	/** Imports a workflow file into an empty canvas. */
	async importFile(file: string): Promise<void> {
		await this.part('workflow-import-input').setInputFiles(file);
		await this.part('canvas-node').first().waitFor();
		await this.part('zoom-to-fit').click();
	}

	/** Types into the search of the nodes panel, which is opened first. */
	async search(text: string): Promise<void> {
		const box = this.part('node-creator-search-bar');
		if (!(await box.isVisible())) await this.part('node-creator-plus-button').click();
		await box.fill(text);
	}

	/** An entry of the nodes panel: a node, or an action of a node. */
	entry(title: string): Locator {
		return this.part('node-creator-item-name').filter({ hasText: new RegExp(`^${title}$`) });
	}

	/** Adds a node: search, click, and an action when the node has a list of them. Its details open, a trigger's maybe not. */
	async add(search: string, title: string, action?: string): Promise<void> {
		const before = await this.part('canvas-node').count();
		await this.search(search);
		await this.entry(title).first().click();
		if (action) await this.entry(action).click();
		await this.part('canvas-node').nth(before).waitFor();
	}

	/** Starts a new workflow with a Manual Trigger and one node behind it, whose details are open then. */
	async start(search: string, title: string, action?: string): Promise<void> {
		await this.newWorkflow();
		await this.add('manual', 'Trigger manually');
		await this.add(search, title, action);
		await this.details.waitFor();
	}

	/** The details of the open node. */
	get details(): Locator {
		return this.part('ndv');
	}

	async openNode(name: string): Promise<void> {
		await this.part('canvas-node').filter({ hasText: name }).first().dblclick();
		await this.details.waitFor();
	}

	async closeNode(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.details.waitFor({ state: 'hidden' });
	}

	/** The widget of a parameter of the open node. */
	field(path: string): Locator {
		return this.page.locator(`[data-parameter-path="parameters.${path}"]`);
	}

	/** Types into a text, number, date or JSON field. */
	async fill(path: string, value: string): Promise<void> {
		await type(this.field(path), value);
	}

	/** Fills several fields, by path. */
	async fillAll(values: Record<string, string>): Promise<void> {
		for (const [path, value] of Object.entries(values)) await this.fill(path, value);
	}

	/** Turns a field to "Expression", types one like `{{ $json.dueDate }}`, and waits until its value is `shown` below. */
	async fillExpression(path: string, expression: string, shown: string): Promise<void> {
		const row = this.part('parameter-item')
			.filter({ has: this.field(path) })
			.last();
		await row.hover();
		await row.getByTestId('radio-button-expression').click();
		await type(this.field(path), expression);
		await row.getByTestId('parameter-input-hint').getByText(shown).waitFor();
	}

	/** Chooses from a drop-down list. */
	async choose(path: string, label: string): Promise<void> {
		await this.field(path).click();
		await this.option(label).click();
		await this.options.first().waitFor({ state: 'hidden' });
	}

	/** Labels of a drop-down list. */
	async choices(path: string): Promise<string[]> {
		await this.field(path).click();
		await this.options.first().waitFor();
		const texts = await this.options.allInnerTexts();
		await this.field(path).click();
		await this.options.first().waitFor({ state: 'hidden' });
		return texts.map((text) => text.trim().split('\n')[0]);
	}

	/** Adds a field to a collection, or an entry to a list, by the collection's parameter name. */
	async addTo(name: string, label: string): Promise<void> {
		const title = this.page.locator(`label[for="${name}"]`);
		const collection = this.part('parameter-item').filter({ has: title }).last();
		await collection.getByPlaceholder(/^Add /).last().click();
		await this.option(label).click();
		await this.options.first().waitFor({ state: 'hidden' });
	}

	private get options(): Locator {
		return this.page.getByRole('option').filter({ visible: true });
	}

	private option(label: string): Locator {
		return this.options.filter({ has: this.page.getByText(label, { exact: true }) });
	}

	/** Presses "Execute step" and waits for the end. What the output pane shows: JSON when it succeeded. */
	async executeStep(): Promise<string> {
		const panel = this.part('output-panel');
		await this.press(this.part('node-execute-button').first());
		await panel.getByTestId(/^node-run-status-/).waitFor();
		await this.part('node-execute-button').getByText('Execute step').first().waitFor();
		const json = panel.getByTestId('radio-button-json');
		const failure = panel.getByTestId('node-error-message');
		await json.or(failure).filter({ visible: true }).first().waitFor();
		if (await json.isVisible()) {
			await json.click();
			await panel.locator('.json-data .vjs-tree-node').first().waitFor();
		}
		return await panel.innerText();
	}

	/** Presses "Execute workflow" on the canvas and waits until all `count` nodes have their green mark. */
	async executeWorkflow(count: number): Promise<void> {
		await this.press(this.part('execute-workflow-button'));
		await this.part('canvas-node-status-success')
			.nth(count - 1)
			.waitFor();
	}

	/** Presses a button that runs something, and waits until n8n has accepted it. */
	private async press(button: Locator): Promise<void> {
		const isRun = (answer: Response) => /\/rest\/workflows\/[^/]+\/run\b/.test(answer.url());
		await Promise.all([this.page.waitForResponse(isRun), button.click()]);
	}

	/** Gives the open node a credential that exists. */
	async chooseCredential(name: string): Promise<void> {
		const select = this.part('node-credentials-select');
		await select.click();
		await this.options.filter({ hasText: name }).first().click();
		await this.options.first().waitFor({ state: 'hidden' });
	}

	/** Opens the form of a new credential from the open node. */
	async newCredential(): Promise<CredentialForm> {
		await this.part('node-credentials-select').click();
		await this.page.getByText('Create new credential').click();
		return await this.credentialForm();
	}

	/** Opens the credential that the open node has chosen; n8n tests it then. */
	async openCredential(): Promise<CredentialForm> {
		await this.part('credential-edit-button').click();
		return await this.credentialForm();
	}

	private async credentialForm(): Promise<CredentialForm> {
		const form = new CredentialForm(this.page);
		await form.form.waitFor();
		return form;
	}

	/** Writes `docs/screenshots/<name>.png`, but only when UPDATE_SCREENSHOTS is 1. */
	async screenshot(name: string, clip?: Clip): Promise<void> {
		if (process.env.UPDATE_SCREENSHOTS !== '1') return;
		const folder = join(projectFolder, 'docs', 'screenshots');
		mkdirSync(folder, { recursive: true });
		await this.page.screenshot({
			path: join(folder, `${name}.png`),
			clip,
			animations: 'disabled',
			caret: 'hide',
			// Messages that come and go would make each shot another one.
			style: '.el-notification { display: none !important }',
		});
	}
}

/** The form of a credential. Fields go by parameter name. */
export class CredentialForm {
	readonly form: Locator;

	constructor(private readonly page: Page) {
		this.form = page.getByTestId('editCredential-modal');
	}

	async fill(name: string, value: string): Promise<void> {
		await type(this.form.getByTestId(`parameter-input-${name}`), value);
	}

	async choose(name: string, label: string): Promise<void> {
		await this.form.getByTestId(`parameter-input-${name}`).click();
		await this.page.getByRole('option').filter({ visible: true, hasText: label }).click();
	}

	async save(): Promise<void> {
		await this.form.getByTestId('credential-save-button').click();
	}

	/** Unfolds the red banner after a failed test. */
	async unfoldReason(): Promise<void> {
		await this.form.getByText('More details').click();
	}

	/** Deletes the credential, and says yes to the question whether. */
	async remove(): Promise<void> {
		await this.form.getByTestId('credential-delete-button').click();
		await this.page.getByRole('button', { name: 'Yes, delete' }).click();
		await this.form.waitFor({ state: 'hidden' });
	}
}

/** Types into whatever kind of box the widget has, and leaves it, as n8n takes the value then. */
async function type(widget: Locator, value: string): Promise<void> {
	const box = widget.locator('input, textarea, .cm-content').first();
	await box.fill(value);
	await box.blur();
}
