import { lineFor } from '../../runtime/nodeFor';

// `engines.node` of n8n 1.85.3, 2.0.3, 2.20.0, 2.41.1.
it.each([
	['>=18.17 <= 22', '^20.19.0'],
	['>=20.19 <= 24.x', '^20.19.0'],
	['>=22.16', '^22.22.0'],
	['>=24.0.0', '^24.0.0'],
])('an n8n that asks for Node %s gets %s', (engines, line) => expect(lineFor(engines)).toBe(line));

it('says which there are when none fits', () => {
	expect(() => lineFor('>=99')).toThrow('No Node for ">=99" here. There are ^20.19.0, ^22.22.0, ^24.0.0');
});
