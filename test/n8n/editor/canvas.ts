import type { Locator, Page, Response } from 'playwright-core';
import { pressRun } from './run';

/** The workflow as it lies before the user. */
export class Canvas {
	constructor(private readonly page: Page) {}

	private part(mark: string): Locator {
		return this.page.getByTestId(mark);
	}

	get nodes(): Locator {
		return this.part('canvas-node');
	}

	node(name: string): Locator {
		return this.nodes.filter({ has: this.page.getByText(name, { exact: true }) }).first();
	}

	/** Waits until as many nodes have a red mark: something is missing in them. */
	async issues(count: number): Promise<void> {
		const marks = this.part('node-issues');
		if (count) await marks.nth(count - 1).waitFor();
		await marks.nth(count).waitFor({ state: 'hidden' });
	}

	/** How much room each note has below its text, in units of the canvas; less than nothing when the text is cut off. */
	async roomInNotes(): Promise<number[]> {
		return await this.part('sticky').evaluateAll((notes) =>
			notes.map((note) => {
				const box = note.getBoundingClientRect();
				const texts = Array.from(note.querySelectorAll('h2, h3, p, li'));
				const ends = texts.map((text) => text.getBoundingClientRect().bottom);
				const zoom = box.height / (note as HTMLElement).offsetHeight;
				return (box.bottom - Math.max(...ends)) / zoom;
			}),
		);
	}

	/** Imports a workflow file into an empty canvas. */
	async importFile(file: string): Promise<void> {
		await this.part('workflow-import-input').setInputFiles(file);
		await this.nodes.first().waitFor();
		await this.fit();
	}

	/** Brings the whole workflow into view, with nothing selected. */
	async fit(): Promise<void> {
		await this.part('zoom-to-fit').click();
		await this.page.locator('.vue-flow__pane').click({ position: { x: 20, y: 60 } });
	}

	/** Presses "Execute workflow", of a trigger when it is named. One that is called listens then. */
	async begin(trigger?: string): Promise<void> {
		if (trigger) await this.node(trigger).hover();
		await pressRun(this.page, this.part(`execute-workflow-button${trigger ? `-${trigger}` : ''}`));
	}

	/**
	 * Presses the same, and waits until `count` nodes have their green mark and the editor has read the execution that has ended: one
	 * that is begun before that gets no marks.
	 */
	async execute(count: number, trigger?: string): Promise<void> {
		const isExecution = (answer: Response) => /\/rest\/executions\/\d+(\?|$)/.test(answer.url());
		const read = this.page.waitForResponse(isExecution).then(async (answer) => await answer.finished());
		await Promise.all([read, this.begin(trigger).then(async () => await this.succeeded(count))]);
	}

	async succeeded(count: number): Promise<void> {
		await this.part('canvas-node-status-success')
			.nth(count - 1)
			.waitFor();
	}

	/** Waits until this node has its green mark. */
	async reached(name: string): Promise<void> {
		await this.node(name).getByTestId('canvas-node-status-success').waitFor();
	}
}
