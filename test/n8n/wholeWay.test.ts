import execa from 'execa';
import { join } from 'node:path';
import { projectFolder } from '../../runtime/package';

// A second n8n beside the suite's; on a busy machine its start alone takes a minute.
const LONGEST = 240_000;

test(
	'npm start -- --once shows a document’s way from a mail to a paid invoice, and ends well',
	async () => {
		// The command behind the script: as a direct child it stops, and its n8n with it, when it takes too long.
		const start = [require.resolve('ts-node/dist/bin'), join('runtime', 'start.ts'), '--once'];
		const { exitCode, stdout, all } = await execa(process.execPath, start, {
			...{ cwd: projectFolder, env: { NO_COLOR: '1' }, timeout: LONGEST, reject: false, all: true },
		});
		expect({ exitCode, all }).toEqual({
			exitCode: 0,
			all: expect.stringContaining('Every step is confirmed'),
		});
		const document = '[0-9a-f-]{36}';
		for (const line of [
			/Cancel invoice .* PUT \S+\/invoice\/DEMO-INV-1\/cancel 202 .* yes/,
			/Upload .* POST \/api\/upload\/invoiceContainer 200 .* yes/,
			/Validation .* New → NeedForAction → Validated → Released .* yes/,
			/New document .* POST \/api\/create\/accesstoken 200 .* yes/,
			/Invoice +│ 1 .* POST \S+\/invoice 201 .* yes/,
			new RegExp(`Attach PDF .* POST \\S+/invoice/${document}/file 204 .* yes`),
			/Confirm .* POST \/api\/confirm\/invoice 200 .* yes/,
			/Notice .* POST \/webhook\/\S+\/invoice\/payment 200 .* yes/,
			new RegExp(`BlueTape Trigger .* GET \\S+/invoice/${document}/status 200 .* yes`),
			/Mark paid +│ 1/,
			/Document at BLU DELTA .* Released → Downloaded → Confirmed .* yes/,
			/downloads: 1 /,
			/Invoice at BlueTape .* Paid, 3326\.40 of 3326\.40 .* yes/,
			/Its PDF .* RL-20490\.pdf, \d+ bytes .* yes/,
		]) {
			expect(stdout).toMatch(line);
		}
	},
	LONGEST + 20_000,
);
