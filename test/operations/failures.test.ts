import { withBlueTape, type BlueTapeStage } from '../engine/blueTape';
import { caseOf, cases } from './cases';
import { prepare } from './world';

let stage: BlueTapeStage;
withBlueTape((started) => (stage = started));

const customer = { bodySource: 'fields', ...caseOf('customer', 'upsert').fields };
const status = { invoiceId: 'INV-1' };

// bluetape.md 9.2, typed in by hand: code, and a word that its advice must have.
const CODES: Array<[string, RegExp]> = [
	['project_does_not_exist', /Create the project first/],
	['project_already_exist', /Create or Update/],
	['invoice_does_not_exist', /Create it first/],
	['invoice_already_linked_to_project', /Unlink it first/],
	['customer_does_not_exist', /Create the customer before/],
	['invoice_payment_operation_exist', /payment is under way/],
	['customer_of_invoice_is_draft', /Update of the resource Customer/],
	['cant_set_new_customer_for_invoice', /original customer ID/],
	['invoice_can_not_be_updated_due_date', /due date has passed/],
	['invoice_already_cancelled', /new ID/],
	['invoice_can_be_updated_only_in_placed_status', /Placed/],
	['document_invalid_data', /required fields, dates, amounts/],
	['invoice_already_exist', /Create or Update/],
	['quote_reference_does_not_exist', /Create the quote first/],
	['quote_dismissed', /new quote/],
	['quote_amount_not_equal_to_invoice', /Make them equal/],
	['quote_already_referenced_to_invoice', /One quote serves one invoice/],
	['loan_application_not_approved', /Wait for the approval/],
	['invoice_amount_is_bigger_then_approved', /Lower it/],
	['customer_invalid_data', /country code/],
	['customer_company_change', /cannot be moved/],
	['customer_already_registered', /finished registering/],
	['company_customer_does_not_exist', /Create the company first/],
	['customer_with_phone_or_email_already_exist', /Another customer/],
	['quote_already_exist', /Create or Update/],
	['quote_does_not_exist', /Create it first/],
	['customer_reference', /original customer ID/],
	['quote_update_rejected', /locked/],
	['quote_and_loan_total_amount', /above what was approved/],
	['company_can_have_only_one_customer', /only one customer/],
];

describe('every code of the contract is shown with what to do, in each place where it may stand', () => {
	it.each(CODES)('%s', async (code, advice) => {
		for (const body of [
			{ code, reason: 'Sorry.' },
			{ code: '409', reason: `Refused: ${code}` },
			{ code: 'BadRequest', reason: code.toUpperCase() },
			{ Code: code.toUpperCase() },
			{ error: { code, message: 'Sorry.' } },
			{ message: `${code}: sorry` },
			[{ code }],
			{ errors: [{ code }] },
			{ errorCode: code },
			{ data: { error_code: code } },
			{ type: `https://errors.bluetape.com/${code}` },
			`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Sorry.</Message></Error>`,
		]) {
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			stage.emulator.faults.add({ status: 409, body: text });
			const { error } = await stage.run('customer', 'create', customer);
			expect(error).toMatchObject({
				httpCode: '409',
				description: expect.stringMatching(advice),
			});
			expect(error!.message.toLowerCase()).toContain(code);
		}
	});
});

