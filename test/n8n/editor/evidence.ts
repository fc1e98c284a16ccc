import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder } from '../../../runtime/package';

/** n8n's log is long, and most of it is of the tests before. */
const LOG_LINES = 40;

/** Whether the test whose hooks run has failed, by `failureEnvironment.js`. */
export const hasFailed = () => (globalThis as { testFailed?: boolean }).testFailed === true;

/**
 * What the page and n8n showed when a test failed: a picture in `reports/editor/`, and a text for the terminal with the page's
 * address, its words and the end of n8n's log.
 */
export async function evidence(page: Page, logFile: string): Promise<string> {
	const folder = join(projectFolder, 'reports', 'editor');
	await mkdir(folder, { recursive: true });
	const name = expect.getState().currentTestName!.replace(/\W+/g, '-').slice(0, 80);
	const picture = join(folder, `${name}.png`);
	await page.screenshot({ path: picture, timeout: 20_000 }).catch(() => undefined);
	const words = await page.locator('body').innerText({ timeout: 20_000 }).catch(String);
	const log = (await readFile(logFile, 'utf8').catch(String)).split('\n').slice(-LOG_LINES).join('\n');
	const told = `The page: ${page.url()}\n${words}\n\nn8n's log:\n${log}`;
	await writeFile(join(folder, `${name}.txt`), told);
	return `The picture: ${relative(projectFolder, picture)}\n${told}`;
}
