import type { Locator, Page } from 'playwright-core';
import { until } from '../../../runtime/until';
import { A_TRY, done } from './patience';

const timeout = A_TRY;

/**
 * The panel at the right, from which nodes are added. n8n closes it whenever another node is selected, which it does itself a moment
 * after one was added; what is typed into a view that gives way to another one is forgotten; and a panel that opened before the canvas
 * was there offers what comes next instead of what starts a workflow. So all is tried again, from its opening on, until it is there.
 */
export class NodesPanel {
	private readonly box: Locator;
	private readonly plus: Locator;

	constructor(private readonly page: Page) {
		this.box = page.getByTestId('node-creator-search-bar');
		this.plus = page.getByTestId('node-creator-plus-button');
	}

	private entry(title: string): Locator {
		return this.page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: new RegExp(`^${title}$`) })
			.first();
	}

	/** Types into the search; the panel is opened first, by `opener`. */
	private async search(text: string, opener: Locator): Promise<boolean> {
		if (!(await this.box.isVisible()) && !(await done(opener.click({ timeout })))) return false;
		return await done(this.box.fill(text, { timeout }));
	}

	/** Searches, and does the steps one after the other; all over again when one of them is not done in time. */
	private async tried(text: string, opener: Locator, steps: Array<() => Promise<unknown>>): Promise<void> {
		await until(`the panel of nodes has what "${text}" should find`, 90, async () => {
			let isDone = await this.search(text, opener);
			for (const step of steps) isDone &&= await done(step());
			if (isDone) return true;
			await this.page.keyboard.press('Escape');
			await done(this.box.waitFor({ state: 'hidden', timeout }));
			return undefined;
		});
	}

	/** Searches, and waits until an entry of each title is offered and each text can be read. */
	async offers(text: string, titles: string[], texts: string[], opener = this.plus): Promise<void> {
		const shown = [
			...titles.map((title) => this.entry(title)),
			...texts.map((one) => this.page.getByText(one).first()),
		];
		const steps = shown.map((one) => async () => await one.waitFor({ timeout }));
		await this.tried(text, opener, steps);
	}

	/** Searches and clicks one thing after the other: a node, a folded list by its text such as `Triggers (1)`, an action. */
	async take(text: string, titles: string[], opener = this.plus): Promise<void> {
		const steps = titles.map((title) => async () => {
			const folded = / \(\d+\)$/.test(title);
			await (folded ? this.page.getByText(title) : this.entry(title)).click({ timeout });
		});
		await this.tried(text, opener, steps);
	}
}
