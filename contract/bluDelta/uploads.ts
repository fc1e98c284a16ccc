import { member } from '../answer';
import { documented, inferred, unknown, when } from '../checks';
import { pdf } from '../pdf';
import type { Question, Topic } from '../question';
import { get, post } from '../sending';
import type { World } from '../world';
import { by, done, failed, guid, ifDone, succeeds, ways } from './statements';

/** An invoice that nobody owes. */
export const document = (world: World) =>
	Buffer.from(
		pdf(
			...['INVOICE', `Invoice number: ${world.prefix}`, `Invoice date: ${world.day()}`],
			...['Net total: 10.00', 'VAT total: 1.00', 'Total: 11.00 EUR'],
		),
	);

const upload = (world: World, more: object = {}) =>
	post('/upload/invoiceContainer', {
		...{ Name: 'contract', Description: 'A test of the contract' },
		...{ FileName: `${world.prefix}.pdf`, File: document(world).toString('base64') },
		AdditionalProperties: [{ ContractTest: world.prefix }, { SenderEmail: 'contract@example.com' }],
		...(world.client && { ClientAccessIdentifier: world.client }),
		...more,
	});

const notByType = when(({ status }) => status !== 415);
const listed = ['tif', 'gif', 'jpeg', 'png', 'pdf', 'bmp', 'ico'];
const type = (extension: string): Question => ({
	asks: `takes the type ${extension}, with an empty file`,
	send: (world) => upload(world, { FileName: `${world.prefix}.${extension}`, File: '' }),
	expects: [
		(listed.includes(extension) ? documented : inferred)(
			'bludelta.md 3',
			`${extension} is not refused for its type`,
			notByType,
		),
	],
});

const without = (field: string): Question => ({
	asks: `takes a file without ${field}`,
	send: (world) => upload(world, { [field]: undefined }),
	expects: [documented('bludelta.md 5.2', `${field} is required`, failed)],
});

/** Two documents: one by each way to authenticate. */
export const uploads: Topic = {
	name: 'Uploads',
	questions: [
		{
			asks: 'counts the documents that wait to be downloaded',
			send: () => get('/count/invoices', { state: 'Released,Downloaded' }),
			keep: (answer, world) =>
				world.learn('download queue without documents of others', member(answer, 'Count') === 0 ? 'yes' : ''),
			expects: [documented('bludelta.md 5.6', 'several states are counted together', done)],
		},
		{
			asks: 'takes a file',
			send: (world) => upload(world),
			keep: (answer, world) => world.learn('container', member(answer, 'InvoiceContainerId')),
			expects: succeeds('bludelta.md #2', 'bludelta.md 5.2', { InvoiceContainerId: guid }),
			writes: true,
		},
		{
			asks: 'takes it again, by the key pair',
			send: (world) => by('keys', upload(world)),
			keep: (answer, world) => world.learn('second container', member(answer, 'InvoiceContainerId')),
			expects: [
				...succeeds('bludelta.md #2', 'bludelta.md 5.2', { InvoiceContainerId: guid }),
				inferred(
					'bludelta.md 9.3',
					'a file that comes twice is another container',
					ifDone(when((answer, world) => member(answer, 'InvoiceContainerId') !== world.the('container'))),
				),
			],
			writes: true,
		},
		{
			asks: 'takes a text file',
			send: (world) => upload(world, { FileName: `${world.prefix}.txt` }),
			expects: [
				documented(
					'bludelta.md 3',
					'another type is 415',
					when(({ status }) => status === 415),
				),
			],
		},
		...[...listed, 'jpg', 'tiff'].map(type),
		...['FileName', 'File'].map(without),
		{
			asks: 'takes a file that is no base64',
			send: (world) => upload(world, { File: '%%%' }),
			expects: [unknown('bludelta.md 5.2', 'what becomes of broken base64', ways)],
		},
		{
			asks: 'takes a file for a client that does not exist',
			send: (world) => upload(world, { ClientAccessIdentifier: 'contract-nobody' }),
			expects: [unknown('bludelta.md 5.2', 'what becomes of an unknown client', ways)],
		},
	],
};
