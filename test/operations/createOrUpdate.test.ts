import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { caseOf } from './cases';
import { prepare } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

describe('create or update', () => {
	it.each(['company', 'customer', 'invoice', 'quote', 'project'])(
		'%s: says which of the two happened',
		async (resource) => {
			const { body: given } = caseOf(resource, 'upsert');
			const { quoteRefNumber: _, projectDetails: __, shippingAddress: ___, ...body } = given!;
			if (resource === 'invoice' || resource === 'quote') await prepare(stage.emulator, ['customer']);
			const idName = `${resource}Id`;
			const created = await stage.byInput(resource, 'upsert', body);
			expect(created.items[0].json).toMatchObject({ created: true, [idName]: body.id });
			const updated = await stage.byInput(resource, 'upsert', body);
			expect(updated.error).toBeUndefined();
			expect(updated.items[0].json).toMatchObject({ created: false, [idName]: body.id });
			const id = encodeURIComponent(body.id as string);
			expect(stage.requests()).toEqual([`POST /${resource}`, `POST /${resource}`, `PUT /${resource}/${id}`]);
			expect(stage.emulator.journal.last()!.body).toEqual({ ...body, id: undefined });
		},
	);

	it.each(['symbol', 'status'] as const)('knows "already exists" in the style %s', async (errorStyle) => {
		stage.emulator.blueTape.state.settings.errorStyle = errorStyle;
		await stage.byInput('project', 'upsert', { id: 'P' });
		const { items } = await stage.byInput('project', 'upsert', { id: 'P' });
		expect(items[0].json.created).toBe(false);
	});

	it('a conflict with another record is an error, not an update', async () => {
		const { body } = caseOf('customer', 'upsert');
		await stage.byInput('customer', 'upsert', body!);
		const { error } = await stage.byInput('customer', 'upsert', { ...body, id: 'CUS-8' });
		expect(error!.message).toContain('customer_with_phone_or_email_already_exist');
		expect(stage.requests()).not.toContain('PUT /customer/CUS-8');
	});

	it('a conflict that says not about what is told as such when there is nothing to update', async () => {
		const conflict = JSON.stringify({ code: '409', reason: 'This phone is taken' });
		const missing = JSON.stringify({ code: '404', reason: 'Not found' });
		stage.emulator.faults.add({ status: 409, body: conflict }, { status: 404, body: missing });
		const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toBe('BlueTape answered 409: This phone is taken');
		const other = JSON.stringify({ code: 'customer_does_not_exist', reason: '' });
		stage.emulator.faults.add({ status: 409, body: conflict }, { status: 404, body: other });
		const refused = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(refused.error!.message).toContain('customer_does_not_exist');
	});

	it('a conflict that a web page tells of is not about the record', async () => {
		stage.emulator.faults.add({ status: 409, body: '<html><title>Conflict</title></html>' });
		const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toContain('BlueTape answered 409 with a web page');
		expect(stage.requests()).toEqual(['POST /customer']);
	});

	it('leaves out of the update what an update cannot carry, and says so', async () => {
		const { body } = caseOf('customer', 'upsert');
		await prepare(stage.emulator, ['company']);
		await stage.byInput('customer', 'upsert', body!);
		const { items, hints } = await stage.byInput('customer', 'upsert', { ...body, companyId: 'COM-1' });
		expect(items[0].json.created).toBe(false);
		expect(hints).toEqual(["Updated; an update can't change companyId, so that was left out"]);
	});
});
