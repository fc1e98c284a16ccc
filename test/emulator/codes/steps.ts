import type { Answer } from '../answer';
import type { BlueTapeCalls } from '../blueTapeCalls';
import {
	companySample,
	customerSample,
	olderInvoiceSample,
	plainInvoice,
	projectSample,
	quoteSample,
	withoutId,
} from '../blueTapeSamples';

/** By status and code: the ways that lead to it. */
export type Codes = Record<string, Record<string, () => Promise<Answer>>>;

export const invoice = olderInvoiceSample.id;
export const quote = quoteSample.id;
export const company = companySample.id;
export const project = projectSample.id;
export const customer = quoteSample.customerId;

export const another = {
	...customerSample,
	...{ id: 'another', emailAddress: 'ann@example.com', cellPhoneNumber: '+12025550122' },
};
export const draft = { ...another, emailAddress: '', cellPhoneNumber: '' };
export const update = (changes = {}) => {
	const { quoteId: _id, quoteRefNumber: _number, ...rest } = withoutId(olderInvoiceSample);
	return { ...rest, ...changes };
};
export const quoteUpdate = (changes = {}) => ({ ...withoutId(quoteSample), ...changes });
export const total = (totalAmount: number) => ({ totalAmount });

export type Steps = ReturnType<typeof stepsOf>;

/** What the ways are made of. */
export function stepsOf(api: BlueTapeCalls) {
	const post = async (path: string, body: unknown = {}) => await api.post(path, body);
	const put = async (path: string, body: unknown = {}) => await api.put(path, body);
	const people = () => api.emulator.blueTape.people;
	const placed = async () => await post('/invoice', plainInvoice());
	const approvedQuote = async () => {
		await post('/quote', quoteSample);
		await people().approve(quote);
	};
	const invoiceOnQuote = async () => {
		await approvedQuote();
		return await post('/invoice', olderInvoiceSample);
	};
	const clock = () => api.emulator.clock;
	return { send: api.send, post, put, people, clock, placed, approvedQuote, invoiceOnQuote };
}
