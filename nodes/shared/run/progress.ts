import type { IExecuteFunctions } from 'n8n-workflow';

const EVERY_MS = 60_000;

/** Tells in n8n's log how far a run is, once a minute: a run of less than a minute is not mentioned. */
export class Progress {
	private done = 0;
	private failed = 0;
	private readonly began: number;
	private next: number;

	/** `count`: items of the run. */
	constructor(
		private readonly context: Pick<
			IExecuteFunctions,
			'logger' | 'getNode' | 'getWorkflow' | 'getExecutionId'
		>,
		private readonly count: number,
		private readonly now: () => number = Date.now,
	) {
		this.began = now();
		this.next = this.began + EVERY_MS;
	}

	/** One more item has ended. */
	ended(well: boolean): void {
		this.done++;
		if (!well) this.failed++;
		const now = this.now();
		if (now < this.next && !(this.done === this.count && now - this.began >= EVERY_MS)) return;
		this.next = now + EVERY_MS;
		const { context, done, failed, count } = this;
		const minutes = Math.floor((now - this.began) / 60_000);
		const failures = failed ? `, ${failed} of them failed` : '';
		context.logger.info(
			`${context.getNode().name}: ${done} of ${count} items after ${minutes} min${failures}`,
			{ workflowId: context.getWorkflow().id, executionId: context.getExecutionId() },
		);
	}
}
