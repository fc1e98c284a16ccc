import {
	Workflow,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { Container, core } from './core';
import type { CredentialTypes } from './credentials';
import { nodeOf, nodeTypesOf, serverData } from './server';

export interface Polling {
	/** The trigger under test, e.g. `new BluDeltaTrigger()`. */
	node: INodeType;
	parameters: IDataObject;
	credentials: Record<string, IDataObject>;
	credentialTypes: CredentialTypes;
	/**
	 * n8n's ways to poll. `default`: static data lives in memory, is saved only when there are items, and a throw keeps what was
	 * changed. `scheduled` (N8N_SCHEDULER_POLL_TRIGGERS_ENABLED): each poll loads the workflow anew. `durable`
	 * (N8N_POLLER_DURABLE_CURSORS_ENABLED): each poll has a snapshot, saved with its result, items or not; a throw discards it.
	 */
	engine?: 'default' | 'scheduled' | 'durable';
	/** How long a poll may take; null in an n8n that does not say. */
	budgetMs?: number | null;
	mode?: WorkflowExecuteMode;
	workflowId?: string;
	/** The node's name, which n8n keys its static data by, and its id. */
	name?: string;
	nodeId?: string;
	/** n8n's process ends: what the node's modules hold in memory is gone. */
	forget?: () => void;
}

/** One active workflow with a trigger that polls, as n8n 2.41 runs it (core: active-workflow-triggers, poll-context). */
export class PollHost {
	/** What the database holds of the workflow's static data. */
	saved: IDataObject = {};
	/** Warnings of the node in n8n's log. */
	readonly log: string[] = [];
	/** Items of the node's second output, of the last tick. */
	second: INodeExecutionData[] = [];
	private workflow: Workflow;

	constructor(private polling: Polling) {
		this.workflow = this.load();
	}

	/** n8n ends, without any farewell, and starts again from its database. */
	restart(): void {
		this.polling.forget?.();
		this.workflow = this.load();
	}

	/** The workflow is changed and published anew, or switched off and on, in the running process. A poll under way goes on. */
	publish(changed: Partial<Polling>): void {
		this.polling = { ...this.polling, ...changed };
		this.workflow = this.load();
	}

	/**
	 * One tick; gives the items of the first output. `activation`: the poll that n8n makes as it activates a workflow, with the
	 * usual budget in each engine. `crash`: n8n dies after the node has returned and before anything was stored, so the items are
	 * gone; `saved`: after the static data were, which n8n does apart from the items unless it is `durable`. A throw of the node comes through, after what the engine does then. What a poll
	 * brings whose workflow was published anew meanwhile is thrown away (core: poll-trigger-executor).
	 */
	async tick({ crash = false, saved = false, activation = false } = {}): Promise<INodeExecutionData[]> {
		const { engine = 'default', node } = this.polling;
		const published = this.workflow;
		const workflow = engine === 'scheduled' && !activation ? this.load() : published;
		await Container.get(core.BinaryDataService).init();
		// The one is keyed by the node's id, the other by its name.
		const snapshot = clone(this.saved.durable ?? this.saved[this.key] ?? {}) as IDataObject;
		this.second = [];
		const context = this.context(workflow, activation, engine === 'durable' ? () => snapshot : undefined);
		const result = await node.poll!.call(context as never);
		if (crash) {
			if (saved && engine !== 'durable') this.saved = clone(workflow.staticData);
			this.restart();
			return [];
		}
		if (published !== this.workflow) return [];
		const [items = [], second = []] = result ?? [];
		this.second = second;
		if (engine === 'durable') {
			if (result || !activation) this.saved = { ...this.saved, durable: clone(snapshot) };
		} else if (result) this.saved = clone(workflow.staticData);
		return items;
	}

	private context(workflow: Workflow, activation: boolean, staticData?: () => IDataObject): object {
		const {
			credentialTypes,
			credentials,
			mode = 'trigger',
			engine = 'default',
			budgetMs = engine === 'default' || activation ? 300_000 : 36_000,
		} = this.polling;
		const server = serverData(credentialTypes, credentials, mode);
		const node = workflow.getNode(this.polling.name ?? 'Trigger')!;
		const context = new core.PollContext(
			...([workflow, node, server, mode, 'activate'] as const),
			...([undefined, undefined, undefined, undefined, staticData, () => budgetMs ?? 0] as const),
		);
		if (budgetMs === null) Object.defineProperty(context, 'getPollBudgetMs', { value: undefined });
		const warn = (message: string) => void this.log.push(message);
		Object.defineProperty(context, 'logger', { value: { warn, debug() {}, info() {}, error() {} } });
		return context;
	}

	/** Where n8n's usual engine keeps the node's static data. */
	private get key(): string {
		return `node:${this.polling.name ?? 'Trigger'}`;
	}

	private load(): Workflow {
		const { node, parameters, credentials, workflowId = 'w', name = 'Trigger', nodeId = 't' } = this.polling;
		const type = node.description.name;
		return new Workflow({
			id: workflowId,
			name: 'w',
			active: true,
			nodeTypes: nodeTypesOf({ [type]: node }),
			staticData: clone(this.saved),
			nodes: [nodeOf(nodeId, name, type, parameters, credentials)],
			connections: {},
		});
	}
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
