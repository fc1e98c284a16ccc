import { errors, type Locator, type Page } from 'playwright-core';
import { until } from '../../../runtime/until';

/** Seconds after which a step that should take one is tried again. */
const A_TRY = 8;

/** Whether a step was done in time. */
async function done(step: Promise<void>): Promise<boolean> {
	return await step.then(
		() => true,
		(error) => {
			if (error instanceof errors.TimeoutError) return false;
			throw error;
		},
	);
}

/**
 * The panel at the right, from which nodes are added. It slides in and out: a click meanwhile counts as one beside it and closes
 * it, what is typed into a view that gives way to another one is forgotten, and a panel that opened before the canvas was there
 * offers what comes next instead of what starts a workflow. So each step is tried again until what was wanted is there.
 */
export class NodesPanel {
	private readonly box: Locator;

	constructor(private readonly page: Page) {
		this.box = page.getByTestId('node-creator-search-bar');
	}

	/** Types into the search; the panel is opened first. */
	async search(text: string): Promise<void> {
		await until('the panel of nodes takes a text', 90, async () => {
			const timeout = A_TRY * 1000;
			const open = this.page.getByTestId('node-creator-plus-button');
			if (!(await this.box.isVisible()) && !(await done(open.click({ timeout })))) return undefined;
			return (await done(this.box.fill(text, { timeout }))) || undefined;
		});
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
		await until(`the panel of nodes offers ${title}`, 90, async () => {
			await this.search(search);
			const timeout = A_TRY * 1000;
			if (await done(this.entry(title).click({ timeout }))) return true;
			await this.page.keyboard.press('Escape');
			await done(this.box.waitFor({ state: 'hidden', timeout }));
			return undefined;
		});
		if (action) await this.entry(action).click();
	}
}
