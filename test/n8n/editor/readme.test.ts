import { testStage } from '../stage';
import type { Editor } from './editor';
import { invoice } from './invoice';
import { useEditor } from './useEditor';

const { credentials, emulator } = testStage();
let editor: Editor;
useEditor((opened) => (editor = opened));

const person = {
	firstName: 'Ada',
	lastName: 'Byron',
	emailAddress: 'ada.byron@example.com',
	cellPhoneNumber: '+12025550143',
};

test('"Your first invoice" of the README, from an empty canvas to the page where the customer pays', async () => {
	const { canvas, details } = editor;
	await editor.start('bluetape', 'BlueTape', 'Create or update a customer');
	await details.chooseCredential(credentials.blueTapeApi.name);
	await details.fillAll({ customerId: 'CUST-README', ...person });
	await details.close();

	await editor.add('bluetape', 'BlueTape', 'Create an invoice');
	await details.opened();
	await details.chooseCredential(credentials.blueTapeApi.name);
	await details.fillAll({ invoiceId: 'INV-README', ...invoice, customerId: 'CUST-README' });
	await details.close();

	await editor.add('bluetape', 'BlueTape', 'Get the checkout link of an invoice');
	await details.opened();
	await details.chooseCredential(credentials.blueTapeApi.name);
	await details.fill('invoiceId', 'INV-README');
	await details.close();

	await canvas.execute(4);
	await editor.openNode('Get the checkout link of an invoice');
	expect(await details.result()).toContain('checkoutUrl');
	const sent = (await emulator.journal()).map(({ method, path, status }) => `${method} ${path} ${status}`);
	expect(sent).toEqual([
		expect.stringMatching(/^POST .*\/customer 201$/),
		expect.stringMatching(/^POST .*\/invoice 201$/),
		expect.stringMatching(/^GET .*\/invoice\/INV-README\/checkout 200$/),
	]);
});
