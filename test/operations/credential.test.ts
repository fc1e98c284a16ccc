import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { StoredCredentials } from '../engine/credentials';
import { credentialTypes } from '../../release/published';

let stage: BlueTapeStage;

beforeEach(async () => {
	stage = await blueTapeStage({ seed: true });
});

afterEach(async () => {
	jest.restoreAllMocks();
	await stage.emulator.stop();
});

test('the stored credential is read as often for many items as for one, and travels with each request', async () => {
	const reads = jest.spyOn(StoredCredentials.prototype, 'getDecrypted');
	const get = async (count: number) => {
		reads.mockClear();
		const items = Array.from({ length: count }, () => ({ json: {} }));
		await stage.run('invoice', 'getStatus', { invoiceId: 'INVOICE-3001' }, { items });
		return reads.mock.calls.length;
	};
	const one = await get(1);
	expect(one).toBeGreaterThan(0);
	expect(await get(20)).toBe(one);
	const sent = stage.emulator.journal.filter({ path: '/status' });
	expect(sent).toHaveLength(21);
	for (const { headers } of sent) {
		expect(headers).toMatchObject({ 'x-bluetape-key': 'correct', 'x-integration-accountid': 'correct' });
	}
});

test.each(Object.values(credentialTypes))(
	'$name says first where its secret comes from',
	({ properties: [first] }) => {
		expect(first.type).toBe('notice');
		expect(first.displayName).toMatch(/hands (out|this secret out)/);
	},
);
