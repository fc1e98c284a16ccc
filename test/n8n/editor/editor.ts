import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { projectFolder } from '../../../runtime/package';
import { listening } from '../../../runtime/publication';
import { until } from '../../../runtime/until';
import type { TestStage } from '../stage';
import { openBrowser } from './browser';
import { Canvas } from './canvas';
import { NodeDetails } from './nodeDetails';
import { NodesPanel } from './nodesPanel';
import { A_TRY, done } from './patience';

/** Area of a screenshot, in pixels of the 1440 × 900 page. */
type Clip = { x: number; y: number; width: number; height: number };

/** The n8n that is opened, and a login to it. */
export type Place = Pick<TestStage, 'url' | 'api' | 'cookie' | 'logFile'>;

/** n8n's editor in a browser tab, in the words of someone who uses it. */
export class Editor {
	/** What the console and failing pages complained of. */
	readonly complaints: string[] = [];
	readonly panel: NodesPanel;
	readonly canvas: Canvas;
	/** Of the open node. */
	readonly details: NodeDetails;

	private constructor(
		readonly page: Page,
		private readonly browser: BrowserContext,
		private readonly place: Place,
	) {
		this.panel = new NodesPanel(page);
		this.canvas = new Canvas(page);
		this.details = new NodeDetails(page);
		page.on('pageerror', (error) => this.complaints.push(error.message));
		page.on('console', (message) => {
			const text = message.text();
			const { url } = message.location();
			// The editor looks up the newest version of the package elsewhere, and is not let out; some of n8n's own nodes lack a schema.
			const isOthers = url !== '' && !url.startsWith(place.url);
			if (message.type() !== 'error' || isOthers || url.includes('/schemas/n8n-nodes-base.')) return;
			// Its words for any address that it could not reach. Where that was n8n, the browser says so itself.
			if (text.includes("Can't connect to n8n.")) return;
			this.complaints.push(`${text} ${url}`);
		});
	}

	/** Opens a browser, logged in. */
	static async open(place: Place): Promise<Editor> {
		const { url, cookie, logFile } = place;
		const browser = await openBrowser(join(dirname(logFile), 'chromium'));
		// Two of them are less than Jest allows a test: so a failure tells what was waited for.
		browser.setDefaultTimeout(60_000);
		const cookies = cookie.split('; ').map((pair) => {
			const [name, ...value] = pair.split('=');
			return { name, value: value.join('='), url };
		});
		await browser.addCookies(cookies);
		return new Editor(browser.pages()[0] ?? (await browser.newPage()), browser, place);
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** An empty one. Made beforehand: the editor would begin with a canvas that is soon replaced by another one. */
	async newWorkflow(): Promise<void> {
		const { id } = await this.place.api.createWorkflow({ name: 'My workflow', nodes: [], connections: {} });
		await this.page.goto(`${this.place.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-add-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.place.url}/workflow/${id}`);
		await this.canvas.nodes.first().waitFor();
	}

	/** Adds a node from the panel, by what is clicked one after the other. Its details open, a trigger's maybe not. */
	async add(search: string, ...titles: string[]): Promise<void> {
		const before = await this.canvas.nodes.count();
		await this.panel.take(search, titles);
		await this.canvas.nodes.nth(before).waitFor();
		// n8n selects it a moment later, and closes the panel then.
		await this.page.locator('.vue-flow__node.selected').first().waitFor();
	}

	/** Starts a new workflow with a Manual Trigger and one node behind it, whose details are open then. */
	async start(search: string, ...titles: string[]): Promise<void> {
		await this.newWorkflow();
		await this.add('manual', 'Trigger manually');
		await this.add(search, ...titles);
		await this.details.opened();
	}

	/** Opens a node. The canvas may move between two clicks, as n8n brings the whole workflow into view. */
	async openNode(name: string): Promise<void> {
		const { whole } = this.details;
		await until(`the details of ${name} open`, 90, async () => {
			if (await whole.isVisible()) return true;
			await done(this.canvas.node(name).dblclick({ timeout: A_TRY }));
			return (await done(whole.waitFor({ timeout: A_TRY }))) || undefined;
		});
	}

	/** Publishes the workflow that is open and waits until it listens. Its id. */
	async publish(): Promise<string> {
		const publish = this.page.getByTestId('workflow-publish-button');
		await until('the workflow is published', 60, async () => {
			await done(this.page.getByTestId('workflow-open-publish-modal-button').click({ timeout: A_TRY }));
			return (await done(publish.click({ timeout: A_TRY }))) || undefined;
		});
		const [, id] = /\/workflow\/([^/?]+)/.exec(this.page.url())!;
		await listening(this.place.api.rest, id);
		return id;
	}

	/** The workflow on the canvas, without the buttons that float above it. */
	async screenshotCanvas(
		name: string,
		clip: Clip = { x: 60, y: 100, width: 1330, height: 730 },
	): Promise<void> {
		const buttons = ['canvas-controls', 'execute-workflow-button'].map((mark) => `[data-test-id^="${mark}"]`);
		await this.screenshot(name, clip, [...buttons, '[class*="executionButtons"]']);
	}

	/** Writes `docs/screenshots/<name>.png`, but only when UPDATE_SCREENSHOTS is 1. */
	async screenshot(name: string, clip?: Clip, hidden: string[] = []): Promise<void> {
		if (process.env.UPDATE_SCREENSHOTS !== '1') return;
		const folder = join(projectFolder, 'docs', 'screenshots');
		mkdirSync(folder, { recursive: true });
		await this.page.screenshot({
			path: join(folder, `${name}.png`),
			clip,
			animations: 'disabled',
			caret: 'hide',
			// Messages that come and go would make each shot another one.
			style: `${['.el-notification', ...hidden].join()} { visibility: hidden !important }`,
		});
	}
}
