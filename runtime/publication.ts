import { RestError, type Rest } from './rest';
import { until } from './until';
import type { Workflow } from './workflow';

interface Publication {
	status: string;
	triggers: Array<{ errorMessage?: string | null }>;
}

/** What the route answers; `otherwise` speaks for an n8n that has no such route yet. */
async function answer<T>(route: Promise<T>, otherwise: () => Promise<T>): Promise<T> {
	try {
		return await route;
	} catch (error) {
		if (!(error instanceof RestError && error.status === 404)) throw error;
		return await otherwise();
	}
}

const stored = async (rest: Rest, id: string) => await rest<Workflow>('GET', `/rest/workflows/${id}`);

/** Before 2.30 n8n publishes first and answers then. */
async function publication(rest: Rest, id: string): Promise<Publication> {
	return await answer(rest('GET', `/rest/workflows/${id}/publication-status`), async () => ({
		status: (await stored(rest, id)).active ? 'published' : 'not_published',
		triggers: [],
	}));
}

/** Publishes a workflow and waits until its triggers listen. Throws when one of them can't. */
export async function publish(rest: Rest, id: string): Promise<void> {
	const { versionId } = await stored(rest, id);
	const path = `/rest/workflows/${id}`;
	// Before 1.122 n8n takes it for a change of the workflow like any other.
	await answer(
		rest('POST', `${path}/activate`, { versionId }),
		async () => await rest('PATCH', path, { active: true, versionId }),
	);
	await listening(rest, id);
}

/** Waits until the triggers of a workflow that is being published listen. Throws when one of them can't. */
export async function listening(rest: Rest, id: string): Promise<void> {
	const { status, triggers } = await until(`workflow ${id} is published`, 60, async () => {
		const found = await publication(rest, id);
		const settled = found.status !== 'in_progress' && found.status !== 'not_published';
		return settled ? found : undefined;
	});
	if (status !== 'published')
		throw new Error(`Not published: ${triggers.map((t) => t.errorMessage).join('; ')}`);
}

/** Takes a workflow back and waits until its triggers are gone. */
export async function unpublish(rest: Rest, id: string): Promise<void> {
	const path = `/rest/workflows/${id}`;
	await answer(
		rest('POST', `${path}/deactivate`, {}),
		async () => await rest('PATCH', path, { active: false }),
	);
	await until(`workflow ${id} is unpublished`, 60, async () => {
		return (await publication(rest, id)).status === 'not_published' || undefined;
	});
}
