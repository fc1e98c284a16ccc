import type { INodePropertyOptions } from 'n8n-workflow';
import { nodes } from '../../release/published';

const actions = Object.values(nodes).flatMap(({ description }) =>
	description.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options = [] }) => (options as INodePropertyOptions[]).map(({ action }) => action)),
);

test('each action is in sentence case and has no article, as n8n asks for', () => {
	expect(actions.length).toBeGreaterThan(40);
	for (const action of actions) {
		expect(action).toMatch(/^[A-Z][a-z]*( [a-z]+)*$/);
		expect(action).not.toMatch(/\b(an?|the)\b/i);
	}
});

test('no two actions of a node are called the same', () => {
	expect(new Set(actions).size).toBe(actions.length);
});
