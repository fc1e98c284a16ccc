import type { Locator, Page } from 'playwright-core';

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
		await this.search(search);
		await this.entry(title).click();
		if (action) await this.entry(action).click();
	}
}
