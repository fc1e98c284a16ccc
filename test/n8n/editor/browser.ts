import { existsSync } from 'node:fs';
import { type BrowserContext, chromium, selectors } from 'playwright-core';

const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Nothing but this machine can be reached. (Routes of playwright would do, but switch the cache off.)
	'--no-proxy-server',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** n8n asks nobody whether things may slide and fade: what slides is clicked beside where it will be. */
const STILL = `*, *::before, *::after { transition: none !important; animation: none !important }
[class*='slide-enter-from'], [class*='slide-leave-to'], [class*='panel-slide-'] { transform: none !important }`;

/**
 * The machine's Chromium without a window: `CHROMIUM_PATH`, else where systems install it. Throws with what to install
 * when there is none.
 *
 * @param profile folder of its cache, so that one file after the other need not load the whole editor anew
 */
export async function openBrowser(profile: string): Promise<BrowserContext> {
	const named = process.env.CHROMIUM_PATH;
	const executablePath = named ? [named].find(existsSync) : places.find(existsSync);
	if (!executablePath) {
		throw new Error(
			`The tests of n8n's editor need Chromium, and there is none at ${named ?? places.join(', ')}. ` +
				'Install it (Debian, Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to Chromium or Chrome.',
		);
	}
	// n8n marks the parts of its editor with this attribute.
	selectors.setTestIdAttribute('data-test-id');
	const context = await chromium.launchPersistentContext(profile, {
		...{ executablePath, args, timeout: 90_000 },
		viewport: { width: 1440, height: 900 },
		deviceScaleFactor: 1,
		reducedMotion: 'reduce',
	});
	await context.addInitScript((css) => {
		document.addEventListener('DOMContentLoaded', () => {
			const style = Object.assign(document.createElement('style'), { textContent: css });
			document.head.append(style);
		});
	}, STILL);
	return context;
}
