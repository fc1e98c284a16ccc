import type { IDataObject } from 'n8n-workflow';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { binaryItem } from '../engine/binary';
import { cases } from '../operations/cases';
import { PDF, prepare } from '../operations/world';
import { readingsOf } from './readings';

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
beforeEach(() => stage.emulator.reset());
afterAll(async () => await stage.emulator.stop());

const state = () => stage.emulator.blueTape.state;
/** All records, as text: what a call has changed shows in it. */
const records = () => {
	const { companies, customers, invoices, quotes, projects } = state();
	return JSON.stringify([companies, customers, invoices, quotes, projects].map((all) => [...all.values()]));
};
const set = (settings: object) => void Object.assign(state().settings, settings);

interface Outcome {
	/** What the user sees: an item, or a failed one with its reason. */
	told: 'done' | 'failed';
	message?: string;
	/** Whether the records are others than before. */
	changed: boolean;
	/** Requests that wrote, and were answered well. */
	writes: number;
	messages: number;
	json?: IDataObject;
}

/** Runs one operation under a reading, on records that were made without it. */
async function outcome(
	{ resource, operation, fields, needs, file }: (typeof cases)[number],
	settings: object,
) {
	await prepare(stage.emulator, needs);
	set(settings);
	const [before, sent] = [records(), state().notifications.length];
	const items = [file ? await binaryItem(PDF, 'offer.pdf', 'application/pdf') : { json: {} }];
	const parameters = { bodySource: 'fields', ...fields };
	const { items: output, error } = await stage.run(resource, operation, parameters, { items });
	const wrote = stage.emulator.journal.entries.filter(
		({ method, status }) => method !== 'GET' && Number(status) < 300,
	);
	expect(output).toHaveLength(error ? 0 : 1);
	if (error)
		expect(error).toMatchObject({ message: expect.stringMatching(/./), description: expect.anything() });
	const told: Outcome['told'] = error ? 'failed' : 'done';
	return {
		...{ told, message: error?.message, changed: before !== records() },
		...{ writes: wrote.length, messages: state().notifications.length - sent },
		json: output[0]?.json,
	};
}

/** What is wrong with an outcome beside the usual one; nothing if all is well. */
function flaws(other: Outcome, usual: Outcome, ids: object): string[] {
	const { told, changed, writes, messages, json } = other;
	const did = changed || writes > 0 || messages > 0;
	const isUsual = told === usual.told && changed === usual.changed && messages === usual.messages;
	const has = Object.entries(ids).every(([name, id]) => json?.[name] === id);
	return [
		...(told === 'failed' && did ? ['failed, and did something'] : []),
		...(told === 'done' && !isUsual ? ['done, and not what it does usually'] : []),
		...(told === 'done' && !has ? ['done, and the ids are missing'] : []),
		...(writes > 1 ? ['written twice'] : []),
	];
}

describe('nothing is lost, doubled or silent in any operation', () => {
	const usual = new Map<object, Outcome>();
	beforeAll(async () => {
		for (const one of cases) {
			stage.emulator.reset();
			usual.set(one, await outcome(one, {}));
		}
	});

	it('usually all of them are done', () => {
		expect([...usual.values()].filter(({ told }) => told === 'failed')).toEqual([]);
	});

	it.each(readingsOf('blueTape'))('$setting $value', async ({ setting, value }) => {
		const found: string[] = [];
		for (const one of cases) {
			stage.emulator.reset();
			const other = await outcome(one, { [setting]: value });
			found.push(
				...flaws(other, usual.get(one)!, one.ids).map((flaw) => `${one.resource} ${one.operation}: ${flaw}`),
			);
		}
		expect(found).toEqual([]);
	});

	it.each<[string, Partial<Outcome>]>([
		['failed, and did something', { told: 'failed', changed: true }],
		['failed, and did something', { told: 'failed', messages: 2 }],
		['done, and not what it does usually', { changed: false }],
		['done, and not what it does usually', { messages: 4 }],
		['done, and the ids are missing', { json: {} }],
		['written twice', { writes: 2 }],
	])('notices: %s', (flaw, change) => {
		const json = { invoiceId: 'I' };
		const well: Outcome = { told: 'done', changed: true, writes: 1, messages: 2, json };
		expect(flaws(well, well, { invoiceId: 'I' })).toEqual([]);
		expect(flaws({ ...well, ...change }, well, { invoiceId: 'I' })).toEqual([flaw]);
	});
});

describe('what a reading refuses is told, with the way out', () => {
	const project = (more: object) => ({ projectDetails: { projectId: 'P-1', type: 'Private', ...more } });
	const invoice = cases.find(({ resource, operation }) => resource === 'invoice' && operation === 'create')!;
	const create = async (more: object) => {
		await prepare(stage.emulator, ['customer']);
		const { projectDetails: _, quoteRefNumber: __, quoteId: ___, ...body } = invoice.body!;
		return await stage.byInput('invoice', 'create', { ...body, ...more });
	};

	it.each([
		[{ commercial: 'cyrillic' }, { privateProjectDetails: { privateProjectType: 'Commercial' } }],
		[{ commercial: 'latin' }, { privateProjectDetails: { privateProjectType: '\u0421ommercial' } }],
		[{ ownerNames: 'table' }, { individualOwners: [{ lastName: 'Doe' }] }],
		[{ ownerNames: 'samples' }, { propertyIndividualOwners: [{ lastName: 'Doe' }] }],
	])('%j with %j', async (settings, details) => {
		set(settings);
		const { error, items } = await create(project(details));
		expect(items).toEqual([]);
		expect(error!.message).toMatch(/400.*projectDetails/);
		expect(state().invoices.size).toBe(0);
	});

	it.each([
		['form', 'raw'],
		['bytes', 'multipart'],
	])('uploads are %s only, and the node sends %s', async (uploadForms, uploadForm) => {
		await prepare(stage.emulator, ['invoice']);
		set({ uploadForms });
		const items = [await binaryItem(PDF, 'offer.pdf', 'application/pdf')];
		const parameters = { invoiceId: 'INV-1', binaryPropertyName: 'data', options: { uploadForm } };
		const { error } = await stage.run('invoice', 'uploadFile', parameters, { items });
		expect(`${error!.message} ${error!.description}`).toMatch(
			/415.*(Upload Form|other form|Multipart|Raw)/is,
		);
	});
});

describe('create or update', () => {
	const invoice = cases.find(({ resource, operation }) => resource === 'invoice' && operation === 'upsert')!;
	const {
		projectDetails: _,
		quoteRefNumber: __,
		quoteId: ___,
		shippingAddress: ____,
		...body
	} = invoice.body!;

	it.each(readingsOf('blueTape'))(
		'$setting $value: twice is one invoice, and the truth about it',
		async (reading) => {
			await prepare(stage.emulator, ['customer']);
			set({ [reading.setting]: reading.value });
			const once = await stage.byInput('invoice', 'upsert', body);
			expect(once.error).toBeUndefined();
			expect(once.items[0].json).toMatchObject({ created: true });
			const { sourceModifiedDate: _old, ...newer } = body;
			const again = await stage.byInput('invoice', 'upsert', { ...newer, invoiceNumber: 'NEW-1' });
			const stored = [...state().invoices.values()];
			expect(stored).toHaveLength(1);
			if (again.error) {
				expect(stored[0].invoiceNumber).toBe(body.invoiceNumber);
				expect(again.error.description).toMatch(/./);
			} else {
				expect(again.items[0].json).toMatchObject({ created: false });
				expect(stored[0].invoiceNumber).toBe('NEW-1');
			}
		},
	);
});
