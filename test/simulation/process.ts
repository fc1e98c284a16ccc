import {
	ObservableObject,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import type { Readable } from 'node:stream';
import { bluDelta } from '../../nodes/BluDelta/api';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';
import { downloadNextDocument } from '../../nodes/BluDelta/resources/download';
import { poll } from '../../nodes/BluDelta/trigger/poll';
import type { TriggerSettings } from '../../nodes/BluDelta/trigger/triggerFields';
import { openSession } from '../../nodes/shared/http/session';
import type { Call } from '../../nodes/shared/table/operation';
import { BASE, type Vendor } from './vendor';

export interface Settings {
	confirmation: 'onHandOver' | 'manual';
	limit: number;
	/** As `engine` in test/engine/poll.ts. */
	engine: 'usual' | 'scheduled' | 'durable';
}

const parameters = {
	...{ apiVersion: 'v2', includeResultPdf: false, output: 'simplified', redeliverAfter: 60 },
	binaryPropertyName: 'data',
};
const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One n8n: an active trigger, its static data in memory and in the database, and the process that forgets when it ends. */
export class N8nProcess {
	/** By the node's name, or its id, or `global`. */
	private saved: IDataObject = {};
	private memory = this.load();
	private workflows = 1;
	name = 'Trigger';
	/** Files that n8n will not be able to store. */
	badFiles = 0;

	constructor(
		private readonly vendor: Vendor,
		readonly settings: Settings,
	) {}

	private get given(): TriggerSettings {
		return { ...parameters, ...this.settings } as unknown as TriggerSettings;
	}

	/** Static data as n8n loads them. */
	private load(): IDataObject {
		return ObservableObject.create(clone(this.saved));
	}

	/** n8n ends, and starts again from its database. */
	restart(): void {
		ledgers.clear();
		this.memory = this.load();
	}

	/** The workflow is published anew, maybe with another name for the node: it is loaded from the database, the process goes on. */
	publish(name = this.name): void {
		this.name = name;
		this.memory = this.load();
	}

	/** Another workflow with such a trigger is published, in the running process: nothing is kept of it. */
	another(): void {
		this.workflows++;
		this.saved = {};
		this.memory = this.load();
	}

	/** Does the database know all that the process does? */
	knowsAll(): boolean {
		const [ledger] = ledgers.values();
		if (!ledger) return true;
		const { documents = {}, lost } = Object.values(this.isDurable ? this.durable : (this.saved.global ?? {}))
			.map((kept) => kept as { documents?: Record<string, { downloads: number }>; lost?: { at: number } })
			.concat({})[0];
		return (
			(lost?.at ?? 0) >= ledger.lost.at &&
			[...ledger.documents].every(
				([id, document]) => document.state === 'gone' || documents[id]?.downloads === document.downloads,
			)
		);
	}

	private get isDurable(): boolean {
		return this.settings.engine === 'durable';
	}

	/** What n8n's other engine keeps: by the node's id. */
	private get durable(): IDataObject {
		return (this.saved.id ??= {}) as IDataObject;
	}

	/** One poll. Gives its two outputs, or what it failed with. Nothing is saved yet. `activation`: the one as n8n activates a workflow. */
	async poll(
		activation = false,
	): Promise<{ items: INodeExecutionData[]; failed?: string; commit: () => void }> {
		const { isDurable } = this;
		const snapshot = clone(this.durable);
		const memory = this.settings.engine === 'scheduled' && !activation ? this.load() : this.memory;
		const data = (type: string) => {
			if (type === 'node' && isDurable) return snapshot;
			// n8n's usual engine goes by the node's name.
			return (memory[type === 'node' ? this.name : type] ??= ObservableObject.create({})) as IDataObject;
		};
		try {
			const lists = (await poll(this.context('trigger', data, activation), this.given)).lists();
			const commit = () => {
				if (isDurable && (lists || !activation)) this.saved.id = clone(snapshot);
				else if (lists) this.saved = clone(memory);
			};
			return { items: (lists ?? []).flat(), commit };
		} catch (error) {
			return { items: [], failed: (error as Error).message, commit: () => undefined };
		}
	}

	/** A test run in the editor, or *Download Next* there; gives what came. */
	async byHand(what: 'test' | 'downloadNext'): Promise<INodeExecutionData[]> {
		const context = this.context('manual', () => ({}));
		try {
			if (what === 'test') return ((await poll(context, this.given)).lists() ?? []).flat();
			this.vendor.byHand = true;
			const call = {
				...{ context, itemIndex: 0, operation: downloadNextDocument, options: {}, hint: () => undefined },
				...{ session: await openSession(context, bluDelta), input: { path: {}, query: {}, body: {} } },
				settings: { ...parameters, confirmation: 'manual' },
			};
			return [await downloadNextDocument.execute!(call as unknown as Call)].flat();
		} catch {
			return [];
		} finally {
			this.vendor.byHand = false;
		}
	}

	private context(
		mode: 'trigger' | 'manual',
		data: (type: string) => IDataObject,
		activation = false,
	): IPollFunctions {
		const { settings, vendor, name } = this;
		const request = async (options: IHttpRequestOptions) => await vendor.request(options);
		const context = {
			getNode: () => ({ id: 'n', name }),
			getWorkflow: () => ({ id: `w${this.workflows}`, name: 'Workflow' }),
			getMode: () => mode,
			getNodeParameter: (_key: string, fallback?: unknown) => fallback,
			getWorkflowStaticData: data,
			getCredentials: async () => ({ baseUrl: BASE, apiKey: 'k', apiIdentifier: 'C', clients: '' }),
			getPollBudgetMs: () => (settings.engine === 'usual' || activation ? 300_000 : 36_000),
			logger: { warn: () => undefined, debug: () => undefined, info: () => undefined },
			helpers: {
				httpRequest: request,
				httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) =>
					await request(options),
				prepareBinaryData: async (content: Readable, fileName: string) => {
					for await (const _ of content);
					if (this.badFiles > 0) {
						this.badFiles--;
						throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
					}
					return { fileName, mimeType: 'image/png', data: '' };
				},
			},
		};
		return context as unknown as IPollFunctions;
	}
}
