import { doubtsOf } from '../../nodes/BlueTape/amounts/amountDoubts';
import { workOut } from '../../nodes/BlueTape/amounts/workOut';

// A sum that stands among the lines would be asked for twice. Create refuses it only where that is sure.

const doubts = (lines: Array<[description: string | undefined, unitAmount: number, taxRate?: number]>) => {
	const given = lines.map(([description, unitAmount, taxRate]) => ({
		...{ description, quantity: 1, unitAmount, taxRate },
	}));
	return doubtsOf(workOut({ lines: given }, { amountDue: true }), { isNew: true });
};

it.each<[string, Parameters<typeof doubts>[0], number]>([
	[
		'all above',
		[
			['Studs', 300],
			['Nails', 30],
			['Subtotal', 330],
		],
		3,
	],
	[
		'one above',
		[
			['Studs', 300],
			['Total', 300],
		],
		2,
	],
	[
		'a section',
		[
			['Studs', 300],
			['Subtotal', 300],
			['Nails', 30],
			['Subtotal', 30],
			['Deck', 1],
		],
		4,
	],
	[
		'all with their tax',
		[
			['Studs', 300, 10],
			['Nails', 30, 10],
			['Total incl. tax', 363],
		],
		3,
	],
	[
		'two under another name',
		[
			['Studs', 300],
			['Nails', 30],
			['Total for kitchen', 330],
		],
		3,
	],
	[
		'what came back too',
		[
			['Studs', 300],
			['Returned', -30],
			['Summe', 270],
		],
		3,
	],
])('a line that is the sum of %s is doubted', (_what, lines, number) => {
	const said = doubts(lines).filter((doubt) => doubt.includes('the sum of lines above it'));
	expect(said.at(-1)).toContain(`Line ${number}: "${lines[number - 1][0]}" is `);
});

it.each<[string, Parameters<typeof doubts>[0]]>([
	['alone', [['Total', 330]]],
	[
		'above the others',
		[
			['Total', 330],
			['Studs', 300],
			['Nails', 30],
		],
	],
	[
		'of another amount',
		[
			['Studs', 300],
			['Nails', 30],
			['Total', 331],
		],
	],
	[
		'of the same amount by chance',
		[
			['Studs', 300],
			['Total station, rental', 300],
		],
	],
	[
		'as a heading',
		[
			['Studs', 300],
			['Subtotal', 0],
		],
	],
	[
		'under no name',
		[
			['Studs', 300],
			['Nails', 30],
			[undefined, 330],
		],
	],
	[
		'under another',
		[
			['Studs', 300],
			['Nails', 30],
			['Summer tyres', 330],
		],
	],
])('a line is not doubted %s', (_what, lines) => expect(doubts(lines)).toEqual([]));
