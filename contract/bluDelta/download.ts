import { z } from 'zod';
import { member } from '../answer';
import { different, when } from '../checks';
import type { Check } from '../question';
import { doneGives, guid, ifDone } from './statements';
import { document } from './uploads';

export const available = z.object({ Available: z.literal(true) }).passthrough();
/** bludelta.md 5.3, but for what has a section of its own. */
export const members = {
	...{ Available: z.literal(true), InvoiceId: guid, InvoiceContainerId: guid, FileName: z.string() },
	...{ UploadedTimestamp: z.string(), ClientAccessIdentifier: z.string().nullable().optional() },
	...{ File: z.string(), ResultPdf: z.string().nullable().optional() },
	...{ AdditionalProperties: z.unknown(), StateBeforeRelease: z.unknown(), StateBeforeReleased: z.unknown() },
	DetectInvoiceResponse: z.unknown(),
};
/** bludelta.md 6.2. */
const prediction = z
	.object({
		...{ Type: z.number(), TypeName: z.string(), Value: z.string(), Score: z.number(), Text: z.string() },
		...{ X: z.number(), Y: z.number(), Width: z.number(), Height: z.number(), Confidence: z.number() },
	})
	.partial({ Text: true, Confidence: true })
	.strict();
export const detection = z
	.object({
		DetectInvoiceResponse: z.object({ InvoiceDetailTypePredictions: z.array(prediction) }).passthrough(),
	})
	.passthrough();
const words = z.enum(['Validated', 'Autoprocessed', 'Error', 'Deleted']);
/** In the spelling of the table, or in that of the prose (bludelta.md 5.3). */
export const stateBefore = {
	StateBeforeRelease: doneGives(z.object({ StateBeforeRelease: words }).passthrough()),
	StateBeforeReleased: doneGives(z.object({ StateBeforeReleased: words }).passthrough()),
};
export const moment = z
	.object({ UploadedTimestamp: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{2,3}Z$/) })
	.passthrough();

/** The properties of the upload, in the form of the sample (bludelta.md 5.4). */
export const passedOn: Check = ifDone((answer, world) => {
	const all = JSON.stringify(member(answer, 'AdditionalProperties') ?? null);
	return all.includes(`{"ContractTest":"${world.prefix}"}`)
		? undefined
		: different(all.replaceAll(/"[^"]*@[^"]*"/g, '"…"').slice(0, 200));
});
/** What was uploaded comes back. */
export const theFile: Check = ifDone(
	when((answer, world) => member(answer, 'File') === document(world).toString('base64')),
);
/** No type of a value is above a number (bludelta.md 5.3). */
export const below = (limit: number): Check =>
	ifDone((answer) => {
		const read = detection.safeParse(answer.json);
		const types = read.success
			? read.data.DetectInvoiceResponse.InvoiceDetailTypePredictions.map(({ Type }) => Type)
			: [];
		return Math.max(0, ...types) <= limit ? undefined : different(`a type of ${Math.max(...types)}`);
	});
