import type { Locator, Page, Response } from 'playwright-core';

/** Presses a button that runs something, and waits until n8n has accepted it. */
export async function pressRun(page: Page, button: Locator): Promise<void> {
	const isRun = (answer: Response) => /\/rest\/workflows\/[^/]+\/run\b/.test(answer.url());
	await Promise.all([page.waitForResponse(isRun), button.click()]);
}