describe('a status without a known code', () => {
	it.each([
		[400, /required fields, date formats/],
		[401, /key or the account ID/],
		[402, /asks for a payment/],
		[403, /Ask BlueTape/],
		[404, /no record with this ID/],
		[405, /not allowed on this address/],
		[407, /proxy .* asks for a login/],
		[410, /gone for good/],
		[423, /locked the record/],
		[425, /too early/],
		[428, /asks for a condition/],
		[451, /legal reasons/],
		[408, /too long to arrive.* answered with "already exists"/],
		[409, /exists already/],
		[413, /too large/],
		[415, /takes JSON here/],
		[418, /could not accept/],
		[500, /internal problem\. Look the record up/],
		[502, /internal problem\. Look the record up/],
	])('%s', async (code, advice) => {
		const body = JSON.stringify({ code: 'brand_new_code', reason: 'Something else.' });
		stage.emulator.faults.add({ status: code, body });
		const { error } = await stage.run('customer', 'create', customer);
		expect(error!.message).toBe(`BlueTape answered ${code}: Something else. (brand_new_code)`);
		expect(error!.description).toMatch(advice);
		expect(stage.emulator.journal.entries).toHaveLength(1);
	});

	it.each([
		[
			'a conflict without a reason',
			{ status: 409, body: '{"code":"409","reason":""}' },
			'BlueTape answered 409',
		],
		['an error page', { status: 404, body: 'html' }, 'BlueTape answered 404 with a web page: Bad Gateway'],
		['an empty error', { status: 400, body: 'empty' }, 'BlueTape answered 400'],
		['a broken error', { status: 400, body: 'malformed' }, 'BlueTape answered 400: {"code": "5'],
	])('%s', async (_name, fault, message) => {
		stage.emulator.faults.add(fault);
		const { error } = await stage.run('customer', 'create', customer);
		expect(error).toMatchObject({ message, description: expect.stringMatching(/./) });
	});
});

describe("the vendor's words stay", () => {
	const given = 'Due date is in the past.';
	it.each<[string, unknown, string]>([
		['message', { message: given }, given],
		['title and errors', { title: 'Bad.', errors: { DueDate: [given] } }, `Bad. DueDate: ${given}`],
		['a nested error', { error: { message: given } }, given],
		['capitals', { Code: '400', Reason: given }, given],
		['plain text', given, given],
		['a list', [{ message: given }, { message: 'And more.' }], `${given} And more.`],
		['a long text', 'x'.repeat(1000), `${'x'.repeat(400)}…`],
	])('in %s', async (_name, answer, told) => {
		const body = typeof answer === 'string' ? answer : JSON.stringify(answer);
		const type = typeof answer === 'string' ? 'text/plain' : 'application/json';
		stage.emulator.faults.add({ status: 400, body, type });
		const { error } = await stage.run('customer', 'create', customer);
		expect(error!.message).toBe(`BlueTape answered 400: ${told}`);
		expect(error!.description).toMatch(/could not accept the data/);
	});
});

describe('a web page is not from BlueTape, and the advice says so', () => {
	it.each([
		[403, /firewall or a wrong address/],
		[404, /firewall or a wrong address/],
		[413, /too large/],
		[502, /^A gateway .*gave up\. Look the record up/],
		[504, /^A gateway .*gave up\. Look the record up/],
	])('%s', async (code, advice) => {
		const body = `<html>\n<head><title>${code} <b>Blocked</b>\n by  nginx</title></head></html>`;
		stage.emulator.faults.add({ status: code, body });
		const { error } = await stage.run('customer', 'create', customer);
		expect(error!.message).toBe(`BlueTape answered ${code} with a web page: ${code} Blocked by nginx`);
		expect(error!.description).toMatch(advice);
	});
});

