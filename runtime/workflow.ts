export interface WorkflowNode {
	id?: string;
	name: string;
	type: string;
	typeVersion?: number;
	position?: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string; name: string }>;
	[field: string]: unknown;
}

/** A workflow as the editor exports it. */
export interface WorkflowJson {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	[field: string]: unknown;
}

export interface Workflow extends WorkflowJson {
	id: string;
	versionId: string;
	active: boolean;
}

/** Name of the node that a run by hand starts from: the Manual Trigger, else the first trigger. */
export function firstTrigger({ name, nodes }: WorkflowJson): string {
	const trigger =
		nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger') ??
		nodes.find(({ type }) => /trigger$|\.webhook$/i.test(type));
	if (!trigger) throw new Error(`The workflow "${name}" has no trigger`);
	return trigger.name;
}
