import { type Execution, type StoredExecution, readExecution } from './execution';
import type { N8n } from './n8n';
import { type Rest, RestError, rest } from './rest';
import { until } from './until';
import { type Workflow, type WorkflowJson, firstTrigger } from './workflow';

/** The one user of a demo or test n8n. */
export const owner = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'User',
	password: 'BlueTape-demo-1',
};

export interface Credential {
	id: string;
	name: string;
	type: string;
}

const finished = new Set(['success', 'error', 'crashed', 'canceled']);

/**
 * Drives one n8n through the REST interface of its editor (n8n-platform.md 8.2). Call `login()` first, or pass the cookie of
 * another session.
 * Every method throws `RestError` with n8n's own message when n8n refuses.
 */
export class N8nApi {
	readonly rest: Rest;

	/** Of a started n8n; its address and the folder of its installation are enough. */
	constructor(
		private readonly n8n: Pick<N8n, 'url'> & { install: { folder: string } },
		cookie?: string,
	) {
		this.rest = rest(n8n.url, cookie);
	}

	/** Logs `owner` in; sets the account up first in a new n8n. */
	async login(): Promise<void> {
		try {
			await this.rest('POST', '/rest/owner/setup', owner);
		} catch (error) {
			if (!(error instanceof RestError && error.status === 400)) throw error;
			await this.rest('POST', '/rest/login', { emailOrLdapLoginId: owner.email, password: owner.password });
		}
	}

	/** Names of all node types, like `n8n-nodes-bluetape.blueTape`. */
	async nodeTypes(): Promise<string[]> {
		return (await this.rest<Array<{ name: string }>>('GET', '/types/nodes.json')).map(({ name }) => name);
	}

	/** Names of all credential types, like `blueTapeApi`. */
	async credentialTypes(): Promise<string[]> {
		return (await this.rest<Array<{ name: string }>>('GET', '/types/credentials.json')).map(
			({ name }) => name,
		);
	}

	async createCredential(credential: {
		name: string;
		type: string;
		data: Record<string, unknown>;
	}): Promise<Credential> {
		const { id, name, type } = await this.rest<Credential>('POST', '/rest/credentials', credential);
		return { id, name, type };
	}

	/** What the editor's "Test" does after saving: `{ status: 'OK' | 'Error', message }`. */
	async testCredential(credential: Credential): Promise<{ status: 'OK' | 'Error'; message: string }> {
		const stored = await this.rest<{ data: unknown }>(
			'GET',
			`/rest/credentials/${credential.id}?includeData=true`,
		);
		return await this.rest('POST', '/rest/credentials/test', {
			credentials: { ...credential, data: stored.data },
		});
	}

	async createWorkflow(workflow: WorkflowJson): Promise<Workflow> {
		const { name, nodes, connections, settings, pinData } = workflow;
		return await this.rest('POST', '/rest/workflows', { name, nodes, connections, settings, pinData });
	}

	async workflow(id: string): Promise<Workflow> {
		return await this.rest('GET', `/rest/workflows/${id}`);
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.rest('POST', `/rest/workflows/${id}/archive`, {});
		await this.rest('DELETE', `/rest/workflows/${id}`);
	}

	/** Publishes the workflow and waits until its triggers listen. Throws when one of them can't. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
		const { status, triggers } = await until(`workflow ${id} is published`, 60, async () => {
			const publication = await this.publication(id);
			const settled = publication.status !== 'in_progress' && publication.status !== 'not_published';
			return settled ? publication : undefined;
		});
		if (status !== 'published')
			throw new Error(`Not published: ${triggers.map((t) => t.errorMessage).join('; ')}`);
	}

	/** Takes the workflow back and waits until its triggers are gone. */
	async deactivate(id: string): Promise<void> {
		await this.rest('POST', `/rest/workflows/${id}/deactivate`, {});
		await until(`workflow ${id} is unpublished`, 60, async () => {
			return (await this.publication(id)).status === 'not_published' || undefined;
		});
	}

	/** Address of a webhook with this path, once its workflow is active. */
	webhookUrl(path: string): string {
		return `${this.n8n.url}/webhook/${path}`;
	}

	/**
	 * Runs a workflow as the editor's button does, from `trigger` (default: its Manual Trigger, else its first
	 * trigger) and waits for the end. A failed workflow is an answer like any other: see `status`.
	 */
	async runAndRead(id: string, { trigger, seconds = 120 }: RunOptions = {}): Promise<Execution> {
		const name = trigger ?? firstTrigger(await this.workflow(id));
		const started = await this.rest<{ executionId?: string }>('POST', `/rest/workflows/${id}/run`, {
			triggerToStartFrom: { name },
		});
		if (!started.executionId) throw new Error(`"${name}" waits for an event; it can't be run by a button`);
		return await this.finishedExecution(started.executionId, seconds);
	}

	/** Ids of a workflow's executions, newest first. */
	async executionIds(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const list = await this.rest<{ results: Array<{ id: string }> }>(
			'GET',
			`/rest/executions?limit=100&filter=${filter}`,
		);
		return list.results.map(({ id }) => String(id));
	}

	/** An execution with its data, finished or not. */
	async execution(id: string): Promise<Execution> {
		return readExecution(
			await this.rest<StoredExecution>('GET', `/rest/executions/${id}`),
			this.n8n.install.folder,
		);
	}

	/** Waits for an execution's end. */
	async finishedExecution(id: string, seconds = 120): Promise<Execution> {
		return await until(`execution ${id} is finished`, seconds, async () => {
			const stored = await this.rest<StoredExecution>('GET', `/rest/executions/${id}`);
			return finished.has(stored.status) ? readExecution(stored, this.n8n.install.folder) : undefined;
		});
	}

	/** Waits until the workflow has `count` executions, all finished; oldest first. For webhooks and polls. */
	async executions(workflowId: string, count: number, seconds = 60): Promise<Execution[]> {
		const ids = await until(`workflow ${workflowId} has ${count} executions`, seconds, async () => {
			const all = await this.executionIds(workflowId);
			return all.length >= count ? all.reverse() : undefined;
		});
		return await Promise.all(ids.map(async (id) => await this.finishedExecution(id, seconds)));
	}

	private async publication(id: string) {
		return await this.rest<{ status: string; triggers: Array<{ errorMessage?: string | null }> }>(
			'GET',
			`/rest/workflows/${id}/publication-status`,
		);
	}
}

export interface RunOptions {
	/** Name of the trigger node to start from. */
	trigger?: string;
	/** Longest wait for the end. */
	seconds?: number;
}
