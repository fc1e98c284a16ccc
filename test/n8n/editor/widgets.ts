import type { Locator, Page } from 'playwright-core';
import { until } from '../../../runtime/until';

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
			const first = this.options.first();
			return await first.waitFor({ timeout: 3000 }).then(
				() => true,
				() => undefined,
			);
		});
	}

	/** Opens the list by its widget and takes the option of this label. */
	async choose(widget: Locator, label: string): Promise<void> {
		await this.open(widget);
		await this.options
			.filter({ has: this.page.getByText(label, { exact: true }) })
			.first()
			.click();
		await this.closed();
	}

	async closed(): Promise<void> {
		await this.options.first().waitFor({ state: 'hidden' });
	}
}
