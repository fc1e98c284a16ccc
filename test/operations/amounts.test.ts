import type { IDataObject } from 'n8n-workflow';
import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { caseOf } from './cases';
import { prepare } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

describe('amounts that do not add up', () => {
	const line = { unitAmount: 0.1, quantity: 3, subTotal: 0.3, taxAmount: 0, totalAmount: 0.3 };
	const tenth = { subTotal: 0.1, taxAmount: 0.2, totalAmount: 0.3, amountDue: 0.3 };
	const invoice = (changed: IDataObject) => {
		const { lines: _, projectDetails: __, quoteRefNumber: ___, ...body } = caseOf('invoice', 'create').body!;
		return { ...body, ...changed };
	};
	const run = async (changed: IDataObject, checkAmounts?: string) => {
		await prepare(stage.emulator, ['customer']);
		return await stage.byInput('invoice', 'create', invoice(changed), {
			options: checkAmounts ? { checkAmounts } : {},
		});
	};

	it.each<[string, IDataObject, string]>([
		[
			'the total',
			{ totalAmount: 1100.01 },
			'Subtotal and Tax Amount make 1100.00, but Total Amount is 1100.01',
		],
		[
			'a line',
			{ ...tenth, lines: [{ ...line, totalAmount: 0.4 }] },
			'Line 1: Subtotal and Tax Amount make 0.30, but Total Amount is 0.40',
		],
		['the lines', { ...tenth, lines: [line] }, "the lines' Subtotal make 0.30, but the header says 0.10"],
	])(
		'%s: warns and sends by default, refuses or keeps silent when told',
		async (_name, changed, sentence) => {
			const warned = await run(changed);
			expect(warned.items).toHaveLength(1);
			expect(warned.hints.join('; ')).toContain(sentence);
			stage.emulator.reset();
			const refused = await run(changed, 'error');
			expect(refused.error!.message).toContain(sentence);
			expect(stage.requests()).toEqual([]);
			const silent = await run({ ...changed, id: 'INV-9', customerId: 'CUS-1' }, 'off').catch(
				() => undefined,
			);
			expect(silent?.hints ?? []).toEqual([]);
		},
	);

	it.each<[string, IDataObject]>([
		['0.1 + 0.2 = 0.3', tenth],
		[
			'lines of thirds',
			{
				subTotal: 0.99,
				taxAmount: 0,
				totalAmount: 0.99,
				amountDue: 0.99,
				lines: [line, line, { ...line, subTotal: 0.39, totalAmount: 0.39 }],
			},
		],
	])('%s is exact', async (_name, changed) => {
		const { hints, error } = await run(changed, 'error');
		expect(error).toBeUndefined();
		expect(hints).toEqual([]);
	});
});
