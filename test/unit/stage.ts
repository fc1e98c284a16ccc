import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
} from 'n8n-workflow';
import { runOperation } from '../../nodes/shared/run/execute';
import type { Operation } from '../../nodes/shared/table/operation';
import type { Vendor } from '../../nodes/shared/http/session';

/** An API of no particular vendor. */
export const acme: Vendor = {
	name: 'Acme',
	credential: 'acmeApi',
	baseUrl: async (context) => (await context.getCredentials<{ baseUrl: string }>('acmeApi')).baseUrl,
	explain: (status, body) => ({
		message: `Acme answered ${status}`,
		code: (body as { code?: string } | undefined)?.code,
		advice: 'Ask Acme',
	}),
};

export interface Answering {
	statusCode?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

export interface Given {
	/** By name; a function gives another value for each item. */
	parameters?: Record<string, unknown>;
	items?: INodeExecutionData[];
	/** What Acme answers, by request; an error is thrown. */
	answer?: (request: IHttpRequestOptions, index: number) => Answering | Error | Promise<Answering | Error>;
	node?: Partial<INode>;
	goOn?: boolean;
	signal?: AbortSignal;
	vendor?: Partial<Vendor>;
	credential?: IDataObject;
	timeZone?: string;
	helpers?: object;
	execution?: string;
	runIndex?: number;
	/** Does a model call the node as its tool? */
	tool?: boolean;
}

/** As much of n8n's context as the engine asks for, without n8n. */
export function stage(given: Given = {}) {
	const { parameters = {}, items = [{ json: {} }], answer, credential } = given;
	const sent: IHttpRequestOptions[] = [];
	const signed: unknown[][] = [];
	const hints: unknown[] = [];
	const logged: string[] = [];
	const warned: string[] = [];
	const request = async (options: IHttpRequestOptions) => {
		sent.push(options);
		const answered = await answer?.(options, sent.length - 1);
		if (answered instanceof Error) throw answered;
		return { statusCode: 200, headers: {}, body: {}, ...answered };
	};
	const context = {
		getInputData: () => items,
		getNodeParameter: (name: string, itemIndex: number, fallback: unknown) => {
			const value = name in parameters ? parameters[name] : fallback;
			return typeof value === 'function' ? (value as (index: number) => unknown)(itemIndex) : value;
		},
		getTimezone: () => given.timeZone ?? 'UTC',
		getCredentials: async () => credential ?? { baseUrl: 'https://api.test/v1', key: 'k' },
		getNode: () => ({ name: 'Acme', ...given.node }),
		getWorkflow: () => ({ id: 'w' }),
		getExecutionId: () => given.execution ?? '1',
		getWorkflowDataProxy: () => ({ $runIndex: given.runIndex ?? 0 }),
		isToolExecution: () => given.tool ?? false,
		getExecutionCancelSignal: () => given.signal,
		addExecutionHints: (hint: unknown) => hints.push(hint),
		logger: { info: (line: string) => logged.push(line), warn: (line: string) => warned.push(line) },
		helpers: {
			httpRequest: request,
			async httpRequestWithAuthentication(
				this: unknown,
				type: string,
				options: IHttpRequestOptions,
				more: { credentialsDecrypted: unknown },
			) {
				signed.push([this === context, type, more.credentialsDecrypted]);
				return await request(options);
			},
			...given.helpers,
		},
	};
	return { context: context as unknown as IExecuteFunctions, sent, signed, hints, logged, warned };
}

/** Runs one operation over the items; gives what came out, or the error that ended the run. */
export async function run(operation: Operation, given: Given = {}) {
	const { context, ...seen } = stage({
		...given,
		parameters: { resource: 'thing', operation: 'do', bodySource: 'fields', ...given.parameters },
	});
	const resources = { thing: { name: 'Thing', description: 'Things', operations: { do: operation } } };
	const ended = await runOperation(
		context,
		resources,
		{ ...acme, ...given.vendor },
		given.goOn ?? false,
	).then(
		(items) => ({ items, error: undefined }),
		(error: unknown) => ({ items: [], error: error as Error & Record<string, unknown> }),
	);
	return { ...ended, ...seen };
}
