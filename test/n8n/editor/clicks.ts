import type { Page } from 'playwright-core';

/**
 * Counts what a hand does on a page, and on those that it opens: clicks of the mouse, and boxes that are typed into, as a user
 * clicks into each of them first.
 */
export async function countClicks(page: Page): Promise<() => number> {
	let count = 0;
	const context = page.context();
	await context.exposeBinding('countClick', () => void count++);
	const listen = () => {
		const { countClick } = window as unknown as { countClick: () => void };
		let clicked: EventTarget | null = null;
		document.addEventListener(
			'click',
			({ isTrusted, target }) => {
				clicked = target;
				if (isTrusted) countClick();
			},
			true,
		);
		document.addEventListener(
			'input',
			({ target }) => {
				if (target !== clicked) countClick();
				clicked = target;
			},
			true,
		);
	};
	await context.addInitScript(listen);
	return () => count;
}
