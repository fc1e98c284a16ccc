import type { Notice } from '../../nodes/BlueTape/webhook/notice';
import { isYes } from '../../nodes/BlueTape/webhook/wentBack';
import * as words from '../../nodes/shared/http/words';
import { approval, payment } from './blueTapeNotices';
import { one, read } from './blueTapeRead';

// Around a notice may stand what makes another one of it: another payment, or none at all.

const part = { ...payment, status: 'PartiallyPaid' };
const { invoiceId, ...rest } = payment;
const textOf = (body: unknown) => JSON.stringify(body);
const idOf = (body: unknown) => (read(body) as Notice[]).map(({ eventId }) => eventId).join();

describe('what stands around a notice makes another one of it', () => {
	test.each<[one: object, other: object]>([
		[{ transactionId: 't1' }, { transactionId: 't2' }],
		[{ Payment_ID: 1 }, { Payment_ID: 2 }],
		[{ paymentReference: 'a' }, { paymentReference: 'b' }],
		[{ event: { txn_no: 5 } }, { event: { txn_no: 6 } }],
		[{ originalChargeId: 'c' }, { originalChargeId: 'd' }],
		[{ transaction: { id: 1 } }, { transaction: { id: 2 } }],
		[{ transactions: [{ id: 1 }] }, { transactions: [{ id: 2 }] }],
		[{ payment: 'pay_1' }, { payment: 'pay_2' }],
		[{ transactions: ['t1'] }, { transactions: ['t2'] }],
		[{ transactionIds: ['t1', 't2'] }, { transactionIds: ['t1', 't3'] }],
		...['reference', 'uuid', 'GUID', 'number', 'nr', 'ref', 'externalId'].map((name): [object, object] => [
			{ transaction: { [name]: 'T-1' } },
			{ transaction: { [name]: 'T-2' } },
		]),
		[{ event: { name: 'payment.succeeded' } }, { event: { name: 'payment.refunded' } }],
		[{}, { returnCode: 'R01' }],
		[{}, { chargebacks: ['c1'] }],
		[
			{ type: 'payment', id: 'p1' },
			{ type: 'payment', id: 'p2' },
		],
		[
			{ object: 'refund', id: 'p1' },
			{ object: 'refund', id: 'p2' },
		],
		[{ installment: 1 }, { installment: 2 }],
		...[
			...[
				'checkNumber',
				'Cheque No',
				'traceNumber',
				'ach_trace_number',
				'receiptNumber',
				'confirmationNumber',
			],
			...['remittanceId', 'transId', 'pspReference', 'bankReference', 'bank_ref', 'wireReference'],
			...['paymentReceiptNo', 'trans_no'],
		].flatMap((name): Array<[object, object]> => [
			[{ [name]: 1001 }, { [name]: 1002 }],
			[{ event: { [name]: 'A' } }, { event: { [name]: 'B' } }],
			[
				{ [name]: 'A', paidAt: '2026-11-01' },
				{ [name]: 'A', paidAt: '2026-12-01' },
			],
		]),
		...['paymentTime', 'payment_timestamp', 'transactionTime', 'paidTime'].map((name): [object, object] => [
			{ [name]: '2026-11-01T10:00:00Z' },
			{ [name]: '2026-11-01T15:00:00Z' },
		]),
		[{ type: 'payment' }, { type: 'refund' }],
		[{ event: 'payment.succeeded' }, { event: 'payment.failed' }],
		[{ event_type: 1 }, { event_type: 2 }],
		[{ status: 'Paid' }, { status: 'Refunded' }],
		[{ refundAmount: 100 }, { refundAmount: 50 }],
		[{}, { isVoided: true }],
		[{}, { failureReason: 'NSF' }],
		[{ refundedAt: '2026-11-20' }, { refundedAt: '2026-11-21' }],
		[{ transaction: { status: 'new' } }, { transaction: { status: 'received' } }],
		[
			{ type: 'transaction', status: 'new' },
			{ type: 'transaction', status: 'received' },
		],
		[{ paymentStatus: 'new' }, { paymentStatus: 'received' }],
		[{ paymentAttempt: { status: 'sent' } }, { paymentAttempt: { status: 'Pending' } }],
		[{ webhook: { event: 'payment.succeeded' } }, { webhook: { event: 'payment.refunded' } }],
		[{ delivery: { transactionId: 1 } }, { delivery: { transactionId: 2 } }],
		[{ delivery: {} }, { delivery: { refundAmount: 5 } }],
		[{ status: 'sent' }, { status: 'Pending' }],
		[{ status: 'active' }, { status: 'completed' }],
		[{ status: '付款' }, { status: '退款' }],
		[{ status: '200' }, { status: '402' }],
		[{}, { failureCode: '402' }],
		[{}, { declineCode: 51 }],
		[{ state: 'Completed' }, { state: 'Refunded' }],
		[{ paymentState: 'Settled' }, { paymentState: 'Returned' }],
		[{}, { paymentFailed: true }],
		[{}, { refundStatus: 'Completed' }],
		...[
			{ failure: { code: 'R01', message: 'NSF' } },
			...[{ success: false }, { error: { code: 'R01' } }, { transaction: { isPaid: false } }],
			{ refund: { value: '100.00', reason: 'Broken' } },
			{ amountRefunded: { value: '10.00', currency: 'USD' } },
			{ dispute: { reason: 'fraud' } },
			{ chargeback: { case: 'C-1' } },
			{ voided: { by: 'Ann' } },
			{ refunds: [{ value: 5 }] },
			...[{ refundDetails: { value: 5 } }, { partialRefund: { value: 5 } }, { achReturn: { code: 'R01' } }],
			{ transaction: { reversal: { value: 5 } } },
		].map((more): [object, object] => [{}, more]),
		[{ refund: { value: '10.00' } }, { refund: { value: '20.00' } }],
		...[
			{ id: 're2' },
			{ amount: { value: 20 } },
			{ total: 20 },
			{ status: 'pending' },
			{ currency: 'EUR' },
			{ reason: 'Broken' },
		].map((more): [object, object] => [
			{ refund: { id: 're1', amount: { value: 10 } } },
			{ refund: { id: 're1', amount: { value: 10 }, ...more } },
		]),
		[
			{ refund: { paymentId: 'p1', amount: 5, date: '2026-11-20' } },
			{ refund: { paymentId: 'p1', amount: 5, date: '2026-11-21' } },
		],
		[{ failure: { description: 'NSF' } }, { failure: { description: 'Closed' } }],
		[{ failure: { reason: 'NSF' } }, { failure: { reason: 'Closed' } }],
		[{ attempt: 2 }, { attempt: 2, payment: { success: false } }],
		[{ refund: { date: '2026-11-20' } }, { refund: { date: '2026-11-21' } }],
		[{ failure: { traceNumber: 'T-1' } }, { failure: { traceNumber: 'T-2' } }],
		...['paidAt', 'paid_on', 'datePaid', 'paymentDate', 'transactionDateTime', 'Transfer Date'].map(
			(name): [object, object] => [{ [name]: '2026-11-01' }, { [name]: '2026-12-01' }],
		),
		[{ paidAt: '2026-11-01T10:00:00Z' }, { paidAt: '2026-11-01T15:00:00Z' }],
		...[
			{ paymentReference: 'PO-7' },
			{ originalPaymentId: 'p1' },
			{ payment: 500 },
			{ transactionId: null },
			{ id: 5 },
			{ payoutId: 'po_1' },
			{ settlement_id: 7 },
			{ type: 'payment', number: 'INV-7' },
		].map((more): [object, object] => [
			{ ...more, paidAt: '2026-11-01' },
			{ ...more, paidAt: '2026-12-01' },
		]),
		[
			{ type: 'payment', state: 'pending' },
			{ type: 'payment', state: 'processing' },
		],
		[{ state: 'pending' }, { state: 'Completed' }],
		[{ state: 'delivering' }, { state: 'Refunded' }],
		[{ transaction: { paidAt: '11/01/2026' } }, { transaction: { paidAt: '12/01/2026' } }],
	])('%j and %j', (around, other) => {
		expect(idOf({ ...other, data: part })).not.toBe(idOf({ ...around, data: part }));
		expect(idOf({ attempt: 2, ...around, data: part })).toBe(idOf({ attempt: 1, ...around, data: part }));
	});

	test.each<[what: string, one: object, other: object]>([
		[
			'what holds the notice is no attempt',
			{ webhook: { status: 'Pending', data: part } },
			{ webhook: { status: 'Failed', data: part } },
		],
		[
			'nor is it where it stands within lists',
			{ deliveries: [{ status: 'Pending', data: part }, {}] },
			{ deliveries: [{ status: 'Failed', data: part }, {}] },
		],
		[
			'of a notice without one, any status counts',
			{ status: 'new', data: { invoiceId, amount: 5 } },
			{ status: 'received', data: { invoiceId, amount: 5 } },
		],
	])('%s', (_what, around, other) => expect(idOf(around)).not.toBe(idOf(other)));

	test.each<[one: object, other: object]>([
		[
			{ delivery: { attempt: 1, status: 'pending' } },
			{ delivery: { attempt: 2, status: 'retrying', failedAt: '2026-11-20T10:00:00Z' } },
		],
		[{ webhook: { attempts: [{ status: 'failed', failureReason: '503' }] } }, { webhook: { attempts: [] } }],
		[{ meta: { 'delivery-attempt': { last: { status: 'failed' } } } }, { meta: {} }],
		[{ status: 'new' }, { status: 'retry' }],
		[{ state: 'new' }, { state: 'received' }],
		...['queued', 'delivering', 'processing', 'In Progress', 'retrying'].map((state): [object, object] => [
			{ state: 'pending', attempts: 0 },
			{ state, attempts: 1 },
		]),
		...['settlementDate', 'settledAt'].map((name): [object, object] => [
			{ [name]: null },
			{ [name]: '2026-12-01' },
		]),
		...[{ transactionId: 'T-1' }, { payment_no: 5 }, { type: 'payment', id: 'p1' }].map(
			(more): [object, object] => [more, { ...more, paidAt: '2026-12-01' }],
		),
		[
			{ transaction: { id: 'T-1', paymentDate: '2026-11-30' } },
			{ transaction: { id: 'T-1', paymentDate: '2026-12-01' } },
		],
		...['2026-11-01 10:00:00', '2026-11-01T10:00:00.250Z', '2026-11-01T05:00:00-05:00'].map(
			(paidAt): [object, object] => [{ paidAt }, { paidAt: '2026-11-01T10:00:00Z' }],
		),
		[{ paymentDate: '2026-11-01' }, { paymentDate: '2026-11-01T00:00:00+00:00' }],
		[{ paidAt: null, sent: 1 }, {}],
		[{ status: 'Sent' }, { status: 'redelivered' }],
		[{ type: 'Payment' }, { type: 'payment.redelivered' }],
		[{ failedAt: '2026-11-20' }, { failedAt: '2026-11-21' }],
		[{ event: { failure_date: 5 } }, { event: { failure_date: 6 } }],
		...Object.entries({
			...{ attempt: 1, delivery_id: 'd1', sentAt: '10:00', timestamp: 5, requestId: 'q1', retries: 0 },
			...{ webhook: { id: 'w1' }, updatedAt: '10:00', trace_id: 't' },
		}).map(([name, value]): [object, object] => [
			{ refund: { value: '10.00', [name]: value } },
			{ refund: { value: '10.00', [name]: 'another' } },
		]),
		...['at', 'date', 'failedAt', 'failureDate', 'occurred_at'].map((name): [object, object] => [
			{ failure: { code: 'R01', [name]: '2026-11-20' } },
			{ failure: { code: 'R01', [name]: '2026-11-21' } },
		]),
		[{ delivery: {} }, { delivery: { failure: { code: 503 } } }],
		[{ refund: { webhook: { sequence: 1 } } }, { refund: { webhook: { sequence: 2 } } }],
		[{ lastResponse: {} }, { lastResponse: { success: false, error: 'timeout' } }],
		[{ webhook: { event: 'x' } }, { webhook: { event: 'x', success: false } }],
		[{ delivery: { receiptId: 'r1' } }, { delivery: { receiptId: 'r2' } }],
		[{ attempt: 1 }, { attempt: 2, error: 'HTTP 500' }],
		[
			{ retryCount: 1, errorMessage: 'timeout' },
			{ retryCount: 2, errorCode: 503 },
		],
		[
			{ attempt: 1, success: true },
			{ attempt: 2, success: false },
		],
		[{}, { meta: { attempt: 2, error: 'HTTP 500' } }],
		[{}, { headers: { error: 'timeout' } }],
		[{ operation: 'notify' }, { operation: 'renotify' }],
		[{ action: 'publish' }, { action: 'replay' }],
		...[
			[{ receiptUrl: 'https://x.example/?t=1' }, { receiptUrl: 'https://x.example/?t=2' }],
			[{ generatedAt: 1 }, { generatedAt: 2 }],
			[{ expectedAt: '2026-12-01' }, { expectedAt: '2026-12-02' }],
			[{ note: 'new' }, { note: 'seen', history: [1] }],
		].flatMap(([one, two]): Array<[object, object]> => [
			[{ refund: { id: 're1', amount: 10, ...one } }, { refund: { id: 're1', amount: 10, ...two } }],
			[
				{ payment: { refund: { id: 're1', amount: 10, ...one } } },
				{ payment: { refund: { id: 're1', amount: 10, ...two } } },
			],
		]),
		[
			{ refund: { amount: 10, link: 'https://x.example/1' } },
			{ refund: { amount: 10, link: 'https://x.example/2' } },
		],
		[
			{
				refunds: [
					{ id: 'a', amount: 1 },
					{ id: 'b', amount: 2 },
				],
			},
			{
				refunds: [
					{ id: 'b', amount: 2 },
					{ id: 'a', amount: 1 },
				],
			},
		],
		[{ failure: { code: 'R01', occurredOn: 1 } }, { failure: { code: 'R01', occurredOn: 2 } }],
		[
			{ transId: 'T-1', paymentTime: '2026-11-01T10:00:00Z' },
			{ transId: 'T-1', payment_time: '2026-11-01 10:00:00.500' },
		],
	])('but not what changes with the attempt: %j and %j', (around, other) => {
		for (const data of [part, approval]) expect(idOf({ ...other, data })).toBe(idOf({ ...around, data }));
	});

	test('the name of the field does where it is a word for money that goes back', () => {
		expect(idOf({ refund: part })).not.toBe(idOf({ payment: part }));
		expect(idOf({ payment: part })).toBe(idOf({ data: part }));
	});

	test('what stands beside it in such an object does not', () => {
		expect(idOf({ refund: { sequence: 1, data: part } })).toBe(idOf({ refund: { sequence: 2, data: part } }));
	});

	test('and objects of such money one within the other are read once', () => {
		const deep = Array.from({ length: 90 }).reduce<object>((inner) => ({ refund: inner }), { value: 5 });
		const text = jest.spyOn(JSON, 'parse');
		idOf({ ...deep, data: part });
		expect(text.mock.calls.length).toBeLessThan(9);
		text.mockRestore();
	});

	test('and much that stands around each of them as well', () => {
		const pad = Array.from({ length: 4000 }, () => 0);
		let reads = 0;
		const counted = new Proxy(pad, {
			ownKeys(target) {
				reads++;
				return Reflect.ownKeys(target);
			},
		});
		const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ refund: inner, pad: counted }), {
			amount: 0,
		});
		isYes(deep);
		isYes(deep);
		expect(reads).toBe(1);
	});

	test('what marks it is no amount that is told', () => {
		expect(one({ transactionId: 7, refundId: 8, data: part }).problems).not.toContainEqual(
			expect.stringContaining('another value'),
		);
	});

	test.each(
		[
			...[
				'attempt',
				'deliveryId',
				'messageId',
				'request_id',
				'webhookId',
				'timestamp',
				'sentAt',
				'retryCount',
			],
			...[
				'id',
				'eventId',
				'paymentAttemptId',
				'created',
				'sequence',
				'contextId',
				'traceparent',
				'paymentMethodId',
			],
			...[
				'traceId',
				'achTraceId',
				'time',
				'deliveryTime',
				'eventTimestamp',
				'checksum',
				'receipt',
				'checkedNumber',
			],
			...['confirmationToken', 'correlationReference', 'messageReceiptId', 'transformId'],
			...['refundable', 'x'.repeat(40) + 'paymentId'],
		].map((name) => [name]),
	)('but not %s, which may change from one attempt to the next', (name) => {
		const ids = [1, 2].map((value) => idOf({ [name]: value, data: part }));
		expect(ids).toEqual([idOf(part), idOf(part)]);
	});

	test.each([
		{ event: 'invoice.payment' },
		{ type: 'webhook.retry', event: 'Payment' },
		{ Type: 'Notification' },
		{ type: ' ', transactionId: '', payment_id: null },
		{ isVoided: false, refundAmount: '0.00', refunds: [], disputed: 'no' },
		{ refund: false, refundedAmount: '$0.00', chargebacks: 0, voided: '0,00', transaction: [{}, null] },
		...[
			'0001-01-01T00:00:00',
			'1900-01-01',
			'0000-00-00 00:00:00',
			'1/1/0001 12:00:00 AM',
			'1970-01-01T00:00:00Z',
		].map((day) => ({ refundedAt: day, paidAt: day })),
		{ refunds: { object: 'list', data: [], has_more: false, total_count: 0, url: '/refunds' } },
		{ amountRefunded: { value: '0.00', currency: 'USD' }, refunds: { edges: [] } },
		{ dispute: { disputed: false, date: '0001-01-01' }, refund: { eligible: true } },
		{ event: { name: 'Payment' }, contact: { name: 'Ann', reference: 'A', number: 5 } },
	])('nor %j, which any notice may say', (around) => {
		expect(idOf({ ...around, data: part })).toBe(idOf(part));
	});
});

