import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Field, Shape } from './notes';
import type { Derived, Input, Options, Settings } from './parsed';
import type { PathKeys, Route } from './route';
import type { Session } from '../http/session';

/** One item on its way through one operation: what an `execute` of its own works with. */
export interface Call {
	context: IExecuteFunctions;
	itemIndex: number;
	session: Session;
	operation: Operation;
	input: Input;
	settings: Settings;
	options: Options;
	/** What `prepare` has made, before the first request of the run left. */
	prepared?: unknown;
	/** Shows a remark beside the node's output; the same remark on many items is shown once. */
	hint: (message: string, type?: 'warning') => void;
	/** What `complete` worked out; comes out with the item. */
	derived?: Derived[];
	/** An earlier try of this item, under Retry On Fail, may have done it. */
	maybeDone?: boolean;
}

/** One operation of a node: a row of the API's table. `resource()` files hold them; the engine does the rest. */
export interface Operation {
	name: string;
	/** Sentence for the editor's list of actions, e.g. `Create an invoice`. */
	action: string;
	description: string;
	route: Route;
	/** Ids in the route's braces. */
	path: Shape;
	/** Query parameters. */
	query: Shape;
	/** The body; with `bodySource` the user chooses where it comes from, without it the fields are always shown. */
	body?: Shape;
	bodySource: boolean;
	/** What the body can't do without beside its required fields, in words. */
	needs?: string;
	/** Does the operation change what exists (then its optional fields stand under `updateFields`)? */
	updates: boolean;
	/** What the call does to people, or what cannot be undone; shown on the operation. */
	effects?: string;
	/** Fields of the node beside the request, e.g. the name of a binary property. */
	settings: Shape;
	/** Names of the `options` entries that apply beside the usual ones. */
	options: Shape;
	/** Fills in what can be worked out from an item's fields together, and checks them: shows hints, throws `Failed`. */
	complete?: (call: Call) => { body: IDataObject; derived?: Derived[] };
	/** Does it replace a record that is there? */
	replaces?: boolean;
	/** What to do when two items of a run would make the same new record; without it they go one after the other. */
	twins?: string;
	/**
	 * Reads and checks what an item names, such as its file: for all items before the first request leaves. What it gives is the call's
	 * `prepared`. Throws `Failed`.
	 */
	prepare?: (call: Call) => Promise<unknown>;
	/** Files in or out: at most two at a time. */
	files: boolean;
	/** Do all items together make one call, read from the first of them? */
	together?: boolean;
	/** Must its items be worked on one after the other? */
	oneByOne: boolean;
	/** Reads the vendor's answer; the default passes it on. */
	read?: (answer: unknown) => IDataObject;
	/** What an answer looks like that is a bare text; other texts can't be read. */
	bareText?: RegExp;
	/** An operation that is more than one plain request. */
	execute?: (call: Call) => Promise<INodeExecutionData | INodeExecutionData[]>;
	/** Example of an output item beside the ids, for `__schema__`. Its names are the operation's own, as those of `gives`. */
	example: IDataObject;
	/** Names of other fields that an output item may have: none of them comes from the input item. */
	gives?: readonly string[];
	/** Is this, in whatever writing, a name of the body that comes out for another node to send? */
	makes?: (name: string) => boolean;
	/** Names of the files that come out. */
	filesOut?: (settings: Settings) => string[];
}

type Given<R extends Route, B extends Shape> = Pick<Operation, 'name' | 'action'> &
	Partial<Omit<Operation, 'route' | 'path' | 'body' | 'name' | 'action'>> & {
		route: R;
		body?: B;
	} & ([PathKeys<R>] extends [never]
		? { path?: Record<string, never> }
		: {
				path: { [K in PathKeys<R>]: Field<string> } & { [K in Exclude<string, PathKeys<R>>]?: Field<string> };
			});

/**
 * Declares an operation. The compiler refuses a route without verb and slash, and a `{key}` without an id of that name.
 * A body marked `bodySource` is offered as fields, input item or JSON.
 */
export function operation<R extends Route, B extends Shape>(given: Given<R, B>): Operation {
	return operationAt({ ...given, path: given.path ?? {} });
}

/** Declares an operation of a record whose `place` has been checked already. */
export function operationAt(
	given: Pick<Operation, 'name' | 'action' | 'route' | 'path'> & Partial<Operation>,
): Operation {
	return {
		description: given.action,
		query: {},
		bodySource: false,
		updates: given.route.startsWith('PUT '),
		settings: {},
		options: {},
		files: false,
		oneByOne: false,
		example: {},
		...given,
	};
}

/** The parameter that holds the optional fields of an operation. */
export const collectionOf = (operation: Pick<Operation, 'updates'>): 'updateFields' | 'additionalFields' =>
	operation.updates ? 'updateFields' : 'additionalFields';

/** Does the operation send a body as the vendor documents it, which may have more fields than the table knows? */
export const takesExtraFields = ({ body, bodySource }: Operation): boolean =>
	bodySource && body !== undefined && Object.keys(body).length > 0;

/** A resource of the API and its operations, keyed by the value that workflows store. */
export interface Resource {
	name: string;
	description: string;
	operations: Record<string, Operation>;
}

export const resource = (given: Resource): Resource => given;
