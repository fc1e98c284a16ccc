import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { current } from '../../emulator/bluDelta/state';
import { sampleInvoice } from '../pdf';
import { bluDeltaWorld, MINUTE } from '../triggers/bluDeltaWorld';
import { readingsOf } from './readings';

const world = bluDeltaWorld();
const settings = () => world.stage.emulator.bluDelta.state.settings;
const documents = () => [...world.stage.emulator.bluDelta.state.documents.values()];

const paper = { ...sampleInvoice, dueDate: undefined, dueDays: 30 };

/** An invoice, a credit memo, and a file that ends in error. */
const upload = async () =>
	await world.stage.upload(
		paper,
		{ ...paper, number: 'GS-1', documentType: 'CreditMemo' as const },
		Buffer.from('no PDF'),
	);

/** What the trigger hands over until it has nothing more; each is confirmed, and the token ends in between. */
async function handedOver(engine: 'default' | 'durable') {
	const trigger = world.host({ limit: 1 }, { engine });
	const items: INodeExecutionData[] = [];
	for (let poll = 0; poll < 12; poll++) {
		world.now += (poll === 1 ? 16 : 2) * MINUTE;
		const found = [...(await trigger.tick()), ...trigger.second];
		items.push(...found);
		for (const { json } of found) {
			const { invoiceId, invoiceContainerId } = json as Record<string, string>;
			const additionalFields = { invoiceContainerId };
			const { error } = await world.stage.run('document', 'confirm', { invoiceId, additionalFields });
			if (error && settings().confirms === 'taken') throw new Error(error.message);
		}
	}
	return { items, trigger };
}

const toInvoice = async (items: INodeExecutionData[]) => {
	const parameters = { customerId: 'CUS-1', expectedCurrency: 'USD' };
	const mapped = await world.stage.run('document', 'toBlueTapeInvoice', parameters, { items });
	expect(mapped.error).toBeUndefined();
	return mapped.items.map(({ json }) => json);
};
const paidFor = ({ invoiceNumber, dueDate, totalAmount, taxAmount, lines }: IDataObject) => ({
	...{ invoiceNumber, dueDate, totalAmount, taxAmount, lines },
});
const toldOf = ({ review, derived, hints }: IDataObject) => JSON.stringify([review, derived, hints]);

const readings = readingsOf('bluDelta').filter(({ setting }) => setting !== 'confirms');

describe.each(readings)('$setting $value', ({ setting, value }) => {
	it.each(['default', 'durable'] as const)(
		'the trigger hands over each document once (%s)',
		async (engine) => {
			Object.assign(settings(), { [setting]: value });
			const containers = await upload();
			const { items, trigger } = await handedOver(engine);
			const ids = items.map(({ json }) => (json.invoiceId as string).toLowerCase());
			expect([...ids].sort()).toEqual(
				documents()
					.map(({ id }) => id)
					.sort(),
			);
			expect(documents().map(current)).toEqual(['Confirmed', 'Confirmed', 'Confirmed']);
			expect(documents().map(({ attempts }) => attempts)).toEqual([1, 1, 1]);
			expect(trigger.log).toEqual([]);

			const states = await world.stage.run('document', 'getStates', { containerIds: containers });
			expect(states.error).toBeUndefined();
			const known = states.items.flatMap(({ json }) => json.documents as IDataObject[]);
			expect(known.map(({ state }) => state)).toEqual(['Confirmed', 'Confirmed', 'Confirmed']);

			const again = await world.stage.run('document', 'confirm', { invoiceId: ids[0] });
			if (again.error) expect(again.error.message).toMatch(/BLU DELTA/);
			else expect(again.items[0].json).toMatchObject({ confirmed: true });

			world.now += 2 * MINUTE;
			const count = await world.stage.run('document', 'count', { states: ['Confirmed'] });
			expect(count.items[0].json).toMatchObject({ count: 3 });
		},
	);

	it('an invoice that comes out otherwise says why', async () => {
		await upload();
		const usual = await toInvoice((await handedOver('default')).items);
		world.stage.empty();
		Object.assign(settings(), { [setting]: value });
		await upload();
		const other = await toInvoice((await handedOver('default')).items);
		expect(other).toHaveLength(usual.length);
		other.forEach((invoice, index) => {
			const isSame = JSON.stringify(paidFor(invoice)) === JSON.stringify(paidFor(usual[index]));
			const tellsMore = toldOf(invoice) !== toldOf(usual[index]);
			expect([invoice.invoiceNumber, isSame || tellsMore]).toEqual([invoice.invoiceNumber, true]);
		});
		// A credit memo is never an invoice.
		expect(other[1].review).not.toEqual([]);
	});
});

it('confirms refused: a document comes again, as one that does, and then the trigger says that it is stuck', async () => {
	settings().confirms = 'refused';
	await world.stage.upload(paper);
	const trigger = world.host({ limit: 1 });
	const items: INodeExecutionData[] = [];
	const attention: INodeExecutionData[] = [];
	for (let poll = 0; poll < 5; poll++) {
		world.now += 61 * MINUTE;
		items.push(...(await trigger.tick()));
		attention.push(...trigger.second);
	}
	expect(items.map(({ json }) => json.redelivered)).toEqual([undefined, true]);
	expect(attention.map(({ json }) => json.stuckInvoiceId)).toEqual([documents()[0].id]);
});
