import { binaryItem } from '../engine/binary';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { caseOf } from './cases';
import { PDF } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

describe('dry run', () => {
	it('shows the request and sends nothing', async () => {
		const { fields, body } = caseOf('invoice', 'create');
		const { items } = await stage.run('invoice', 'create', {
			...fields,
			bodySource: 'fields',
			options: { dryRun: true },
		});
		expect(items[0].json).toEqual({
			dryRun: true,
			request: {
				method: 'POST',
				url: `${stage.credential.baseUrl as string}/integration/invoice`,
				query: {},
				body,
			},
			invoiceId: 'INV 7/a',
		});
		expect(JSON.stringify(items)).not.toContain(stage.credential.apiKey);
		expect(stage.requests()).toEqual([]);
	});

	it('says once that nothing was sent', async () => {
		const items = ['P-1', 'P-2'].map((id) => ({ json: { id, name: 'Tower' } }));
		const parameters = { bodySource: 'input', options: { dryRun: true } };
		const { hints } = await stage.run('project', 'upsert', parameters, { items });
		expect(hints).toEqual([
			'Dry run: nothing was sent. BlueTape was not asked, so an ID that it does not know is not noticed [item 1, 2]',
		]);
	});

	it('of create or update shows both requests', async () => {
		const { items } = await stage.byInput(
			'project',
			'upsert',
			{ id: 'P', name: 'Tower', sourceModifiedDate: '2026-01-01' },
			{ options: { dryRun: true } },
		);
		expect(items[0].json).toMatchObject({
			request: { method: 'POST', body: { id: 'P' } },
			whenItExists: {
				method: 'PUT',
				url: expect.stringContaining('/integration/project/P'),
				body: { name: 'Tower', sourceModifiedDate: '2026-01-01T00:00:00.000Z' },
			},
		});
		expect(stage.requests()).toEqual([]);
	});

	it('of an upload names the file, of a download the address', async () => {
		const more = { items: [await binaryItem(PDF, 'offer.pdf', 'application/pdf')] };
		const parameters = { invoiceId: 'I', binaryPropertyName: 'data', options: { dryRun: true } };
		const up = await stage.run('invoice', 'uploadFile', parameters, more);
		expect(up.items[0].json).toMatchObject({
			dryRun: true,
			request: { method: 'POST' },
			file: { fileName: 'offer.pdf', fileSize: PDF.length },
		});
		const down = await stage.run('invoice', 'downloadFile', parameters);
		expect(down.items[0].json).toMatchObject({ dryRun: true, request: { method: 'GET' } });
		expect(stage.requests()).toEqual([]);
	});

	it('still refuses bad input', async () => {
		const { error } = await stage.byInput('project', 'create', {}, { options: { dryRun: true } });
		expect(error!.message).toContain("'Project ID' (id) is required");
	});
});
