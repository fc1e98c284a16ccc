import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../shared/clock';
import {
	shot,
	webhookTargets,
	type Delivery,
	type Notice,
	type NoticeEvent,
	type Shot,
	type WebhookTargets,
} from './notice';
import { otherThan, samples } from './noticeSamples';
import { varied } from './variations';

/** Sends BlueTape's notices and keeps a log of what came of them. */
export class Webhooks {
	targets: WebhookTargets = {};
	readonly deliveries: Delivery[] = [];
	private readonly pending = new Set<Promise<unknown>>();
	private count = 0;

	constructor(
		private readonly clock: Clock,
		private readonly stopping: AbortSignal,
	) {}

	/** Sets the receivers; what is not named is forgotten. */
	configure(targets: WebhookTargets): void {
		this.targets = webhookTargets.parse(targets);
	}

	clear(): void {
		this.targets = {};
		this.deliveries.length = 0;
	}

	/** Sends a notice to the configured receiver, if there is one. Returns after the first attempt; see `idle`. */
	async send(event: NoticeEvent, payload: unknown): Promise<Delivery[]> {
		return this.urlOf(event) ? [await this.deliver({ event, payload, mode: 'once' })] : [];
	}

	/** Sends notices as real life, or somebody with bad intentions, might. */
	async fire(options: Shot): Promise<Delivery[]> {
		const { event, mode = 'once', times = 2, secret = 'wrong', payload, headers, vary } = shot.parse(options);
		if (!this.urlOf(event)) throw new Error(`No address is configured for ${event}.`);
		const ordinary = mode === 'garbage' ? '{"invoiceId": "6c8f90e4' : samples[event];
		const notice: Notice = { event, mode, payload: payload ?? ordinary, headers, vary };
		if (mode === 'forged') notice.headers ??= this.forgedHeaders(secret);
		if (mode === 'once') return [await this.deliver(notice)];
		if (mode === 'twins') {
			return await Promise.all(Array.from({ length: times }, async () => await this.attempt(notice)));
		}
		const deliveries: Delivery[] = [];
		for (let left = mode === 'repeat' ? times : 1; left > 0; left--)
			deliveries.push(await this.attempt(notice));
		return deliveries;
	}

	/** Resolves when no further attempt is under way or waiting. */
	async idle(): Promise<void> {
		while (this.pending.size > 0) await Promise.allSettled(this.pending);
	}

	private urlOf(event: NoticeEvent): string | undefined {
		return event === 'quote.approval' ? this.targets.quoteApprovalUrl : this.targets.invoicePaymentUrl;
	}

	private forgedHeaders(secret: 'wrong' | 'none'): Record<string, string> {
		const names = secret === 'none' ? [] : Object.keys(this.targets.headers ?? {});
		return Object.fromEntries(names.map((name) => [name, 'forged']));
	}

	private async deliver(notice: Notice): Promise<Delivery> {
		const first = await this.attempt(notice);
		if (first.status !== 200 && this.targets.retryDelaysMs?.length) {
			const retries = this.retry(notice).finally(() => this.pending.delete(retries));
			this.pending.add(retries);
		}
		return first;
	}

	private async retry(notice: Notice): Promise<void> {
		for (const [index, delay] of (this.targets.retryDelaysMs ?? []).entries()) {
			const goOn = await wait(delay, true, { signal: this.stopping }).catch(() => false);
			if (!goOn || !this.urlOf(notice.event)) return;
			const { status } = await this.attempt(notice, index + 2);
			if (status === 200) return;
		}
	}

	private async attempt(
		{ headers = this.targets.headers, vary = this.targets.vary, ...notice }: Notice,
		attempt = 1,
	): Promise<Delivery> {
		const { event } = notice;
		const { payload, body, contentType, elsewhere } = varied(event, notice.payload, vary);
		// Without an address for the other event there is nowhere else to go.
		const url = (elsewhere && this.urlOf(otherThan(event))) || this.urlOf(event)!;
		const delivery: Delivery = {
			number: ++this.count,
			time: this.clock.now().toISOString(),
			url,
			attempt,
			...notice,
			payload,
			...(vary && { vary }),
		};
		this.deliveries.push(delivery);
		try {
			const response = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': contentType, ...headers },
				body,
				redirect: 'manual',
				signal: AbortSignal.any([this.stopping, AbortSignal.timeout(10_000)]),
			});
			delivery.status = response.status;
			delivery.answer = (await response.text()).slice(0, 2000);
		} catch (error) {
			const { message, cause } = error as Error;
			delivery.error = cause instanceof Error ? `${message}: ${cause.message}` : message;
		}
		return delivery;
	}
}
