import type { Locator, Page } from 'playwright-core';
import { until } from '../../../runtime/until';
import { A_TRY, done } from './patience';

/** What stands in a box, of a form or of CodeMirror. */
const textOf = async (box: Locator) =>
	await box.evaluate((element) => ('value' in element ? String(element.value) : (element.textContent ?? '')));

/**
 * Types into whatever kind of box the widget has, and leaves it, as n8n takes the value then. A box that is drawn anew meanwhile has
 * its old text again.
 */
export async function type(widget: Locator, value: string): Promise<void> {
	const box = widget.locator('input, textarea, .cm-content').first();
	const before = await textOf(box);
	await until(`"${value}" stays in its box`, 60, async () => {
		await box.fill(value);
		await box.blur();
		const now = await textOf(box);
		return now !== before || value === before || undefined;
	});
}

/** What a drop-down list has chosen. It is empty until its labels are there. */
export async function chosenOf(widget: Locator): Promise<string> {
	const box = widget.locator('input');
	return await until('a list shows its choice', 60, async () => (await box.inputValue()) || undefined);
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

	/** Labels of a list that is opened by its widget, and closed again. */
	async labels(widget: Locator): Promise<string[]> {
		const texts = await until('a list can be read', 60, async () => {
			await this.open(widget);
			const read = await this.options.allInnerTexts();
			return read.length ? read : undefined;
		});
		await until('the list closes', 60, async () => {
			if (!(await this.options.first().isVisible())) return true;
			await widget.click();
			return (await done(this.options.first().waitFor({ state: 'hidden', timeout: 3000 }))) || undefined;
		});
		return texts.map((text) => text.trim().split('\n')[0]);
	}

	private async closed(): Promise<void> {
		await this.options.first().waitFor({ state: 'hidden' });
	}
}
