import { digest } from '../../../emulator/shared/bodies';
import { invoicePdf } from '../../pdf';
import { bluDeltaNode, bluDeltaRecords } from '../bluDeltaStage';
import { chain, file } from '../chain';
import { testStage } from '../stage';
import type { Editor } from './editor';
import { useEditor } from './useEditor';

const stage = testStage();
let editor: Editor;
useEditor((opened) => (editor = opened));

test('uploads a document, with the address of its sender', async () => {
	const { details } = editor;
	const pdf = await invoicePdf({ number: 'RE-1' });
	const nodes = [...file(pdf, 'RE-1.pdf', 'application/pdf'), bluDeltaNode(stage, 'upload')];
	const { id } = await stage.api.createWorkflow(chain('Upload', ...nodes));
	await editor.openWorkflow(id);
	await editor.openNode('BLU DELTA');
	await details.addTo('additionalFields', 'Additional Properties');
	await details.addTo('additionalProperties', 'Property');
	const property = 'additionalFields.additionalProperties.values[0]';
	await details.choose(`${property}.key`, 'SenderEmail');
	await details.fill(`${property}.value`, 'ada@example.com');
	expect(await details.execute()).toContain('"invoiceContainerId"');
	await editor.screenshot('blu-delta-upload');
	const { containers } = (await bluDeltaRecords(stage).all()).bluDelta;
	expect(Object.values(containers)).toContainEqual(
		expect.objectContaining({
			...{ fileName: 'RE-1.pdf', content: digest(pdf) },
			additionalProperties: [{ SenderEmail: 'ada@example.com' }],
		}),
	);
});