describe('a payment that may be none does not look plain', () => {
	const paid = (what: string) => `status says 'Paid', but ${what}`;

	test.each<[body: object, problems: string[]]>([
		[
			{ event: 'payment.refunded', status: 'Refunded', payment },
			[paid("event in the envelope says 'payment.refunded'"), paid("status in the envelope says 'Refunded'")],
		],
		[
			{ invoiceId, refundAmount: 100, type: 'refund', originalPayment: payment },
			[paid("type in the envelope says 'refund'"), paid('refundAmount in the envelope says 100')],
		],
		[{ event: { type: 'charge_back' }, data: payment }, [paid("type in the envelope says 'charge_back'")]],
		[{ event: { Type: 'VOIDED', data: payment } }, [paid("Type in the envelope says 'VOIDED'")]],
		[{ state: 'processing', data: payment }, [paid("state in the envelope says 'processing'")]],
		[{ state: 'pending', paymentAttempts: 1, data: payment }, [paid("state in the envelope says 'pending'")]],
		[
			{ type: 'payment', state: 'pending', attempts: 1, data: payment },
			[paid("state in the envelope says 'pending'")],
		],
		[{ state: 'Failed', attempts: 1, data: payment }, [paid("state in the envelope says 'Failed'")]],
		[{ paymentState: 'Scheduled', data: payment }, [paid("paymentState in the envelope says 'Scheduled'")]],
		...[
			'Unpaid',
			'Not Paid',
			'requires_action',
			'Initiated',
			'NSF',
			'error',
			'Underpaid',
			'not yet paid',
		].map((state): [object, string[]] => [
			{ ...payment, paymentState: state },
			[paid(`paymentState says '${state}'`)],
		]),
		[{ ...payment, paymentStatus: 'Expired' }, [paid("paymentStatus says 'Expired'")]],
		[{ ...payment, payment: { state: 'Authorized' } }, [paid("state in 'payment' says 'Authorized'")]],
		[
			{ payment: { status: 'Insufficient Funds' }, data: payment },
			[paid("status in the envelope says 'Insufficient Funds'")],
		],
		...['approved', 'Confirmed'].map((status): [object, string[]] => [
			{ status, data: payment },
			[paid(`status in the envelope says '${status}'`)],
		]),
		[
			{ ...payment, status: 'PaymentProcessing', transactionState: 'Expired' },
			["status says 'PaymentProcessing', but transactionState says 'Expired'"],
		],
		[
			{ paymentState: 'paid_in_full', data: part },
			["status says 'PartiallyPaid', but paymentState in the envelope says 'paid_in_full'"],
		],
		[
			{ paymentState: 'Unpaid', data: part },
			["status says 'PartiallyPaid', but paymentState in the envelope says 'Unpaid'"],
		],
		[{ ...payment, payout: { status: 'Returned' } }, [paid("status in 'payout' says 'Returned'")]],
		...['UNPAID', 'Authorized', 'Expired'].flatMap((state): Array<[object, string[]]> => [
			[{ paymentState: state, data: payment }, [paid(`paymentState in the envelope says '${state}'`)]],
			[
				{ transaction_state: state, data: payment },
				[paid(`transaction_state in the envelope says '${state}'`)],
			],
		]),
		[{ webhookId: 'wh_1', state: 'pending', data: payment }, [paid("state in the envelope says 'pending'")]],
		[{ a: { status: 'Pending', b: payment } }, [paid("status in the envelope says 'Pending'")]],
		[
			{ payment_status: 'Cancelled', data: payment },
			[paid("payment_status in the envelope says 'Cancelled'")],
		],
		[
			{ event: { name: 'payment.refunded' }, data: payment },
			[paid("name in the envelope says 'payment.refunded'")],
		],
		[{ ...payment, event: { type: 'payment.refunded' } }, [paid("type in 'event' says 'payment.refunded'")]],
		[{ event: { ...payment, name: 'payment.refunded' } }, [paid("name says 'payment.refunded'")]],
		[
			{ ...payment, transaction: { id: 'T-1', status: 'Failed' } },
			[paid("status in 'transaction' says 'Failed'")],
		],
		[{ transactions: [{ status: 'Failed' }], data: payment }, [paid("status in the envelope says 'Failed'")]],
		...['charged_back', 'denied', 'bounced', 'unsuccessful'].map((how): [object, string[]] => [
			{ event: `payment.${how}`, data: payment },
			[paid(`event in the envelope says 'payment.${how}'`)],
		]),
		...Object.entries({
			...{ returnedAt: '2026-11-20', returnCode: 'R01', rejectionReason: 'NSF', cancellationReason: 'x' },
			...{ isFailed: true, failed: true, declined: true, amount_refunded: 5, chargebacks: [1] },
			...{ declineCode: '51', failureCode: 402, return_code: '01', rejectCode: '05', achReturnCode: 'R01' },
			...{ paymentFailed: true, paymentReversed: true, refundStatus: 'Completed', refundTotal: 500 },
			...{ disputeType: 'not_as_described', refundType: 'F', chargebackReason: 'N', cancelCode: 'F' },
			...{ object: 'refund', state: 'Failed', paymentState: 'Failed', transactionState: 'Reversed' },
			...{
				paymentMethod: 'chargeback',
				invoiceStatus: 'PartiallyPaid',
				payment_status: 'Pending',
				amount: -5,
			},
		}).map(([name, value]): [object, string[]] => [
			{ ...payment, [name]: value },
			[paid(`${name} says ${JSON.stringify(value).replaceAll('"', "'")}`)],
		]),
		[{ failureReason: 'NSF', data: payment }, [paid("failureReason in the envelope says 'NSF'")]],
		[
			{ type: 'reversal', invoice: { id: invoiceId, ...rest } },
			[paid("type in the envelope says 'reversal'")],
		],
		[{ refund: payment }, [paid("the notice stood in 'refund'")]],
		[{ ...payment, type: 'refund' }, [paid("type says 'refund'")]],
		[{ ...payment, event: 'payment.returned' }, [paid("event says 'payment.returned'")]],
		[{ ...payment, refund: { amount: 5 } }, [paid('refund says {"amount":5}')]],
		[{ ...payment, isDisputed: true }, [paid('isDisputed says true')]],
		...Object.entries({
			...{ success: false, isPaid: 'no', paid: 0, error: { code: 'R01' }, errors: ['NSF'], ok: 'False' },
			...{ paymentSuccessful: 'n', captured: false, errorCode: 'R01', error_message: 'NSF', has_error: true },
			...{ last_payment_error: { message: 'x' }, operation: 'Void', currency: 'CAD', currencyCode: 'eur' },
			...{ transactionCurrency: 'GBP', total: { value: '5.00', currency: 'CAD' } },
		}).flatMap(([name, value]): Array<[object, string[]]> => {
			const said = JSON.stringify(value).replace(/^"|"$/g, "'");
			return [
				[{ ...payment, [name]: value }, [paid(`${name} says ${said}`)]],
				[{ [name]: value, data: payment }, [paid(`${name} in the envelope says ${said}`)]],
				[{ event: { [name]: value }, data: payment }, [paid(`${name} in the envelope says ${said}`)]],
				[{ ...payment, transaction: { [name]: value } }, [paid(`${name} in 'transaction' says ${said}`)]],
			];
		}),
		[{ success: false, data: part }, ["status says 'PartiallyPaid', but success in the envelope says false"]],
		...Object.entries({
			...{ refundedAt: '1980-01-01', amountRefunded: { value: '0.01', currency: 'USD' } },
			...{ refunds: { data: [{ id: 'r1' }] }, dispute: { id: 'd1' }, failure: { message: 'NSF' } },
		}).map(([name, value]): [object, string[]] => [
			{ [name]: value, data: payment },
			[paid(`${name} in the envelope says ${JSON.stringify(value).slice(0, 40).replace(/^"|"$/g, "'")}`)],
		]),
		...['402', 402, '退款'].map((status): [object, string[]] => [
			{ status, data: payment },
			[paid(`status in the envelope says ${JSON.stringify(status).replaceAll('"', "'")}`)],
		]),
		[
			{ payment: { id: 'p1', ...rest, invoice: { id: invoiceId, status: 'PartiallyPaid' } } },
			[paid("status in 'invoice' says 'PartiallyPaid'")],
		],
		[{ ...payment, invoice: { status: 'Voided' } }, [paid("status in 'invoice' says 'Voided'")]],
		[
			{ ...payment, transaction: { status: 'Scheduled' } },
			[paid("status in 'transaction' says 'Scheduled'")],
		],
		[{ invoice_status: 'Partial', data: payment }, [paid("invoice_status in the envelope says 'Partial'")]],
		[
			{ ...part, paymentStatus: 'In Progress' },
			["status says 'PartiallyPaid', but paymentStatus says 'In Progress'"],
		],
		[
			{ status: 'Failed', data: { ...payment, status: null } },
			["status says nothing, but status in the envelope says 'Failed'"],
		],
	])('%j', (body, problems) => {
		expect((one(body).problems as string[]).filter((each) => each.includes(', but '))).toEqual(problems);
	});

	test.each<[around: object, result: string, problems: string[]]>([
		[
			{ event: 'quote.rejected' },
			'Approved',
			["result says 'Approved', but event in the envelope says 'quote.rejected'"],
		],
		[
			{ status: 'EXPIRED' },
			'Approved',
			["result says 'Approved', but status in the envelope says 'EXPIRED'"],
		],
		[
			{ status: 'Pending' },
			'Authorized',
			["result says 'Authorized', but status in the envelope says 'Pending'"],
		],
		[{ success: false }, 'Approved', ["result says 'Approved', but success in the envelope says false"]],
		[{ paid: false, captured: false, currency: 'EUR', success: true }, 'Approved', []],
		[{ event: 'quote.rejected', status: 'Rejected' }, 'Rejected', []],
		[{ event: 'quote.approved', status: 'AUTHORIZED' }, 'Approved', []],
		[{ invoice: { status: 'Pending' }, invoiceStatus: 'Draft, pending' }, 'Approved', []],
	])('nor does an approval: %j around %s', (around, result, problems) => {
		const found = one({ ...around, data: { ...approval, result } }, '', 'quote.approval')
			.problems as string[];
		expect(found.filter((each) => each.includes(', but '))).toEqual(problems);
	});

	test.each([
		...['success', 'ok', 'sent', 'COMPLETED', 'Paid', 'paid', '200'].map((status) => ({
			status,
			data: payment,
		})),
		...[200, 1, '00', ' '].map((status) => ({ status, data: payment })),
		{ status: '付款', data: { ...payment, status: '付款' } },
		{ status: 'retrying', data: payment },
		{ state: 'pending', attempts: 0, data: payment },
		{ State: 'In Progress', retry_count: 1, data: payment },
		...[
			'Settled',
			'CAPTURED',
			'Cleared',
			'APPROVED',
			'Confirmed',
			'Posted',
			'paid_in_full',
			'Fully Paid',
		].flatMap((state) =>
			['paymentState', 'transactionState', 'payment_status', 'transactionStatus'].map((name) => ({
				[name]: state,
				data: payment,
			})),
		),
		...['Partial', 'partly_paid', 'Underpaid'].map((state) => ({ paymentState: state, data: part })),
		{ paymentState: 'Pending', data: { ...payment, status: 'PaymentProcessing' } },
		...['Unpaid', 'Overdue', 'Created', 'Submitted'].flatMap((status) => [
			{ ...payment, invoiceStatus: status },
			{ invoice_state: status, data: payment },
			{ ...payment, invoice: { status } },
		]),
		...['Unknown', 'unchanged', 'Noted', 'Normal', 'Reviewed', 'Processed', 'Recreated'].map(
			(paymentState) => ({
				...payment,
				paymentState,
			}),
		),
		...[
			{ success: true, errors: [], error: null, currency: 'USD', isPaid: true, ok: 1 },
			{ error: '', errors: {}, errorCode: 0, errorMessage: 'none', hasErrors: false, success: 'yes' },
			{ error: 'OK', error_code: '00', errorMessage: 'Success', succeeded: null, paid: null, currency: '' },
			{ errorUrl: '/help', errorCount: 0, paidBy: 'Ann', operation: 'payment', currency: 'US Dollar' },
			{ amount_total: { value: 5, currency: 'USD' }, currency: 'usd', successUrl: 'x', currencyRate: 1 },
			{ settled: false, unpaid: false, accepted: false, currency: null, errorPolicy: 'retry' },
			{ payout: { success: false, currency: 'EUR' }, customer: { currency: 'EUR', errors: ['x'] } },
			{ refund: { success: false }, delivery: { success: false, error: 'timeout' } },
		].flatMap((more) => [
			{ ...payment, ...more },
			{ ...more, data: payment },
		]),
		{ paid: false, isPaid: 'no', captured: 0, data: part },
		{ ...payment, invoice: { paid: false, currency: 'USD' } },
		{ ...payment, createdAt: '2026-11-01', submittedBy: 'Ann', paymentErrorUrl: null },
		...['payout', 'settlement', 'transfers'].map((name) => ({ ...payment, [name]: { status: 'pending' } })),
		{ event: 'payment.succeeded', meta: { type: 'invoice.payment' }, data: payment },
		{
			...payment,
			type: 'payment',
			refundedAmount: 0,
			refunds: [],
			isRefunded: false,
			voidedAt: null,
			disputed: 'false',
		},
		{ ...payment, cancelUrl: 'x', refundable: true, refundPolicy: 'none', failedAttempts: 2 },
		{ ...payment, returnCode: 'SUCCESS', decline_code: '200', cancelCode: 'approved', rejectCode: 'OK' },
		{ ...payment, paymentReversed: 'N', paymentFailed: 'n', isVoided: 'F', refundStatus: 'N' },
		{
			...payment,
			disputeType: 'NotDisputed',
			returnCode: '00',
			failureCode: 0,
			achReturnCode: null,
			rejectCode: '000',
		},
		...['0001-01-01T00:00:00', '1900-01-01T00:00:00Z', '0000-00-00 00:00:00', '/Date(-62135596800000)/'].map(
			(refundedAt) => ({ ...payment, refundedAt }),
		),
		...[
			{ object: 'list', data: [], has_more: false, total_count: 0, url: '/v1/refunds' },
			{ edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
			{ status: 'none', amount: 0 },
			{ status: 'NotRefunded', amount: { value: '0.00', currencyCode: 'USD', scale: 2 } },
			{ refunded: false, refundedAt: '0001-01-01', maxRefundable: 0, eligible: true, refundableAmount: 5 },
			[{ amount: 0 }],
		].map((refunds) => ({ ...payment, refunds })),
		...['not_refunded', 'Undisputed', 'not-failed'].map((status) => ({
			...payment,
			refundStatus: null,
			event: { status },
		})),
		{ ...payment, dispute: { disputed: 'N' }, failure: { code: '00', message: 'Success' } },
		...['NotRefunded', 'none', 'no_refund', 'unrefunded', 'refundable', null].map((refundStatus) => ({
			...payment,
			refundStatus,
		})),
		...['NON_REFUNDABLE', 'Refundable', 'no_refunds', 'never', 'eligible'].map((refundType) => ({
			...payment,
			refundType,
		})),
		{ ...payment, cancellationType: 'non-cancellable' },
		{ ...payment, state: 'CA', object: 'payment', paymentState: 'Settled', invoiceStatus: 'Paid' },
		{
			...payment,
			paymentStatus: 'Processed',
			invoice: { status: 'Open' },
			transaction: { status: 'Settled' },
		},
		{ ...part, invoiceStatus: 'partially_paid', amount: 0 },
		{ ...payment, status: 'PaymentProcessing', transaction: { status: 'Pending' } },
		{ ...payment, status: 'Refunded', amount: -5 },
		{ delivery: { status: 'pending', state: 'pending' }, data: payment },
		{ ...payment, returnUrl: 'x', return: 'x', refundedAmount: '$0.00', refund: '0,00', voidedAt: 'null' },
		{ ...payment, event: { name: 'payment' }, contact: { name: 'Void & Sons' } },
		{ ...payment, transactions: [{ status: 'Failed' }, { status: 'Settled' }] },
		{ type: 'reverse_factoring', data: payment },
		{ action: 'reverse charge', data: payment },
		{ customer: { status: 'cancelled', type: 'returning customer' }, data: payment },
		{ history: [{ event: 'payment.failed' }], data: payment },
		{ return: payment },
		{ event: 'payment.refunded', status: 'Failed', data: { ...payment, status: 'Refunded' } },
		{ oldBalance: 5, newBalance: 0, data: payment },
		{ previous: null, current: payment },
	])('an honest one raises no alarm: %j', (body) => {
		expect(textOf(one(body).problems ?? [])).not.toMatch(/, but |before|another value/);
	});
});

describe('of what was before and after a change, only what is after is a notice', () => {
	const placed = { ...payment, amount: 0, status: 'Placed' };

	test.each([
		['before', 'after'],
		['previous', 'current'],
		['old', 'new'],
		['oldPayment', 'new_payment'],
		['original', 'updatedPayment'],
		['PreviousState', 'CurrentState'],
		['originalPayment', 'refund'],
		['originalPayment', 'refundedPayment'],
		['originalPayment', 'reversedPayment'],
		['originalPayment', 'voided_payment'],
		['payment', 'refund'],
		['transaction', 'chargeback'],
	])('%s and %s', (older, newer) => {
		for (const body of [
			{ [older]: placed, [newer]: payment },
			{ data: { [newer]: payment, [older]: placed } },
		]) {
			const { fields, problems } = one(body);
			expect(fields).toMatchObject(payment);
			expect(textOf(fields.envelope)).toContain(textOf({ [older]: placed }));
			expect(problems).toContain(`'${older}' tells what was before`);
		}
	});

	test.each([
		...[{ refundedAmount: 5 }, { status: 'Completed' }, { id: 'r1' }, { reason: 'Broken' }],
		...[
			{ refundedAmount: 5, status: 'none' },
			{ paymentId: 'p1', amount: 5 },
			{ payment_id: 1, amount: 5 },
		],
		...Object.entries({
			...{ failureReason: null, returnCode: '00', failedAt: null, cancelledAt: null, voidedAt: null },
			...{ refundReason: null, isDisputed: false, amount: null },
		}).flatMap(([name, value]) => [
			{ total: 500, status: 'Completed', [name]: value },
			{ total: 500, [name]: value },
		]),
		{ refundType: 'Non-receipt of goods' },
		{ refundType: 'not_as_described' },
		{ refundType: 'F' },
		{ refundReason: 'N' },
		{ refundedAt: null, status: 'Completed' },
	])('%j tells that something went back', (refund) => {
		const id = 'payment_id' in refund ? '1' : 'p1';
		for (const paid of [payment, { id, ...payment }]) {
			const { problems } = one({ payment: paid, refund: { invoiceId, ...refund } });
			expect(problems).toContain("'payment' tells what was before");
		}
	});

	test('but what was before is, and told, where nothing else names the record', () => {
		const { fields, problems } = one({ before: placed, after: { status: 'Paid' } });
		expect(fields).toMatchObject(placed);
		expect(problems).toContain("'before' tells what was before");
	});

	test('and a body of very many members is looked through once', () => {
		const names = Array.from({ length: 19_000 }, (_, at) => `${at % 2 ? 'old' : 'new'}${at.toString(36)}`);
		const looked = jest.spyOn(words, 'letters');
		const found = read(Object.fromEntries(names.map((name) => [name, { invoiceId: name }])));
		expect(found).toHaveLength(9_500);
		// Each with each would be millions.
		expect(looked.mock.calls.length / names.length).toBeLessThan(30);
		looked.mockRestore();
	});

	test.each([
		{ oldCustomer: payment, newQuote: part },
		{ old: payment, other: part },
		{ payment, currentPayment: part },
		{ payment, refund: { ...part, invoiceId: 'INV-8' } },
		{ payment, refund: { invoiceId: payment.invoiceId, amount: 0 } },
		{ payment, failedPayment: part },
		...[
			{ refundedAmount: 0 },
			{ status: 'none' },
			{ amount: null },
			{ reason: '' },
			{ status: 'NotRefunded' },
			{ status: 'N' },
			{ refundType: 'not_refunded' },
			{ refundedAmount: 0, currency: 'USD' },
			{ isRefunded: 'N', currency: 'USD' },
		].map((refund) => ({ payment, refund: { invoiceId, ...refund } })),
		{ payment, charged_back: { invoiceId, chargebackAmount: 0, currency: 'USD' } },
		{ payment: { id: 'p2', ...payment }, refund: { paymentId: 'p1', invoiceId, amount: 100 } },
		{ payment: { paymentId: 'p2', ...payment }, refund: { originalPaymentId: 'p1', invoiceId, amount: 100 } },
	])('others are two: %j', (body) => expect(read(body)).toHaveLength(2));
});
