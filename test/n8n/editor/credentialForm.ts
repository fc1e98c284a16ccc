import type { Locator, Page } from 'playwright-core';
import { until } from '../../../runtime/until';
import { A_TRY, done } from './patience';
import { chosenOf, DropDown, type } from './widgets';

/** The form of a credential. Fields go by parameter name. */
export class CredentialForm {
	readonly form: Locator;

	constructor(private readonly page: Page) {
		this.form = page.getByTestId('editCredential-modal');
	}

	private field(name: string): Locator {
		return this.form.getByTestId(`parameter-input-${name}`);
	}

	/** Waits until the credential has this name. */
	async named(name: string): Promise<void> {
		await this.form.getByText(name, { exact: true }).filter({ visible: true }).waitFor();
	}

	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) await type(this.field(name), value);
	}

	async choose(name: string, label: string): Promise<void> {
		await new DropDown(this.page).choose(this.field(name), label);
	}

	/** What a drop-down list has chosen. */
	async chosen(name: string): Promise<string> {
		return await chosenOf(this.field(name));
	}

	/** Presses "Save". n8n swallows it while it still tests what was saved before. */
	private async save(): Promise<void> {
		await done(this.form.getByTestId('credential-save-button').click({ timeout: A_TRY }));
	}

	/** Saves the credential, which n8n tests then, and waits until its reason to refuse it can be read. */
	async saveRefused(reason: string): Promise<void> {
		const told = this.form.getByText(reason);
		const unfold = this.form.getByText('More details');
		await until(`"${reason}" is told`, 60, async () => {
			await this.save();
			if (await done(told.waitFor({ timeout: 3000 }))) return true;
			if (await unfold.isVisible()) await done(unfold.click({ timeout: A_TRY }));
			return (await done(told.waitFor({ timeout: A_TRY }))) || undefined;
		});
	}

	/**
	 * Saves a credential that passes its test: the form closes. Then the node gets it, but only after n8n has asked for the list
	 * of credentials once more; a node whose details are closed before that stays without.
	 */
	async saveGood(): Promise<void> {
		const name = (await this.form.getByTestId('credential-name').innerText()).trim();
		await until(`${name} is saved`, 60, async () => {
			if (!(await this.form.isVisible())) return true;
			await this.save();
			return (await done(this.form.waitFor({ state: 'hidden', timeout: A_TRY }))) || undefined;
		});
		await this.page.waitForFunction((saved) => {
			const chosen = document.querySelectorAll<HTMLInputElement>(
				'[data-test-id=node-credentials-select] input',
			);
			return Array.from(chosen).some(({ value }) => value === saved);
		}, name);
	}

	/** Deletes the credential, and says yes to the question whether. */
	async remove(): Promise<void> {
		const timeout = A_TRY;
		const yes = this.page.getByRole('button', { name: 'Yes, delete' });
		await until('the credential is deleted', 60, async () => {
			if (!(await this.form.isVisible())) return true;
			if (!(await yes.isVisible()))
				await done(this.form.getByTestId('credential-delete-button').click({ timeout }));
			await done(yes.click({ timeout }));
			return (await done(this.form.waitFor({ state: 'hidden', timeout }))) || undefined;
		});
	}
}
