import type { IDataObject } from 'n8n-workflow';
import { blueTapeStage, type BlueTapeStage } from '../engine/blueTape';
import { dryRun } from './expressions';

// What From Rows says to put into Edit Fields must work there as it stands.

let stage: BlueTapeStage;
beforeAll(async () => {
	stage = await blueTapeStage();
});
afterAll(async () => await stage.emulator.stop());

const row = { id: 'A', invoiceNumber: '7', customerId: 'C-1', quantity: 3, unitAmount: 100 };

/** The expression that a review of a row gives. */
async function advised(json: IDataObject, dateFormat: string): Promise<string> {
	const { items } = await stage.run(
		'invoice',
		'fromRows',
		{ groupBy: 'id', dateFormat },
		{ items: [{ json }] },
	);
	const said = (items[0].json.review as Array<{ message: string }>).map(({ message }) => message).join('\n');
	return /\{\{.*?\}\}/.exec(said)?.[0] ?? '';
}

/** What n8n makes of it for the row. */
async function evaluated(expression: string, json: IDataObject): Promise<unknown> {
	const { items } = await stage.run('project', 'create', dryRun(['name', `=${expression}`]), {
		items: [{ json }],
	});
	return (items[0].json.request as { body: { name: string } }).body.name;
}

it.each<[string, IDataObject, string, string]>([
	['a year of two digits', { 'Invoice Date': '11/26/26' }, 'MM/DD/YYYY', '2026-11-26'],
	['a year of two digits and a month of one', { 'Invoice Date': '6.1.26' }, 'DD.MM.YYYY', '2026-01-06'],
	['another sign', { 'Invoice Date': '1-6-26' }, 'MM/DD/YYYY', '2026-01-06'],
	['no due date', { 'Invoice Date': '11/26/2026' }, 'MM/DD/YYYY', '2026-12-26'],
	['no due date, and ISO days', { invoice_date: '2026-11-26' }, 'YYYY-MM-DD', '2026-12-26'],
])('%s', async (_, days, dateFormat, day) => {
	const json = { ...row, ...days };
	expect(await evaluated(await advised(json, dateFormat), json)).toBe(day);
});

it.each([
	['a month by name', { invoiceDate: '26-Nov-26', dueDate: '2026-12-26' }, 'MM/DD/YYYY'],
	["Excel's numbers", { invoiceDate: 46352 }, 'excel'],
	['no day to start from', {}, 'MM/DD/YYYY'],
])('none for %s', async (_, days, dateFormat) =>
	expect(await advised({ ...row, ...days }, dateFormat)).toBe(''),
);
