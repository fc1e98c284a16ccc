import { resources } from '../../../nodes/BlueTape/resources';
import {
	choicesOf,
	chosenColumns,
	columnCalled,
	columnsOf,
	targetsOf,
} from '../../../nodes/BlueTape/rows/columns';

const shape = resources.invoice.operations.create.body!;
const targets = targetsOf(shape);
const columns = (names: string[], chosen: Array<{ field: string; column: string }> = []) => {
	const { columns: found, ...rest } = columnsOf(names, targets, chosen);
	return { ...rest, found: Object.fromEntries(found.map(({ column, path }) => [column, path])) };
};

it.each([
	...['dueDate', 'Due Date', 'due_date', 'DUE DATE'].map((name) => [name, 'dueDate']),
	...['quantity', 'Quantity', 'lines.quantity', 'Line Quantity', 'line_quantity'].map((name) => [
		name,
		'lines.quantity',
	]),
	...['unitAmount', 'Unit Price', 'lines.Unit Price', 'Line Unit Price', 'line unitAmount'].map((name) => [
		name,
		'lines.unitAmount',
	]),
	...['Subtotal', 'subTotal'].map((name) => [name, 'subTotal']),
	...['lines.subTotal', 'Line Subtotal'].map((name) => [name, 'lines.subTotal']),
	...['id', 'Invoice ID', 'invoiceId'].map((name) => [name, 'id']),
])('a column that is called %s gives %s', (name, path) =>
	expect(columns([name])).toEqual({ found: { [name]: path }, unknown: [], missing: [] }),
);

it.each(['Line Due Date', 'lines.dueDate', 'Stryker was here', '', 'line', 'Line Invoice ID'])(
	'a column that is called %j gives nothing',
	(name) => expect(columns([name])).toEqual({ found: {}, unknown: [name], missing: [] }),
);

it('the first of two columns of one name gives the value', () =>
	expect(columns(['Due Date', 'dueDate'])).toEqual({
		found: { 'Due Date': 'dueDate' },
		unknown: ['dueDate'],
		missing: [],
	}));

it('a chosen column comes before one of the name', () => {
	const chosen = [{ field: 'Due Date'.replace(' ', ''), column: 'when' }];
	expect(columns(['dueDate', 'When'], chosen)).toEqual({
		found: { When: 'dueDate' },
		unknown: ['dueDate'],
		missing: [],
	});
	expect(columnsOf(['dueDate', 'When'], targets, chosen).columns.map(({ isChosen }) => isChosen)).toEqual([
		true,
	]);
	expect(columnsOf(['dueDate'], targets, []).columns.map(({ isChosen }) => isChosen)).toEqual([false]);
});

it('what is chosen and is not there is missing', () => {
	const noColumn = { field: 'dueDate', column: 'When' };
	expect(columns(['dueDate', 'undefined'], [noColumn])).toEqual({
		found: { dueDate: 'dueDate' },
		unknown: ['undefined'],
		missing: [noColumn],
	});
	const noField = { field: 'due', column: 'dueDate' };
	expect(columns(['dueDate'], [noField])).toEqual({ found: {}, unknown: [], missing: [noField] });
});

it('a column is called letter by letter, or else as names are compared', () => {
	expect(columnCalled(['due date', 'Due Date'], 'Due Date')).toBe('Due Date');
	expect(columnCalled(['Due', 'due_date'], 'Due Date')).toBe('due_date');
	expect(columnCalled(['Due'], 'Due Date')).toBeUndefined();
});

describe('the column to group by', () => {
	const names = ['id', 'Invoice ID', 'Order'];
	const chosen = (groupBy: string, ...given: Array<{ field: string; column: string }>) =>
		chosenColumns(names, targets, { columns: given, groupBy });

	it('is the ID where it is called as that is', () => {
		expect(chosen('Invoice ID')).toEqual([{ field: 'id', column: 'Invoice ID' }]);
		expect(chosen('invoice id')).toEqual([{ field: 'id', column: 'Invoice ID' }]);
		const day = { field: 'dueDate', column: 'Order' };
		expect(chosen('Invoice ID', day)).toEqual([day, { field: 'id', column: 'Invoice ID' }]);
	});

	it('is no ID where it is called otherwise, or something is chosen for that, or it for something', () => {
		expect(chosen('Order')).toEqual([]);
		expect(chosen('Nothing')).toEqual([]);
		for (const one of [
			{ field: 'ID', column: 'Order' },
			{ field: 'quoteId', column: 'Invoice ID' },
		]) {
			expect(chosen('Invoice ID', one)).toEqual([one]);
		}
		const others = targets.filter(({ path }) => path !== 'id');
		expect(chosenColumns(names, others, { columns: [], groupBy: 'Invoice ID' })).toEqual([]);
	});

	it('is refused beside two columns for one field', () =>
		expect(() =>
			chosen(
				'Order',
				{ field: 'id', column: 'Order' },
				{ field: 'dueDate', column: 'A' },
				{ field: 'Due_Date', column: 'B' },
			),
		).toThrow(`'Columns' names "A" and "B" for Due Date: only one of them can be meant`));
});

it('what can be chosen is sorted by its name, and says what is of a line', () => {
	const choices = choicesOf(shape);
	expect(choices).toContainEqual({ name: 'Line: Quantity', value: 'lines.quantity' });
	expect(choices).toContainEqual({ name: 'Due Date', value: 'dueDate' });
	const names = choices.map(({ name }) => name.toLowerCase());
	expect(names).toEqual([...names].sort());
});
