import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

describe('checkout link', () => {
	it.each([
		[
			'an object',
			'{"checkOutUrl":"https://pay/1"}',
			{ checkOutUrl: 'https://pay/1', checkoutUrl: 'https://pay/1' },
		],
		['the other spelling', '{"checkoutUrl":"https://pay/1"}', { checkoutUrl: 'https://pay/1' }],
		['a bare JSON string', '"https://pay/1"', { checkoutUrl: 'https://pay/1' }],
		['a bare text', 'https://pay/1', { checkoutUrl: 'https://pay/1' }],
	])('%s gives checkoutUrl', async (_name, body, expected) => {
		for (const operation of ['getCheckout', 'getCheckoutRedirect']) {
			stage.emulator.faults.add({ status: 200, body });
			const { items } = await stage.run('invoice', operation, { invoiceId: 'I' });
			expect(items[0].json).toEqual({ ...expected, invoiceId: 'I' });
		}
	});

	it.each(['', '""'])('an answer without any (%j) fails the item', async (body) => {
		stage.emulator.faults.add({ status: 200, body });
		const { error } = await stage.run('invoice', 'getCheckout', { invoiceId: 'I' });
		expect(error!.message).toBe('BlueTape sent no checkout link');
	});
});
