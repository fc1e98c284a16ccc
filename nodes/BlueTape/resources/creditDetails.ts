import { choice, dateTime, decimal, group, integer, list, optional, optionalText } from '../../shared/field';

const amount = (description: string) => optional(decimal({ description }));
const count = (description: string) => optional(integer({ description }));
const values = (...names: string[]) =>
	names.map((value) => ({ name: value.charAt(0).toUpperCase() + value.slice(1), value }));

/** What the caller knows of a company's credit (bluetape.md 4.1); everything is optional. */
export const creditDetails = group({
	accountType: optional(choice(values('cash', 'credit'))),
	accountCreationDate: optional(dateTime()),
	pricePackage: optionalText({ placeholder: 'e.g. A' }),
	creditProvider: optional(
		choice([
			{ name: 'Co', value: 'co' },
			{ name: 'In-House', value: 'inhouse' },
		]),
	),
	creditStatus: optional(choice(values('active', 'closed', 'suspended'))),
	creditAmount: amount('Total credit'),
	outstandingAmount: amount('Balance owed at present'),
	overdueBalance: amount('Total overdue'),
	agingOverdueBalance: optional(
		list(
			'Range',
			{
				name: optionalText({ placeholder: 'e.g. 1-30 days' }),
				daysFrom: integer(),
				daysTo: optional(
					integer({ placeholder: 'e.g. 30', description: 'Left empty, the range has no end' }),
				),
				overdueBalance: decimal(),
			},
			{ description: 'The overdue balance by age' },
		),
	),
	invoicesOverallAmount: amount('Amount of all invoices'),
	invoicesOverallCount: count('Number of all invoices'),
	invoicesLastYearAmount: amount('Amount of the invoices of last year'),
	invoicesLastYearCount: count('Number of invoices last year'),
	invoicesYearToDateAmount: amount('Amount of the invoices of this year until today'),
	invoicesYearToDateCount: count('Number of invoices this year until today'),
	invoicesLastMonthAmount: amount('Amount of the invoices of last month'),
	invoicesLastMonthCount: count('Number of invoices last month'),
	invoicesMonthToDateAmount: amount('Amount of the invoices of this month until today'),
	invoicesMonthToDateCount: count('Number of invoices this month until today'),
	invoicesMonthlyAverageAmount: amount('Average amount of invoices per month'),
	// The one count that is documented as a fraction.
	invoicesMonthlyAverageCount: amount('Average number of invoices per month'),
});
