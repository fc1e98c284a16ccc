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
		['another name', '{"url":"https://pay/1"}', { url: 'https://pay/1', checkoutUrl: 'https://pay/1' }],
		[
			'underscores',
			'{"check_out_url":"https://pay/1"}',
			{ check_out_url: 'https://pay/1', checkoutUrl: 'https://pay/1' },
		],
		[
			'a box',
			'{"data":{"checkOutUrl":"https://pay/1"}}',
			{ data: { checkOutUrl: 'https://pay/1' }, checkoutUrl: 'https://pay/1' },
		],
		[
			'another link beside it',
			'{"redirectUrl":"https://shop/","link":"https://x/","checkoutLink":"https://pay/1"}',
			{
				...{ redirectUrl: 'https://shop/', link: 'https://x/', checkoutLink: 'https://pay/1' },
				checkoutUrl: 'https://pay/1',
			},
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
		'{"checkOutUrl":"null"}',
		'{"checkOutUrl":"Invoice is paid"}',
		'{"redirectUrl":"https://shop/"}',
	])('an answer without any (%j) fails the item', async (body) => {
		for (const operation of ['getCheckout', 'getCheckoutRedirect']) {
			stage.emulator.faults.add({ status: 200, body });
			const { error, items } = await stage.run('invoice', operation, { invoiceId: 'I' });
			expect(error!.message).toBe('BlueTape sent no checkout link');
			expect(items).toEqual([]);
		}
	});
});

it('a list of one link gives it too', async () => {
	stage.emulator.faults.add({ status: 200, body: '["https://pay/1"]' });
	const { items } = await stage.run('invoice', 'getCheckout', { invoiceId: 'I' });
	expect(items[0].json).toEqual({
		answer: ['https://pay/1'],
		checkoutUrl: 'https://pay/1',
		invoiceId: 'I',
	});
});

const nothing = ['{}', 'null', '', '[]', '5'];

describe('sign-up link', () => {
	it.each([
		'{"signUpUrl":"https://join/1"}',
		'{"data":{"sign_up_url":"https://join/1"}}',
		'"https://join/1"',
	])('%s gives signUpUrl', async (body) => {
		stage.emulator.faults.add({ status: 200, body });
		const { items } = await stage.run('customer', 'getSignUpDetails', { customerId: 'C' });
		expect(items[0].json).toMatchObject({ signUpUrl: 'https://join/1', customerId: 'C' });
	});

	it.each([...nothing, '{"signUpUrl":null}'])('%j has none', async (body) => {
		stage.emulator.faults.add({ status: 200, body });
		const { error } = await stage.run('customer', 'getSignUpDetails', { customerId: 'C' });
		expect(error!.message).toBe('BlueTape sent no sign-up link');
	});
});

describe.each([
	['invoice', { invoiceId: 'I' }],
	['quote', { quoteId: 'Q' }],
])('status of a record (%s)', (resource, ids) => {
	it.each([
		[
			'{"Status":"Paid","creditInfo":{"status":"active"}}',
			{ Status: 'Paid', creditInfo: { status: 'active' } },
		],
		['{"data":{"status":"Paid"}}', { data: { status: 'Paid' } }],
	])('%s gives status', async (body, given) => {
		stage.emulator.faults.add({ status: 200, body });
		const { items } = await stage.run(resource, 'getStatus', ids);
		expect(items[0].json).toEqual({ ...given, status: 'Paid', ...ids });
	});

	it.each([...nothing, '{"status":null}'])('%j has none', async (body) => {
		stage.emulator.faults.add({ status: 200, body });
		const { error } = await stage.run(resource, 'getStatus', ids);
		expect(error!.message).toBe('BlueTape sent no status');
	});
});
