import { z } from 'zod';
import type { NoticeEvent } from './noticeSamples';
import { vary, type Variation } from './variations';

/** Where notices go to. */
export const webhookTargets = z
	.object({
		quoteApprovalUrl: z.string().url().optional(),
		invoicePaymentUrl: z.string().url().optional(),
		/** Sent with every notice, for example the shared secret. */
		headers: z.record(z.string()).optional(),
		/** Waits before each further attempt when the answer is not 200. None unless given. */
		retryDelaysMs: z.array(z.number().nonnegative()).max(20).optional(),
		/** How every notice differs from the vendor's samples. */
		vary: vary.optional(),
	})
	.strict();
export type WebhookTargets = z.infer<typeof webhookTargets>;

export type { NoticeEvent } from './noticeSamples';

/** An order to send notices now. */
export const shot = z
	.object({
		event: z.enum(['quote.approval', 'invoice.payment']),
		/** The notice; the vendor's sample unless given. A text goes out as it is. */
		payload: z.unknown(),
		mode: z.enum(['once', 'repeat', 'twins', 'forged', 'garbage']).optional(),
		/** How often, for `repeat` and `twins`; 2 unless told. */
		times: z.number().int().min(1).max(100).optional(),
		/** Sent in place of the configured headers, in any mode. */
		headers: z.record(z.string()).optional(),
		/** What a forger sends in place of the configured headers' values. */
		secret: z.enum(['wrong', 'none']).optional(),
		/** In place of what is set for every notice. */
		vary: vary.optional(),
	})
	.strict();
export type Shot = z.input<typeof shot>;

/** One notice on its way. */
export interface Notice {
	event: NoticeEvent;
	mode: NonNullable<Shot['mode']>;
	payload: unknown;
	vary?: Variation[];
	/** In place of the configured ones; never in the log. */
	headers?: Record<string, string>;
}

/** What came of one attempt. */
export interface Delivery extends Omit<Notice, 'headers'> {
	number: number;
	time: string;
	url: string;
	attempt: number;
	/** The receiver's status; absent when there was no answer. */
	status?: number;
	/** The beginning of the receiver's answer. */
	answer?: string;
	error?: string;
}
