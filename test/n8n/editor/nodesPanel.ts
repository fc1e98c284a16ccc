import { errors, type Locator, type Page } from 'playwright-core';

/** The panel at the right, from which nodes are added. */
export class NodesPanel {
	constructor(private readonly page: Page) {}

	/** Types into the search; the panel is opened first. */
	async search(text: string): Promise<void> {
		const box = this.page.getByTestId('node-creator-search-bar');
		if (!(await box.isVisible())) await this.page.getByTestId('node-creator-plus-button').click();
		await box.fill(text);
	}

	/** An entry: a node, or an action of a node. */
	entry(title: string): Locator {
		return this.page
			.getByTestId('node-creator-item-name')
			.filter({ hasText: new RegExp(`^${title}$`) })
			.first();
	}

	/** Searches for a node and takes it, and an action when the node has a list of them. */
	async take(search: string, title: string, action?: string): Promise<void> {
		await this.choose(search, title);
		if (action) await this.entry(action).click();
	}

	/**
	 * On a busy machine a click comes while the panel still slides in, counts as one beside it, and closes it; or the panel
	 * opened before the canvas was there, and offers what comes next instead of what starts a workflow. Then it is opened anew.
	 */
	private async choose(search: string, title: string, tries = 3): Promise<void> {
		await this.search(search);
		try {
			await this.entry(title).click({ timeout: tries > 1 ? 10_000 : undefined });
		} catch (error) {
			if (tries === 1 || !(error instanceof errors.TimeoutError)) throw error;
			await this.page.keyboard.press('Escape');
			await this.choose(search, title, tries - 1);
		}
	}
}
