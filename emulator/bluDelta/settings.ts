import { z } from 'zod';

/** When something happens by itself: at once, after so many milliseconds of the emulator's clock, or never. */
const moment = z.union([z.enum(['immediately', 'manual']), z.number().nonnegative()]);

/** How this customer's workflow is set up, and, where the contract leaves it open, how the service answers. */
export const settings = z
	.object({
		/** When an uploaded container is split into documents. */
		processing: moment,
		/** Documents per container; `pages` makes one of each page of a PDF. Counts for uploads from now on. */
		splitInto: z.union([z.number().int().positive(), z.literal('pages')]),
		/** Whether a document that was read without doubt goes on without a person. */
		autoprocess: z.boolean(),
		/** When people validate a document that needs action. */
		autoValidate: moment,
		/** Whether documents in the state Error, or Deleted, are released by themselves (bludelta.md 5.3). */
		releaseErrors: z.boolean(),
		releaseDeleted: z.boolean(),
		/** bludelta.md 2.1 and 10: the answer to a wrong key, and to a token that is wrong or has expired. */
		wrongKey: z.enum(['401', '403', 'state1']),
		expiredToken: z.enum(['401', '403', 'state1']),
		/** bludelta.md 2: the sample of 2019 sent no X-ApiIdentifier. */
		identifier: z.enum(['required', 'optional']),
		/** Bytes of a whole upload request (bludelta.md 3). */
		requestLimit: z.number().int().positive(),
		/** bludelta.md 3: `.jpg` and `.tiff` are not among the listed types, though the vendor's own tools send them. */
		extensions: z.enum(['listed', 'common']),
		/** bludelta.md 10: whether a document that was fetched too often holds up those behind it. */
		refusedBlocks: z.enum(['queue', 'document']),
		/** bludelta.md 5.3: v2 is documented up to 2^46, but a newer service may send more. */
		v2Details: z.enum(['all', 'documented']),
		/** bludelta.md 5.3: how the detection of an error document is empty. */
		emptyDetection: z.enum(['object', 'null', 'omitted']),
		/** bludelta.md 3: `Message` when all is well. */
		emptyMessage: z.enum(['text', 'null', 'omitted']),
		/** bludelta.md 5.3: the sample's spelling and the prose's. */
		stateField: z.enum(['StateBeforeRelease', 'StateBeforeReleased']),
		/** bludelta.md 5.4: the four forms that a reader must take. */
		propertiesForm: z.enum(['singleKey', 'oneObjectInList', 'keyValue', 'object']),
		/** bludelta.md 5.6: which spelling `count` takes. */
		confirmedSpelling: z.enum(['both', 'Confirmed', 'Confirmend']),
		/** bludelta.md 5.7: ids that are not known are left out, or fail the call. */
		unknownContainers: z.enum(['omitted', 'state1']),
		/** bludelta.md 10: what a confirm may be answered with is not documented; these are refused as long as this stands. */
		confirms: z.enum(['taken', 'refused']),
		/** bludelta.md 5.7: in the vendor's sample the entry `New` is later than those that followed it. */
		timestamps: z.enum(['consistent', 'contradictory']),
		/** bludelta.md 3: the `State` of a failure; the older client says above 0. */
		failedState: z.union([z.literal(1), z.literal(2)]),
		/** bludelta.md 3: the body of an error without the envelope. */
		errorBody: z.enum(['serviceStack', 'html', 'envelope']),
		/** bludelta.md 3: the answer to a request that is too large. */
		tooLarge: z.enum(['html', 'state1']),
		/** bludelta.md 5.3: what an empty queue has beside `Available`. */
		emptyQueue: z.enum(['missing', 'null']),
		/** bludelta.md 5.7: the order of a history. */
		stateOrder: z.enum(['newestFirst', 'oldestFirst']),
		/** bludelta.md 10: the answer to a confirmation that was given before. */
		confirmedAgain: z.enum(['state1', 'done', '404']),
		/** bludelta.md 3: the letter case of ids. */
		guids: z.enum(['lower', 'upper']),
		/** bludelta.md 3: moments with `Z`, as in the samples, or with an offset. */
		moments: z.enum(['Z', 'offset']),
		/** bludelta.md 6.4: what stands before the decimals of a line. */
		lineNumbers: z.enum(['point', 'comma']),
		/** bludelta.md 6.6: what `DueDateStart` holds. */
		dueDateStart: z.enum(['nothing', 'date', 'word']),
		/** bludelta.md 6.6: the sign of a credit memo's amounts. */
		creditMemoSign: z.enum(['positive', 'negative']),
	})
	.strict();

export type Settings = z.infer<typeof settings>;

export const documented: Settings = {
	processing: 'immediately',
	splitInto: 1,
	autoprocess: true,
	autoValidate: 'immediately',
	releaseErrors: true,
	releaseDeleted: false,
	wrongKey: '401',
	expiredToken: '401',
	identifier: 'required',
	requestLimit: 100_000_000,
	extensions: 'common',
	refusedBlocks: 'queue',
	v2Details: 'all',
	emptyDetection: 'object',
	emptyMessage: 'text',
	stateField: 'StateBeforeRelease',
	propertiesForm: 'singleKey',
	confirmedSpelling: 'both',
	unknownContainers: 'omitted',
	confirms: 'taken',
	timestamps: 'consistent',
	failedState: 1,
	errorBody: 'serviceStack',
	tooLarge: 'html',
	emptyQueue: 'missing',
	stateOrder: 'newestFirst',
	confirmedAgain: 'state1',
	guids: 'lower',
	moments: 'Z',
	lineNumbers: 'point',
	dueDateStart: 'nothing',
	creditMemoSign: 'positive',
};
