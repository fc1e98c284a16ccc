import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { ids, outgoing } from './call';
import { kept } from './kept';
import type { Call } from '../table/operation';
import type { Outgoing } from '../http/request';

/** The vendor's answer as fields: an object as it came, anything else (a bare string, a list) under `answer`. */
export function fieldsOf(answer: unknown): IDataObject {
	if (answer === undefined || answer === null || answer === '') return {};
	return typeof answer === 'object' && !Array.isArray(answer) ? (answer as IDataObject) : { answer: answer };
}

/** What nobody gave and is sent all the same, for the output item. */
const told = ({ derived }: Call): IDataObject => (derived?.length ? { derived } : {});

/** The output item of one call: the vendor's answer, `extra`, and the caller's ids. An empty answer still gives an item. */
export function answerItem(call: Call, answer: unknown, extra: IDataObject = {}): INodeExecutionData {
	const { read = fieldsOf } = call.operation;
	// n8n's Retry On Fail would run all items again at a top-level `error`, even one in a good answer.
	const { error, ...fields } = read(answer);
	return {
		json: {
			...fields,
			...(error !== undefined && { answeredError: error }),
			...extra,
			...ids(call),
			...told(call),
		},
	};
}

/** The output item of a dry run: the request that would be sent (`changed` as in `sendCall`), without its secret headers. */
export function dryRunItem(
	call: Call,
	extra: IDataObject = {},
	changed: Partial<Outgoing> = {},
): INodeExecutionData {
	const { name } = call.session.vendor;
	// Left on by mistake, it would keep every invoice from being sent.
	call.hint(
		`Dry run: nothing was sent. ${name} was not asked, so an ID that it does not know is not noticed`,
		'warning',
	);
	const { method, path, query = {}, body } = { ...outgoing(call), ...changed };
	const request = {
		method,
		url: call.session.baseUrl + path,
		query,
		...(body && { body: body as IDataObject }),
	};
	return { json: { dryRun: true, request, ...extra, ...ids(call), ...told(call) } };
}

/** The item's own fields and files with those of `items` over them, where the user wants to keep them. */
export function withInput(call: Call, items: INodeExecutionData[]): INodeExecutionData[] {
	const { context, itemIndex, options } = call;
	if (!options.keepInput) return items;
	return items.map((item) => {
		// An item that is made of several keeps what the first of them has.
		const [from = itemIndex] = [item.pairedItem ?? []]
			.flat()
			.map((pair) => (typeof pair === 'number' ? pair : pair.item));
		const { json, binary } = kept(call, context.getInputData()[from]);
		return {
			...item,
			json: { ...json, ...item.json },
			...((binary ?? item.binary) && { binary: { ...binary, ...item.binary } }),
		};
	});
}
