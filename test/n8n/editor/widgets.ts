import type { Locator, Page } from 'playwright-core';
import { until } from '../../../runtime/until';
import { A_TRY, done } from './patience';

/** Types into whatever kind of box the widget has, and leaves it, as n8n takes the value then. */
export async function type(widget: Locator, value: string): Promise<void> {
	const box = widget.locator('input, textarea, .cm-content').first();
	await box.fill(value);
	await box.blur();
}

/** The list that drops down from a widget. n8n keeps lists that are closed in the page. */
export class DropDown {
	constructor(private readonly page: Page) {}

	get options(): Locator {
		return this.page.getByRole('option').filter({ visible: true });
	}

	/** Opens the list by its widget. Details that are still being drawn swallow a click. */
	async open(widget: Locator): Promise<void> {
		await until('a list drops down', 30, async () => {
			await widget.click();
			return (await done(this.options.first().waitFor({ timeout: 3000 }))) || undefined;
		});
	}

	/** Opens the list by its widget and takes the option of this label. A list closes when the details are drawn anew meanwhile. */
	async choose(widget: Locator, label: string): Promise<void> {
		const option = this.options.filter({ has: this.page.getByText(label, { exact: true }) }).first();
		await until(`${label} is chosen from a list`, 60, async () => {
			await this.open(widget);
			return (await done(option.click({ timeout: A_TRY }))) || undefined;
		});
		await this.closed();
	}

	async closed(): Promise<void> {
		await this.options.first().waitFor({ state: 'hidden' });
	}
}
