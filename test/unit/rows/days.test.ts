import { dayOfCell, isShortYear, type DateFormat } from '../../../nodes/BlueTape/rows/days';

const us = 'MM/DD/YYYY';
const day = '2026-11-06';

it.each<[unknown, DateFormat, string | undefined]>([
	...(
		[
			...[
				'2026-11-06',
				'2026/11/6',
				'2026.11.06',
				'2026-11-6',
				' 2026-11-06 ',
				'6 Nov 2026',
				'6. Nov. 2026',
				'Nov 6, 2026',
				'2026 Nov 6',
			],
			...[
				'06-NOV-2026',
				'Fri, 6 Nov 2026',
				'Friday, November 6, 2026',
				'Fr. 6. November 2026',
				'Nov 6th, 2026',
				'2026-Nov-06',
			],
			...[
				'2026/11/06 9:30',
				'2026/11/06, 9:30',
				'2026/11/06T9:30',
				'2026/11/06 09:30:15',
				'2026/11/06 09:30:15.123',
				'2026/11/06 9:30 AM',
			],
			...['2026/11/06 9:30am', '2026/11/06 9:30 p.m.', ' 2026/11/06  9:30 pm ', '2026/11/06 9:30:15.5 PM'],
		] as string[]
	).flatMap((cell): Array<[unknown, DateFormat, string | undefined]> => [
		[cell, us, day],
		[cell, 'excel', day],
	]),
	['11/06/2026', us, day],
	['11/6/2026', us, day],
	['11-06-2026', us, day],
	['11/06/2026 9:30 AM', us, day],
	['6/11/2026', 'DD/MM/YYYY', day],
	['6.11.2026', 'DD/MM/YYYY', day],
	['6. 11. 2026', 'DD.MM.YYYY', day],
	['6-11-2026', 'DD.MM.YYYY', day],
	['06.11.2026T9:30', 'DD.MM.YYYY', day],
	['11.06.2026', us, undefined],
	['11.12.2026', us, undefined],
	['12.11.2026', us, undefined],
	['11.11.2026', us, '2026-11-11'],
	['11.13.2026', us, '2026-11-13'],
	['13/11/2026', 'DD.MM.YYYY', '2026-11-13'],
	['12/11/2026', 'DD.MM.YYYY', undefined],
	['13/11/2026', us, undefined],
	['11/06/2026', 'YYYY-MM-DD', undefined],
	['11/06/2026', 'excel', undefined],
	['11/06-2026', us, undefined],
	['x 11/06/2026', us, undefined],
	['11/06/20261', us, undefined],
	['11/06/26', us, undefined],
	['2026-11/06', us, undefined],
	['x2026/11/06', us, undefined],
	['2026/11/061', us, undefined],
	['2026/02/30', us, undefined],
	['Nov 2026', us, undefined],
	['6 7 Nov 2026', us, undefined],
	['Nov 6 26', us, undefined],
	['Nov 123, 2026', us, undefined],
	['Nov 6x, 2026', us, undefined],
	['Nov 6, 12026', us, undefined],
	['Novel 6, 2026', us, undefined],
	['9:30 2026/11/06', us, undefined],
	['2026/11/06 9:30 x', us, undefined],
	[46332, 'excel', day],
	['46332', 'excel', day],
	[' 46332.75 ', 'excel', day],
	[36526, 'excel', '2000-01-01'],
	[36525, 'excel', undefined],
	['', 'excel', undefined],
	['  ', 'excel', undefined],
	[null, 'excel', undefined],
	[46332, us, undefined],
	[undefined, us, undefined],
])('%j as %s is %s', (cell, format, read) => expect(dayOfCell(cell, format)).toBe(read));

it.each(
	[
		...[
			'Jan January Januar Jänner',
			'Feb February Februar Feber',
			'Mar March März Mär Mrz Maerz',
			'Apr April',
			'May Mai',
			'Jun June Juni',
		],
		...[
			'Jul July Juli',
			'Aug August',
			'Sep Sept September',
			'Oct Okt October Oktober',
			'Nov November',
			'Dec Dez December Dezember',
		],
	].flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
)('%s is month %d', (name, month) => {
	expect(dayOfCell(`6 ${name} 2026`, us)).toBe(`2026-${String(month).padStart(2, '0')}-06`);
	expect(dayOfCell(`6 x${name} 2026`, us)).toBeUndefined();
	expect(dayOfCell(`6 ${name}x 2026`, us)).toBeUndefined();
});

it.each<[unknown, boolean]>([
	...[
		'11/06/26',
		'6.11.26',
		'6. 11. 26',
		"6/11/'26",
		'6-11-26',
		'6 Nov 26',
		'Nov 6, 26',
		'11/06/26 9:30',
	].map((cell): [unknown, boolean] => [cell, true]),
	...[
		'11/06/2026',
		'11/06-26',
		'x11/06/26',
		'11/06/26x',
		'111/06/26',
		'6 Nov 2026',
		'11/06',
		'soon',
		110626,
		undefined,
	].map((cell): [unknown, boolean] => [cell, false]),
])('%j has a year of two digits: %s', (cell, is) => expect(isShortYear(cell)).toBe(is));
