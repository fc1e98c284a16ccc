import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { WorkflowJson } from '../../runtime/workflow';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { inDays } from '../engine/days';
import { dryRun } from './expressions';

// The example "ai-tools": the total that a person agrees to is the one that is asked for.

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
afterAll(async () => await stage.emulator.stop());

const file = join(__dirname, '../../examples/ai-tools.json');
const { nodes } = JSON.parse(readFileSync(file, 'utf8')) as WorkflowJson;
const message = nodes.find(({ name }) => name === 'A person agrees')!.parameters.message as string;
const [sentence] = /\{\{[^]*?\}\}/.exec(message)!;

/** What the model gives, by its names for it. */
const given = (lines: unknown) => ({
	...{ invoice_number: '77', invoice_date: inDays(0), due_date: inDays(30), customer_id: 'C-1', lines },
});

async function shown(lines: unknown): Promise<string> {
	const name = `=${sentence.replace('$tool.parameters', '$json')}`;
	const json = given(lines) as IDataObject;
	const { items } = await stage.run('project', 'create', dryRun(['name', name]), {
		items: [{ json }],
	});
	return (items[0].json.request as { body: { name: string } }).body.name;
}

async function askedFor(lines: unknown): Promise<number> {
	const { items } = await stage.byInput(
		'invoice',
		'create',
		{
			...{ id: 'I', invoiceNumber: '77', customerId: 'C-1', invoiceDate: inDays(0), dueDate: inDays(30) },
			lines: lines as IDataObject[],
		},
		{ options: { dryRun: true } },
	);
	return (items[0].json.request as { body: { totalAmount: number } }).body.totalAmount;
}

it('says in words who is asked for what, and when', async () => {
	const lines = [
		{ description: 'Gravel', quantity: 40, unitAmount: 25, taxRate: 10 },
		{ description: 'Delivery', quantity: 1, unitAmount: 120, taxRate: 0 },
	];
	expect(await shown(lines)).toBe(
		`Customer C-1 is asked for 1,220.00 US dollars with tax, due on ${inDays(30)}. Invoice 77 is of ${inDays(0)}.`,
	);
});

it.each<[string, object[]]>([
	[
		'half cents',
		[
			{ quantity: 3, unitAmount: 1.005, taxRate: 8.25 },
			{ quantity: 3, unitAmount: 12.99, taxRate: 8 },
		],
	],
	[
		'half cents of tax',
		[
			{ quantity: 1, unitAmount: 0.5, taxRate: 5 },
			{ quantity: 30, unitAmount: 0.35, taxRate: 5 },
		],
	],
	[
		'returned goods',
		[
			{ quantity: 2, unitAmount: 50, taxRate: '8%' },
			{ quantity: 1, unitAmount: -10.5, taxRate: 5 },
		],
	],
	[
		'text and null',
		[{ quantity: '3', unitAmount: '12.99', taxRate: null, taxAmount: null, totalAmount: null }],
	],
	['sums that are given', [{ quantity: 4, unitAmount: 25, subTotal: 90, taxAmount: 9, totalAmount: 99 }]],
	['a total with its rate', [{ quantity: 4, unitAmount: 25, totalAmount: 110, taxRate: 10 }]],
])('the total is the one that is sent: %s', async (_, lines) => {
	const total = (await askedFor(lines)).toLocaleString('en-US', { minimumFractionDigits: 2 });
	expect(await shown(lines)).toContain(` is asked for ${total} US dollars with tax, `);
});

it.each<[string, unknown]>([
	['another name for a rate', [{ quantity: 1, unitAmount: 100, tax_rate: 10 }]],
	['a number in another format', [{ quantity: '1,000', unitAmount: 1 }]],
	['no lines', undefined],
])('no total is told that may be another: %s', async (_, lines) =>
	expect(await shown(lines)).toContain(' is asked for what the lines below make, due'),
);
