import type { Locator, Page } from 'playwright-core';
import { until } from '../../../runtime/until';
import { CredentialForm } from './credentialForm';
import { A_TRY, done } from './patience';
import { pressRun } from './run';
import { chosenOf, DropDown, type } from './widgets';

/**
 * The details of the open node. Parameters go by their paths, like `lines.values[0].subTotal`; what
 * stands in menus goes by its label.
 */
export class NodeDetails {
	readonly whole: Locator;
	readonly output: Locator;
	private readonly list: DropDown;

	constructor(private readonly page: Page) {
		this.whole = page.getByTestId('ndv');
		this.output = page.getByTestId('output-panel');
		this.list = new DropDown(page);
	}

	private part(mark: string): Locator {
		return this.whole.getByTestId(mark);
	}

	async opened(): Promise<void> {
		await this.whole.waitFor();
	}

	async close(): Promise<void> {
		await this.part('ndv-close-button').click();
		await this.whole.waitFor({ state: 'hidden' });
	}

	/** The widget of a parameter. */
	field(path: string): Locator {
		return this.page.locator(`[data-parameter-path="parameters.${path}"]`);
	}

	/** The widget with all that belongs to it: label, hint, what is wrong with it. */
	row(path: string): Locator {
		return this.part('parameter-item')
			.filter({ has: this.field(path) })
			.last();
	}

	/** Types into a text, number, date or JSON field. */
	async fill(path: string, value: string): Promise<void> {
		await type(this.field(path), value);
	}

	/** Fills several fields, by path below `below`. */
	async fillAll(values: object, below = ''): Promise<void> {
		for (const [path, value] of Object.entries(values)) await this.fill(below + path, String(value));
	}

	/** Turns a field to "Expression", types one like `{{ $json.dueDate }}`, and waits until its value is `shown` below. */
	async fillExpression(path: string, expression: string, shown: string): Promise<void> {
		const row = this.row(path);
		await row.hover();
		await row.getByTestId('radio-button-expression').click();
		await type(this.field(path), expression);
		await row.getByTestId('parameter-input-hint').getByText(shown).waitFor();
	}

	/** Chooses from a drop-down list. */
	async choose(path: string, label: string): Promise<void> {
		await this.list.choose(this.field(path), label);
	}

	/** What a drop-down list has chosen. */
	async chosen(path: string): Promise<string> {
		return await chosenOf(this.field(path));
	}

	/** Labels of a drop-down list. */
	async choices(path: string): Promise<string[]> {
		return await this.list.labels(this.field(path));
	}

	/** Adds a field to a collection, or an entry to a list, by the collection's parameter name. */
	async addTo(name: string, label: string): Promise<void> {
		const title = this.page.locator(`label[for="${name}"]`);
		const collection = this.part('parameter-item').filter({ has: title }).last();
		await this.list.choose(collection.getByPlaceholder(/^Add /).last(), label);
	}

	/** Presses "Execute step" and waits for the end. What the output pane shows: JSON when it succeeded. */
	async execute(): Promise<string> {
		await this.begin();
		return await this.result();
	}

	/** Presses "Execute step" of a node that n8n does not run, and waits until it says why not. */
	async refused(reason: string): Promise<void> {
		const notice = this.page.locator('.el-notification').filter({ hasText: reason }).first();
		await until(`n8n does not run it: ${reason}`, 60, async () => {
			await done(this.part('node-execute-button').first().click({ timeout: A_TRY }));
			return (await done(notice.waitFor({ timeout: A_TRY }))) || undefined;
		});
	}

	/** Presses "Execute step": a trigger that is called listens then. */
	async begin(): Promise<void> {
		await pressRun(this.page, this.part('node-execute-button').first());
	}

	/** The webhook addresses for tests that a trigger shows. */
	async testUrls(): Promise<string[]> {
		const kind = '(webhook|mcp)-test';
		const title = this.whole.getByText(/^\s*(Webhook|MCP) URLs?\s*$/);
		await title.waitFor();
		// Of n8n's own triggers they are unfolded; of others they are folded again whenever the node changes.
		await until('the addresses are unfolded', 60, async () => {
			if (await done(this.shownUrls(kind).first().waitFor({ timeout: 2000 }))) return true;
			await done(title.click({ timeout: A_TRY }));
			return undefined;
		});
		return await this.urls(kind);
	}

	/** The webhook addresses that a trigger shows, of the kind `webhook` or `webhook-test`. */
	async urls(kind: string): Promise<string[]> {
		const shown = this.shownUrls(kind);
		await shown.first().waitFor();
		return (await shown.allInnerTexts()).map((url) => url.trim());
	}

	private shownUrls(kind: string): Locator {
		return this.whole.getByText(new RegExp(`^\\s*http://[^/]+/${kind}/`));
	}

	/** What the output pane shows once the run that was begun has ended. */
	async result(): Promise<string> {
		await this.output.getByTestId(/^node-run-status-/).waitFor();
		await this.part('node-execute-button').getByText('Execute step').first().waitFor();
		const json = this.output.getByTestId('radio-button-json');
		const failure = this.output.getByTestId('node-error-message');
		await json.or(failure).filter({ visible: true }).first().waitFor();
		if (await json.isVisible()) {
			await json.click();
			await this.output.locator('.json-data .vjs-tree-node').first().waitFor();
		}
		return await this.output.innerText();
	}

	/** Gives the node a credential that exists, in its first or last place for one. */
	async chooseCredential(name: string, place: 'first' | 'last' = 'first'): Promise<void> {
		await this.list.choose(this.part('node-credentials-select')[place](), name);
	}

	/** Opens the form of a new credential: where there is none of its type yet, n8n offers a button. */
	async newCredential(): Promise<CredentialForm> {
		const places = this.part('node-credentials-select');
		const first = this.whole.getByRole('button', { name: /^Connect to / });
		await places.or(first).first().waitFor();
		return await this.credentialForm(async () => {
			if (await first.isVisible()) return await first.click({ timeout: A_TRY });
			await this.list.open(places);
			await this.page.getByText('Create new credential').click({ timeout: A_TRY });
		});
	}

	/** Opens the credential that the node has chosen; n8n tests it then. */
	async openCredential(): Promise<CredentialForm> {
		return await this.credentialForm(
			async () => await this.part('credential-edit-button').click({ timeout: A_TRY }),
		);
	}

	private async credentialForm(open: () => Promise<void>): Promise<CredentialForm> {
		const form = new CredentialForm(this.page);
		await until('the form of a credential opens', 90, async () => {
			if (await form.form.isVisible()) return true;
			await done(open());
			return (await done(form.form.waitFor({ timeout: A_TRY }))) || undefined;
		});
		return form;
	}
}
