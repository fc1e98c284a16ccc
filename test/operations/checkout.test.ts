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
		['blanks around it', '{"checkoutUrl":" https://pay/1\\n"}', { checkoutUrl: 'https://pay/1' }],
		[
			'the other spelling beside nothing',
			'{"checkOutUrl":null,"checkoutUrl":"https://pay/1"}',
			{ checkOutUrl: null, checkoutUrl: 'https://pay/1' },
		],
		[
			'another one',
			'{"CheckoutURL":"https://pay/1"}',
			{ CheckoutURL: 'https://pay/1', checkoutUrl: 'https://pay/1' },
		],
	])('%s gives checkoutUrl', async (_name, body, expected) => {
		for (const operation of ['getCheckout', 'getCheckoutRedirect']) {
			stage.emulator.faults.add({ status: 200, body });
			const { items } = await stage.run('invoice', operation, { invoiceId: 'I' });
			expect(items[0].json).toEqual({ ...expected, invoiceId: 'I' });
		}
	});

	it.each([
		'',
		'""',
		'" "',
		'{}',
		'null',
		'[]',
		'{"checkOutUrl":null}',
		'{"checkOutUrl":""}',
		'{"checkoutUrl":7}',
	])('an answer without any (%j) fails the item', async (body) => {
		for (const operation of ['getCheckout', 'getCheckoutRedirect']) {
			stage.emulator.faults.add({ status: 200, body });
			const { error, items } = await stage.run('invoice', operation, { invoiceId: 'I' });
			expect(error!.message).toBe('BlueTape sent no checkout link');
			expect(items).toEqual([]);
		}
	});
});
