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

	it('tells of an ID whose number is missing, for the next record without one takes its place', async () => {
		const given = { projectId: '=PRO-{{ $json.orderNo }}' };
		const { items, hints } = await stage.run('project', 'upsert', { bodySource: 'fields', ...given });
		expect(items[0].json.projectId).toBe('PRO-');
		expect(hints).toEqual([expect.stringMatching(/^'Project ID' ends in '-': /)]);
	});

	const styles = ['symbol', 'status', 'capitals', 'message', 'problem', 'nested', 'text'] as const;
	it.each(styles)('knows "already exists" in the style %s', async (errorStyle) => {
		stage.emulator.blueTape.state.settings.errorStyle = errorStyle;
		await stage.byInput('project', 'upsert', { id: 'P' });
		const { items } = await stage.byInput('project', 'upsert', { id: 'P' });
		expect(items[0].json.created).toBe(false);
	});

	it.each([
		{ code: 'customer_already_exist', reason: 'Taken.' },
		{ code: 'Conflict' },
		{ code: 'CUSTOMER_ALREADY_EXIST' },
		{ code: '409', reason: '' },
		{ message: 'Exists' },
		{},
		{ code: 'a_code_of_tomorrow' },
		{ code: 'customer_already_registered' },
	])('a conflict is tried as an update unless it is known to be about another record: %j', async (body) => {
		const { body: customer } = caseOf('customer', 'upsert');
		await stage.byInput('customer', 'upsert', customer!);
		stage.emulator.faults.add({ status: 409, body: JSON.stringify(body) });
		const { items, error } = await stage.byInput('customer', 'upsert', { ...customer, firstName: 'Augusta' });
		expect(error).toBeUndefined();
		expect(items[0].json.created).toBe(false);
		expect(stage.emulator.journal.last()).toMatchObject({ method: 'PUT', body: { firstName: 'Augusta' } });
	});

	describe('of what an earlier try may have made, after a 503 of a gateway', () => {
		const { body: customer } = caseOf('customer', 'upsert');
		const away = (times = 1) =>
			stage.emulator.faults.add({
				match: { method: 'POST' },
				times,
				status: 503,
				retryAfter: 0.001,
				afterWork: true,
			});

		it('says beside created: false that it may be this run’s own', async () => {
			away();
			const { items, hints } = await stage.byInput('customer', 'upsert', customer!);
			expect(stage.requests()).toEqual(['POST /customer', 'POST /customer', 'PUT /customer/CUS-7']);
			expect(items[0].json.created).toBe(false);
			expect(hints).toEqual([expect.stringMatching(/earlier try of this run .* may have made the record/)]);
		});

		it('says so under Retry On Fail, too', async () => {
			away(7);
			const { items, hints } = await stage.run(
				'customer',
				'upsert',
				{ bodySource: 'input' },
				{
					items: [{ json: customer! }],
					settings: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
				},
			);
			expect(items[0].json.created).toBe(false);
			expect(hints).toEqual([expect.stringMatching(/earlier try of this run .* may have made the record/)]);
		});

		it('says so in the advice of a refused update', async () => {
			away();
			stage.emulator.faults.add({ match: { method: 'PUT' }, status: 400, body: '{"reason":"No."}' });
			const { error } = await stage.byInput('customer', 'upsert', customer!);
			expect(error).toMatchObject({
				message: expect.stringMatching(/400: No/),
				description: expect.stringMatching(/^An earlier try of this run .*If it has not: BlueTape could not/),
			});
		});

		it('says nothing of it otherwise', async () => {
			await stage.byInput('customer', 'upsert', customer!);
			const { hints } = await stage.byInput('customer', 'upsert', customer!);
			expect(hints).toEqual([]);
		});
	});

	it.each<[number, unknown]>([
		[400, { code: 'customer_already_exist' }],
		[422, { errors: [{ code: 'CUSTOMER_ALREADY_EXIST' }] }],
		[400, 'Customer already exists.'],
		[400, { message: 'A customer with this ID already exists' }],
	])('%d %j says that it is there', async (status, body) => {
		const { body: customer } = caseOf('customer', 'upsert');
		await stage.byInput('customer', 'upsert', customer!);
		stage.emulator.faults.add({ status, body: typeof body === 'string' ? body : JSON.stringify(body) });
		const { items } = await stage.byInput('customer', 'upsert', customer!);
		expect(items[0].json.created).toBe(false);
	});

	it.each([
		{ code: 'customer_already_exist', reason: 'Taken.' },
		{ errors: [{ code: 'CUSTOMER_ALREADY_EXIST' }] },
		{ code: '409', reason: 'Customer already exists.' },
		{ success: false, message: 'A customer with this ID already exists' },
	])('with a good status %j says that it is there, too', async (body) => {
		const { body: customer } = caseOf('customer', 'upsert');
		await stage.byInput('customer', 'upsert', customer!);
		stage.emulator.faults.add({ status: 200, body: JSON.stringify(body) });
		const { items } = await stage.byInput('customer', 'upsert', { ...customer, firstName: 'Augusta' });
		expect(items[0].json.created).toBe(false);
		expect(stage.emulator.journal.last()).toMatchObject({ method: 'PUT', body: { firstName: 'Augusta' } });
	});

	it('an update that finds nothing, with a good status, leaves the conflict', async () => {
		stage.emulator.faults.add(
			{ status: 409, body: '{"reason":"This phone is taken"}' },
			{ status: 200, body: '{"code":"customer_does_not_exist"}' },
		);
		const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toBe('BlueTape answered 409: This phone is taken');
	});

	const another = 'customer_with_phone_or_email_already_exist';
	it.each([[{ code: another }], { errors: [{ code: another }] }, { errorCode: another }, { error: another }])(
		'another record is known wherever the code stands: %j',
		async (body) => {
			stage.emulator.faults.add({ status: 409, body: JSON.stringify(body) });
			const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
			expect(error!.description).toMatch(/Another customer has this phone/);
			expect(stage.requests()).toEqual(['POST /customer']);
		},
	);

	it.each([
		[400, { code: 'customer_does_not_exist' }],
		[404, {}],
	])('nothing to update (%d %j): the conflict is told without leading in a circle', async (status, body) => {
		stage.emulator.faults.add(
			{ status: 409, body: '{"reason":"This phone is taken"}' },
			{ status, body: JSON.stringify(body) },
		);
		const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toBe('BlueTape answered 409: This phone is taken');
		expect(error!.description).toMatch(/about another record/);
	});

	it.each([
		['quote', { code: '404', reason: 'Customer not found.' }, 'Customer not found.'],
		['quote', { message: 'The company does not exist' }, 'The company does not exist'],
		['invoice', { reason: 'No such project: P-1' }, 'No such project: P-1'],
	])(
		'%s: an update that finds another kind of record missing (%j) is told in its own words',
		async (resource, answer, words) => {
			stage.emulator.faults.add(
				{ status: 409, body: '{"code":"409","reason":"It already exists, use Update"}' },
				{ status: 404, body: JSON.stringify(answer) },
			);
			const { error } = await stage.byInput(resource, 'upsert', caseOf(resource, 'upsert').body!);
			expect(error!.message).toBe(`BlueTape answered 404: ${words}`);
		},
	);

	it.each([{}, { reason: 'Not found' }, { reason: 'The quote of this customer was not found' }])(
		'one that finds none at all (%j) leaves the conflict',
		async (answer) => {
			stage.emulator.faults.add(
				{ status: 409, body: '{"reason":"This number is taken"}' },
				{ status: 404, body: JSON.stringify(answer) },
			);
			const { error } = await stage.byInput('quote', 'upsert', caseOf('quote', 'upsert').body!);
			expect(error!.message).toBe('BlueTape answered 409: This number is taken');
		},
	);

	it.each([{ code: '409', reason: '' }, {}])(
		'an update that is refused without a word (%j) leaves the conflict, too',
		async (answer) => {
			stage.emulator.faults.add(
				{ status: 409, body: '{"reason":"This number is taken"}' },
				{ status: 409, body: JSON.stringify(answer) },
			);
			const { error } = await stage.byInput('quote', 'upsert', caseOf('quote', 'upsert').body!);
			expect(error!.message).toBe('BlueTape answered 409: This number is taken');
			expect(error!.description).toMatch(/^The update was refused, too, without a reason/);
		},
	);

	it.each([
		['a reason', '{"reason":"Locked"}', 'BlueTape answered 409: Locked'],
		['a code', '{"code":"quote_update_rejected"}', 'BlueTape answered 409: (quote_update_rejected)'],
		['a page', '<html></html>', 'BlueTape answered 409 with a web page'],
	])('one that is refused with %s is told by that', async (_what, body, message) => {
		stage.emulator.faults.add({ status: 409, body: '{"reason":"Taken"}' }, { status: 409, body });
		const { error } = await stage.byInput('quote', 'upsert', caseOf('quote', 'upsert').body!);
		expect(error!.message).toBe(message);
	});

	it('an invoice whose status was told is there: the refusal of the update is told', async () => {
		stage.emulator.faults.add(
			{ status: 409, body: '{"code":"409"}' },
			{ status: 200, body: '{"status":"Placed"}' },
			{ status: 404, body: '{"reason":"Customer not found."}' },
		);
		const { status: _, ...body } = caseOf('invoice', 'upsert').body!;
		const { error } = await stage.byInput('invoice', 'upsert', body);
		expect(error!.message).toBe('BlueTape answered 404: Customer not found.');
	});

	it.each<[string, number, unknown, string, RegExp]>([
		['404', 404, {}, '409: This number is taken', /about another record/],
		[
			'no such invoice',
			400,
			{ code: 'invoice_does_not_exist' },
			'409: This number is taken',
			/about another record/,
		],
		[
			'another record is missing',
			404,
			{ code: 'customer_does_not_exist' },
			'404: (customer_does_not_exist)',
			/The invoice was not changed/,
		],
		['may not be read', 403, { reason: 'No' }, '403: No', /The invoice was not changed/],
		['a page', 404, '<html></html>', '404 with a web page', /The invoice was not changed/],
	])(
		'when the status of an invoice that may be there can not be read (%s) nothing is overwritten',
		async (_name, status, answer, told, advice) => {
			stage.emulator.faults.add(
				{ status: 409, body: '{"reason":"This number is taken"}' },
				{ status, body: typeof answer === 'string' ? answer : JSON.stringify(answer) },
			);
			const { status: _, ...body } = caseOf('invoice', 'upsert').body!;
			const { error } = await stage.byInput('invoice', 'upsert', body);
			expect(error!.message).toBe(`BlueTape answered ${told}`);
			expect(error!.description).toMatch(advice);
			expect(stage.requests().map((request) => request.split(' ')[0])).toEqual(['POST', 'GET']);
		},
	);

	it.each(styles)(
		'a conflict with another record is an error, not an update, in the style %s',
		async (style) => {
			const { body } = caseOf('customer', 'upsert');
			await stage.byInput('customer', 'upsert', body!);
			stage.emulator.blueTape.state.settings.errorStyle = style;
			const { error } = await stage.byInput('customer', 'upsert', { ...body, id: 'CUS-8' });
			expect(error!.message.toLowerCase()).toContain('customer_with_phone_or_email_already_exist');
			expect(error!.description).toMatch(/Another customer has this phone/);
			expect(stage.requests()).not.toContain('PUT /customer/CUS-8');
		},
	);

	it.each([
		['company', 'company_can_have_only_one_customer'],
		['customer', 'company_can_have_only_one_customer'],
		['customer', 'CUSTOMER_WITH_PHONE_OR_EMAIL_ALREADY_EXIST'],
		['customer', 'company_customer_does_not_exist'],
		['invoice', 'quote_already_referenced_to_invoice'],
		['invoice', 'quote_dismissed'],
		['invoice', 'loan_application_not_approved'],
		['invoice', 'customer_of_invoice_is_draft'],
		['invoice', 'project_already_exist'],
		['quote', 'customer_does_not_exist'],
	])('%s: %s is about another record', async (resource, code) => {
		stage.emulator.faults.add({ status: 409, body: JSON.stringify({ code, reason: 'No' }) });
		const { error } = await stage.byInput(resource, 'upsert', caseOf(resource, 'upsert').body!);
		expect(error).toMatchObject({ httpCode: '409', message: expect.stringContaining(code.toLowerCase()) });
		expect(stage.emulator.journal.entries).toHaveLength(1);
	});

	it.each([
		['invoice', 'invoice_can_be_updated_only_in_placed_status'],
		['invoice', 'cant_set_new_customer_for_invoice'],
		['invoice', 'document_invalid_data'],
		['quote', 'quote_update_rejected'],
	])('%s: %s is about this one', async (resource, code) => {
		const conflict = JSON.stringify({ code, reason: 'No' });
		stage.emulator.faults.add({ status: 409, body: conflict }, { status: 200, body: '{}' });
		const { items } = await stage.byInput(resource, 'upsert', caseOf(resource, 'upsert').body!);
		expect(items[0].json.created).toBe(false);
	});

	it.each([
		{ code: '404', reason: 'Not found' },
		{ code: 'customer_does_not_exist', reason: '' },
		{ code: 'CUSTOMER_DOES_NOT_EXIST' },
		{ code: 'NotFound' },
		{},
	])('when there is nothing to update (%j) the conflict is told', async (missing) => {
		const conflict = JSON.stringify({ code: '409', reason: 'This phone is taken' });
		stage.emulator.faults.add(
			{ status: 409, body: conflict },
			{ status: 404, body: JSON.stringify(missing) },
		);
		const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toBe('BlueTape answered 409: This phone is taken');
		expect(stage.emulator.journal.entries).toHaveLength(2);
	});

	it.each([
		[
			'another record is missing',
			JSON.stringify({ code: 'customer_does_not_exist' }),
			/customer_does_not_exist/,
		],
		['a page says so', '<html><title>404</title></html>', /404 with a web page/],
	])('when %s the update is told', async (_name, body, told) => {
		stage.emulator.faults.add({ status: 409, body: '{"code":"409"}' }, { status: 404, body });
		const { error } = await stage.byInput('invoice', 'upsert', caseOf('invoice', 'upsert').body!);
		expect(error!.message).toMatch(told);
	});

	it('a conflict that a web page tells of is not about the record', async () => {
		stage.emulator.faults.add({ status: 409, body: '<html><title>Conflict</title></html>' });
		const { error } = await stage.byInput('customer', 'upsert', caseOf('customer', 'upsert').body!);
		expect(error!.message).toContain('BlueTape answered 409 with a web page');
		expect(stage.requests()).toEqual(['POST /customer']);
	});

	it('is what a Create that stopped half way leads to', async () => {
		stage.emulator.faults.add({ status: 200, body: '{}' }, { status: 400, body: '{"reason":"No"}' });
		const items = ['P-1', 'P-2'].map((id) => ({ json: { ...caseOf('project', 'create').body, id } }));
		const parameters = { bodySource: 'input', options: { parallelRequests: 1 } };
		const { error } = await stage.run('project', 'create', parameters, { items });
		expect(error!.description).toContain('use Create or Update to run them all again');
	});

	it('names all that was left out of an update', async () => {
		stage.emulator.faults.add(
			{ status: 409, body: '{"code":"invoice_already_exist"}' },
			{ status: 200, body: '{}' },
		);
		const { projectDetails: _, ...body } = caseOf('invoice', 'upsert').body!;
		const given = { ...body, quoteId: 'QUO-1', quoteRefNumber: 'Q 1' };
		const { hints } = await stage.byInput('invoice', 'upsert', given);
		const left = hints.filter((hint) => hint.startsWith('Updated;'));
		expect(left).toEqual([
			"Updated; an update can't change quoteId, quoteRefNumber, shippingAddress, so that was left out",
		]);
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
