import type { Locator, Page } from 'playwright-core';

/** The page Settings → Community nodes. */
export class CommunityNodes {
	constructor(private readonly page: Page) {}

	/** Goes there from anywhere in the editor. */
	async open(): Promise<void> {
		await this.page.goto(new URL('/settings/community-nodes', this.page.url()).href);
	}

	/** Installs a package by its name and waits until it stands in the list. */
	async install(name: string): Promise<void> {
		await this.page.getByRole('button', { name: 'Install a community node' }).click();
		await this.page.getByTestId('package-name-input').fill(name);
		await this.page.getByText('I understand the risks').click();
		await this.page.getByTestId('install-community-package-button').click();
		await this.card(name).waitFor({ timeout: 90_000 });
		// The dialog fades away above the list.
		await this.page.locator('.el-overlay').filter({ visible: true }).first().waitFor({ state: 'hidden' });
	}

	/** A package that is installed. */
	card(name: string): Locator {
		return this.page.getByTestId('community-package-card').filter({ hasText: name });
	}
}
