import type { N8n } from './n8n';
import { publish, unpublish } from './publication';
import { RestError, rest } from './rest';
import { Runs } from './runs';
import type { Workflow, WorkflowJson } from './workflow';

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

/**
 * Drives one n8n through the REST interface of its editor. Call `login()` first, or pass
 * the cookie of another session. Every method throws `RestError` with n8n's own message when n8n refuses.
 */
export class N8nApi extends Runs {
	/** Of a started n8n; its address and the folder of its installation are enough. */
	constructor(
		private readonly n8n: Pick<N8n, 'url'> & { install: { folder: string } },
		cookie?: string,
	) {
		super(rest(n8n.url, cookie), n8n.install.folder);
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

	async deleteCredential(id: string): Promise<void> {
		await this.rest('DELETE', `/rest/credentials/${id}`);
	}

	async createWorkflow(workflow: WorkflowJson): Promise<Workflow> {
		const { name, nodes, connections, settings, pinData } = workflow;
		// Before 2 n8n asks for `active`.
		const created = { name, nodes, connections, settings, pinData, active: false };
		return await this.rest('POST', '/rest/workflows', created);
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
		await publish(this.rest, id);
	}

	/** Takes the workflow back and waits until its triggers are gone. */
	async deactivate(id: string): Promise<void> {
		await unpublish(this.rest, id);
	}

	/** Address of a webhook with this path, once its workflow is active. */
	webhookUrl(path: string): string {
		return `${this.n8n.url}/webhook/${path}`;
	}
}
