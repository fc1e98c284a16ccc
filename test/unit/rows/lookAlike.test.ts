import { asSeen, bare, barest } from '../../../nodes/BlueTape/rows/lookAlike';

it.each([
	['Acme\u00a0 Inc', 'Acme Inc'],
	[' Acme\tInc\n', 'Acme Inc'],
	['Acme\u0000Inc', 'Acme Inc'],
	['Ac\u200bme\u00ad', 'Acme'],
	['Mu\u0308ller', 'Müller'],
	['ACME-inc.', 'ACME-inc.'],
])('%j is seen as %j', (text, seen) => expect(asSeen(text)).toBe(seen));

it.each([
	['INV-7', 'inv7'],
	['#INV_ 007', 'inv7'],
	['ＩＮＶ‑7', 'inv7'],
	['A1B-2', 'a1b2'],
	['1-B2', '1b2'],
	['-7-', '7'],
	['1-23', '1-23'],
	['1 – 23', '1-23'],
	['1001.0', '1001'],
	['1001.00', '1001'],
	['1001.05', '1001.05'],
	['A1.0', 'a1.0'],
	['10.01', '10.01'],
	['10,01', '10,01'],
	['100', '100'],
	['0', '0'],
	['A-00A', 'a0a'],
	['INV/7', 'inv/7'],
])('of %j is left %j', (id, left) => expect(bare(id)).toBe(left));

it.each([
	['1-23', '123'],
	['2026 - 001', '2026001'],
	['INV-007', 'inv7'],
	['INV-10-1', 'inv101'],
])('without anything between digits %j is %j', (id, left) => expect(barest(id)).toBe(left));
