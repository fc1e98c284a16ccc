import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { binaryContent, binaryItem } from '../engine/binary';
import { core } from '../engine/core';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { PDF, prepare } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

describe('files', () => {
	const parameters = { invoiceId: 'INV-1', binaryPropertyName: 'data' };
	const large = Buffer.concat([PDF, Buffer.alloc(3_000_000, 7)]);

	beforeEach(async () => await prepare(stage.emulator, ['invoice']));

	it.each(['raw', 'multipart'])('a PDF sent as %s comes back byte by byte', async (uploadForm) => {
		const items = [await binaryItem(large, 'offer 1.pdf', 'application/pdf')];
		const up = await stage.run(
			'invoice',
			'uploadFile',
			{ ...parameters, options: { uploadForm } },
			{ items },
		);
		expect(up.items[0].json).toMatchObject({
			invoiceId: 'INV-1',
			fileName: 'offer 1.pdf',
			fileSize: large.length,
		});
		const sent = stage.emulator.journal.last()!.headers['content-type'];
		expect(sent).toMatch(uploadForm === 'raw' ? /^application\/pdf$/ : /^multipart\/form-data; boundary=/);
		const down = await stage.run('invoice', 'downloadFile', { ...parameters, binaryPropertyName: 'pdf' });
		expect(down.items[0]).toMatchObject({
			json: { invoiceId: 'INV-1', mimeType: 'application/pdf' },
			pairedItem: { item: 0 },
		});
		expect((await binaryContent(down.items[0], 'pdf')).equals(large)).toBe(true);
	});

	it('takes a binary that is held in memory', async () => {
		const items = [
			{
				json: {},
				binary: { data: { data: PDF.toString('base64'), mimeType: 'application/pdf', fileName: 'offer' } },
			},
		];
		const { items: output, error } = await stage.run('invoice', 'uploadFile', parameters, { items });
		expect(error).toBeUndefined();
		expect(output[0].json).toMatchObject({ fileName: 'offer.pdf', fileSize: PDF.length });
	});

	it('a missing file is an error with its reason, not a file', async () => {
		const { error } = await stage.run('invoice', 'downloadFile', { ...parameters, invoiceId: 'INV-2' });
		expect(error).toMatchObject({ httpCode: '404', message: expect.stringContaining('not') });
	});

	const path = '/genericBthubService/integration/invoice/INV-1/file';
	const elsewhere = (url: string) => ({ match: { path }, status: 302, redirectTo: `${url}${path}` });

	it('follows a download to another host without the secrets', async () => {
		stage.emulator.faults.add(elsewhere(stage.emulator.url.replace('127.0.0.1', 'localhost')));
		const { error } = await stage.run('invoice', 'downloadFile', parameters);
		expect(error!.message).toContain('401');
		expect(stage.emulator.journal.last()!.headers).toMatchObject({
			'x-bluetape-key': 'missing',
			'x-integration-accountid': 'missing',
		});
	});

	it('follows a download within the host with them', async () => {
		const { emulator } = stage;
		await prepare(emulator, ['invoiceFile']);
		emulator.faults.add(elsewhere(emulator.url));
		const { items, error } = await stage.run('invoice', 'downloadFile', parameters);
		expect(error).toBeUndefined();
		expect((await binaryContent(items[0])).equals(PDF)).toBe(true);
		expect(emulator.journal.last()!.headers).toMatchObject({
			'x-bluetape-key': 'correct',
			'x-integration-accountid': 'correct',
		});
	});

	it('a file that n8n can not store is no failure of BlueTape, and is not asked for again', async () => {
		await prepare(stage.emulator, ['invoiceFile']);
		const before = stage.requests().length;
		const full = new Error('ENOSPC: no space left on device, write');
		const store = jest.spyOn(core.BinaryDataService.prototype, 'store').mockRejectedValue(full);
		const { error } = await stage.run('invoice', 'downloadFile', parameters);
		store.mockRestore();
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/^n8n could not store the file ".*" in the disk where it keeps files: ENOSPC/,
			),
			description: 'Make room there or mend it, then run it again',
		});
		expect(stage.requests().length - before).toBe(1);
	});

	it('a transfer that breaks off is begun again', async () => {
		let calls = 0;
		const broken = createServer((_request, response) => {
			response.setHeader('Content-Length', PDF.length);
			if (++calls < 3) response.write(PDF.subarray(0, 9), () => response.destroy());
			else response.end(PDF);
		});
		await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
		const credentials = { blueTapeApi: { ...stage.credential, baseUrl } };
		const { items, error } = await stage.run('invoice', 'downloadFile', parameters, { credentials });
		broken.close();
		expect(error).toBeUndefined();
		expect(calls).toBe(3);
		expect((await binaryContent(items[0])).equals(PDF)).toBe(true);
	});
});