describe('trying again, by rule', () => {
	/** Milliseconds between the first request and the second. */
	const waited = async () => {
		const [first, second] = stage.emulator.journal.entries.map(({ time }) => Date.parse(time));
		return second - first;
	};

	it.each([
		['429', 'customer', 'create', { status: 429, retryAfter: 0.01 }, 2],
		['503', 'customer', 'create', { status: 503, retryAfter: 0.01 }, 2],
		['429', 'invoice', 'getStatus', { status: 429, retryAfter: 0.01 }, 2],
		['500', 'invoice', 'getStatus', { status: 500 }, 2],
		['a lost connection', 'invoice', 'getStatus', { drop: 'before' as const }, 2],
	])('after %s %s %s is sent again and goes through', async (_name, resource, operation, fault, requests) => {
		await prepare(stage.emulator, ['invoice']);
		stage.emulator.faults.add(fault);
		const { error, items } = await stage.run(resource, operation, {
			...customer,
			emailAddress: 'new@example.com',
			cellPhoneNumber: '+12025550199',
			...status,
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		expect(stage.emulator.journal.entries).toHaveLength(requests);
	});

	it.each([
		['a 500', { status: 500, times: 9 }],
		['a lost connection', { drop: 'before' as const, times: 9 }],
	])('a read gives up after three tries of %s', async (_name, fault) => {
		stage.emulator.faults.add(fault);
		const { error } = await stage.run('invoice', 'getStatus', status);
		expect(error).toBeDefined();
		expect(stage.emulator.journal.entries).toHaveLength(3);
	});

	it('a service that is always busy is asked seven times', async () => {
		stage.emulator.faults.add({ status: 429, retryAfter: 0.01, times: 20 });
		const { error } = await stage.run('invoice', 'getStatus', status);
		expect(error!.message).toContain('BlueTape answered 429');
		expect(stage.emulator.journal.entries).toHaveLength(7);
	});

	it('who asks for an hour is not waited for, and the time to come back is told', async () => {
		stage.emulator.faults.add({ status: 429, retryAfter: 3600 });
		const { error } = await stage.run('invoice', 'getStatus', status);
		expect(error!.description).toMatch(/^BlueTape asks to wait 1 hour\. Run it again after /);
		expect(stage.emulator.journal.entries).toHaveLength(1);
	});

	it.each([0, 'Mon, 02 Jan 2023 00:00:00 GMT'])(
		'%p as Retry-After means the usual wait',
		async (retryAfter) => {
			await prepare(stage.emulator, ['invoice']);
			stage.emulator.faults.add({ status: 429, retryAfter });
			await stage.run('invoice', 'getStatus', status);
			expect(await waited()).toBeGreaterThanOrEqual(375);
		},
	);

	it('waits as long as Retry-After says', async () => {
		await prepare(stage.emulator, ['invoice']);
		stage.emulator.faults.add({ status: 429, retryAfter: 1 });
		await stage.run('invoice', 'getStatus', status);
		expect(await waited()).toBeGreaterThanOrEqual(1000);
	});
});

describe('an answer that got lost', () => {
	const writes = cases.filter(({ method, file }) => method !== 'GET' && !file);

	/** What to do about it depends on what was to be done. */
	const adviceFor = (operation: string) =>
		/^(create|upsert)/.test(operation)
			? /a create that did go through is answered with "already exists"/
			: operation === 'cancel'
				? /Get Status whether it is cancelled/
				: /^(remove|unlink)/.test(operation)
					? /what is gone already is answered with 404/
					: /^update/.test(operation)
						? /sets the same values once more/
						: /a link that is there already/;

	it.each(writes)(
		'$resource $operation is not repeated: its state is unknown, and the id is named',
		async ({ resource, operation, fields, ids, needs }) => {
			await prepare(stage.emulator, needs);
			stage.emulator.faults.add({ drop: 'afterWrite' });
			const { error } = await stage.run(resource, operation, { bodySource: 'fields', ...fields });
			expect(error!.message).toContain('not known whether the request went through');
			for (const id of Object.values(ids)) expect(error!.message).toContain(id);
			expect(error!.description).toMatch(adviceFor(operation));
			expect(stage.emulator.journal.entries).toHaveLength(1);
		},
	);

	it('a read that got lost says so, without talking of records', async () => {
		stage.emulator.faults.add({ drop: 'before', times: 3 });
		const { error } = await stage.run('invoice', 'getStatus', status);
		expect(error!.message).toBe('BlueTape gave no answer: the connection broke off (ECONNRESET)');
	});

	it('an address where nobody answers was never sent to', async () => {
		const credentials = { blueTapeApi: { ...stage.credential, baseUrl: 'http://127.0.0.1:1/x' } };
		const { error } = await stage.run('customer', 'create', customer, { credentials });
		expect(error!.message).toBe(
			'BlueTape could not be reached: nobody listens at this address (ECONNREFUSED)',
		);
	});
});

describe('a good status over a refusal', () => {
	const writes = cases.filter(({ method }) => method !== 'GET');
	it.each(writes.filter(({ file }) => !file))(
		'$resource $operation counts as refused, and is not sent again',
		async ({ resource, operation, fields, ids }) => {
			const run = async (body: object) => {
				stage.emulator.faults.add({ status: 200, body: JSON.stringify(body) });
				return await stage.run(resource, operation, { bodySource: 'fields', ...fields });
			};
			const coded = await run({ code: 'customer_invalid_data', reason: 'Sorry.' });
			expect(coded.items).toEqual([]);
			expect(coded.error!.message).toBe(
				'BlueTape answered 200, but speaks of an error: Sorry. (customer_invalid_data)',
			);
			const bare = await run({ success: false, message: 'Not done' });
			expect(bare.items).toEqual([]);
			expect(bare.error!.message).toMatch(
				/^BlueTape answered 200, but speaks of an error: Not done, so it is not known .* went through: check /,
			);
			for (const id of Object.values(ids)) expect(bare.error!.message).toContain(id);
			expect(stage.emulator.journal.entries).toHaveLength(2);
		},
	);

	it('that names another record is told', async () => {
		stage.emulator.faults.add({ status: 201, body: '{"blueTapeId":"x","id":"OTHER"}' });
		const { items, hints } = await stage.run('customer', 'create', customer);
		expect(items).toHaveLength(1);
		expect(hints).toEqual([
			'BlueTape answered for another record, "OTHER" in place of customerId "CUS-7": look both up before you go on',
		]);
	});

	it('that names the same record is not, though the ID holds the account’s', async () => {
		const { credential } = stage;
		const customerId = `${credential.accountId as string}-7`;
		stage.emulator.faults.add({ status: 201, body: JSON.stringify({ blueTapeId: 'x', id: customerId }) });
		const { hints } = await stage.run('customer', 'create', { ...customer, customerId });
		expect(hints).toEqual([]);
	});

	it('what went through and speaks of an error is told', async () => {
		stage.emulator.faults.add({ status: 201, body: '{"blueTapeId":"x","errors":[{"message":"No SMS"}]}' });
		const { hints } = await stage.run('customer', 'create', customer);
		expect(hints).toEqual(['BlueTape answered that it went through, but speaks of an error: No SMS']);
	});
});

describe('a malformed answer', () => {
	it.each(['malformed', 'empty'])('(%s) does not fail a write', async (body) => {
		stage.emulator.faults.add({ status: 201, body });
		const { error, items, hints } = await stage.run('customer', 'create', customer);
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ customerId: 'CUS-7' });
		expect(hints.join()).toMatch(body === 'empty' ? /^$/ : /The request went through/);
		stage.emulator.faults.add({ status: 201, body });
		const upsert = await stage.run('customer', 'upsert', customer);
		expect(upsert.items[0].json).toMatchObject({ customerId: 'CUS-7', created: true });
		expect(upsert.hints).toEqual(hints);
	});

	it.each(['html', '\ufeff<!DOCTYPE html><title>Sign in to the network</title>'])(
		'that is a web page leaves a write unknown, whatever it was (%s)',
		async (body) => {
			for (const operation of ['create', 'upsert', 'update']) {
				stage.emulator.faults.add({ status: 200, body, type: 'text/html' });
				const { error, items } = await stage.run('customer', operation, customer);
				expect(items).toEqual([]);
				expect(error!.message).toMatch(
					/^BlueTape sent a web page instead of data: .*, so it is not known .*"CUS-7"$/,
				);
				expect(error!.description).toMatch(/proxy, a firewall or a wrong address.*\. (Look|Run)/);
			}
			expect(stage.emulator.journal.entries).toHaveLength(3);
		},
	);

	it.each([
		['text/html', 'Sign in to continue', false],
		['text/html; charset=utf-8', 'Created', true],
		['text/html', '63168de0cbee', true],
		['text/html', 'Customer updated.', true],
		['text/plain', 'Sign in to continue', true],
		['application/xml', '<?xml version="1.0"?><Error><Code>X</Code></Error>', false],
	])('of a write, labelled %s (%s): it went through: %p', async (type, body, well) => {
		stage.emulator.faults.add({ status: 200, body, type });
		const { error, items } = await stage.run('customer', 'create', customer);
		expect(items).toHaveLength(well ? 1 : 0);
		if (!well) {
			expect(error!.message).toContain('not known whether the request went through: check id "CUS-7"');
			expect(error!.description).toMatch(/proxy, a firewall or a wrong address/);
		}
	});

	it('to a read is no address that moved', async () => {
		stage.emulator.faults.add({ status: 200, body: '"Sign in"' });
		const { error } = await stage.run('invoice', 'getStatus', status);
		expect(error!.description).toMatch(/proxy, a firewall or a wrong address/);
	});

	it.each(['malformed', 'html'])('(%s) fails a read', async (body) => {
		for (const operation of ['getStatus', 'getCheckout', 'getCheckoutRedirect']) {
			stage.emulator.faults.add({ status: 200, body });
			const { error } = await stage.run('invoice', operation, status);
			expect(error!.message).toMatch(
				/^BlueTape sent (an answer that can't be read|a web page instead of data)/,
			);
		}
	});

	it.each([
		['malformed', 'something else'],
		['html', 'something else'],
		['null', 'something else'],
		['[]', 'something else'],
		['"No file"', 'something else'],
		['No file', 'something else'],
		['empty', 'nothing'],
	])('(%s) is not put out as a file', async (body, sent) => {
		stage.emulator.faults.add({ status: 200, body });
		const parameters = { ...status, binaryPropertyName: 'data' };
		const { error, items } = await stage.run('invoice', 'downloadFile', parameters);
		expect(items).toEqual([]);
		expect(error!.message).toBe(`BlueTape sent ${sent} instead of the PDF`);
	});
});

it.each([302, 308])('a redirect with %i is not followed with the secrets', async (moved) => {
	stage.emulator.faults.add({ redirectTo: `${stage.emulator.url}/elsewhere`, status: moved });
	const { error } = await stage.run('invoice', 'getStatus', status);
	expect(error!.description).toMatch(/address moved/);
	expect(stage.emulator.journal.entries).toHaveLength(1);
});

it('a good answer does not tell the key, and keeps the account, which links hold', async () => {
	const { apiKey, accountId } = stage.credential as Record<string, string>;
	const link = `https://www.bluetape.com/signup?account=${accountId}`;
	const body = JSON.stringify({ signUpUrl: link, warning: [`key ${apiKey} expires`] });
	stage.emulator.faults.add({ status: 201, body });
	const { items } = await stage.run('customer', 'create', customer);
	expect(items[0].json).toMatchObject({ signUpUrl: link, warning: ['key … expires'] });
});

it('no secret stands in what an execution stores', async () => {
	const { apiKey, accountId } = stage.credential as Record<string, string>;
	const quoting = (code: number, type?: string) => ({
		...{ status: code, type },
		body: type
			? `${apiKey.toUpperCase()} of ${accountId}`
			: JSON.stringify({ code: apiKey, reason: `Unknown key ${apiKey} of ${accountId}` }),
	});
	const answers = [quoting(401), quoting(400, 'text/plain'), quoting(200, 'text/plain'), quoting(409)];
	for (const onError of ['stopWorkflow', 'continueRegularOutput'] as const) {
		for (const answer of [...answers, { status: 500, times: 3 }, { drop: 'before' as const, times: 3 }]) {
			for (const [resource, operation, parameters] of [
				['invoice', 'getStatus', status],
				['customer', 'create', customer],
			] as const) {
				stage.emulator.faults.clear();
				stage.emulator.faults.add(answer);
				const { run, items, hints } = await stage.run(resource, operation, parameters, {
					settings: { onError },
				});
				const stored = JSON.stringify([run, items, hints]).toLowerCase();
				expect(stored).not.toContain(apiKey.toLowerCase());
				expect(stored).not.toContain(accountId.toLowerCase());
			}
		}
	}
});
