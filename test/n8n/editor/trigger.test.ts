import { approval, payment, post, secretHeader } from '../../triggers/blueTapeStage';
import type { Editor } from './editor';
import { useEditor } from './useEditor';

let editor: Editor;
useEditor((opened) => (editor = opened));

const paths = ['quote/approval', 'invoice/payment'];
const pathOf = (url: string) => url.split('/').slice(-2).join('/');

test.each([
	['On quote approval', 'quote/approval', approval, '"quote.approval"'],
	['On invoice payment', 'invoice/payment', payment, '"invoice.payment"'],
])('%s: both URLs are shown, for tests and for production, and the test URL works', async (...about) => {
	const [action, path, notice, event] = about;
	const { details } = editor;
	await editor.newWorkflow();
	await editor.add('bluetape', 'BlueTape', action);
	await details.opened();
	const test = await details.testUrls();
	await details.whole.getByText('Production URL', { exact: true }).click();
	const production = await details.urls('webhook');
	expect(production.map(pathOf)).toEqual(paths);
	expect(production.map((url) => url.replace('/webhook/', '/webhook-test/'))).toEqual(test);
	// The letter to BlueTape keeps its lines.
	const lines = details.whole.getByRole('listitem').filter({ hasText: 'Production URL that ends in' });
	expect(await lines.count()).toBe(2);
	await editor.screenshot('trigger-urls');

	await details.begin();
	await details.whole.getByText('Listening for test event').waitFor();
	const url = test.find((each) => pathOf(each) === path)!;
	expect((await post(url, notice, secretHeader)).status).toBe(200);
	expect(await details.result()).toContain(event);
});
