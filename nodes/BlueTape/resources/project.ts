import { choice, decimal, optional, optionalText } from '../../shared/field';
import { type Shape } from '../../shared/table/notes';
import { operation, resource } from '../../shared/table/operation';
import { REPLACES, upsert } from '../upsert';
import { newProjectId, projectId } from './ownIds';
import { sourceModifiedDate } from './sourceModifiedDate';

// bluetape.md 4.9, C21: the project inside an invoice has other names
const details = {
	name: optionalText(),
	address: optionalText({ description: 'The whole address in one line' }),
	creditAmount: optional(decimal({ description: 'Contracted amount' })),
	status: optional(
		choice([
			{ name: 'Active', value: 'active' },
			{ name: 'Inactive', value: 'inactive' },
		]),
	),
	sourceModifiedDate,
} satisfies Shape;

const example = { blueTapeId: '63168de0cbee', projectId: 'PRO-1001' };

const create = operation({
	name: 'Create',
	action: 'Create project',
	description: 'Create a project, to link invoices and quotes to',
	route: 'POST /integration/project',
	body: { id: newProjectId, ...details },
	bodySource: true,
	example,
});

const update = operation({
	name: 'Update',
	action: 'Update project',
	description: 'Change name, address, amount or status of a project',
	route: 'PUT /integration/project/{projectId}',
	path: { projectId },
	body: details,
	bodySource: true,
	effects: REPLACES,
	example,
});

/** Projects: what invoices and quotes are for. */
export const project = resource({
	name: 'Project',
	description: 'What invoices and quotes are for',
	operations: { create, update, upsert: upsert(create, update) },
});
