import { asked, found } from './asked';
import { header, instead, json, planting, status, stuck, text } from './plant';

const I = '/genericBthubService/integration';
const on = (method: string, path: string) => new RegExp(`^${method} ${I}${path}$`);
const shapeless = (sent: string) => !sent.includes('"dueDate"') && sent.includes('"invoiceDate"');

/** What a service may do otherwise, and where the contract says what it should. */
const planted: Array<[string, string, RegExp, Parameters<typeof planting>[1]]> = [
	['a company is created with 200', 'bluetape.md #1', on('POST', '/company'), status(201, 200)],
	[
		'blueTapeId is spelt blueTapeID',
		'bluetape.md 5.1',
		on('PUT', '/project/.*'),
		text(/blueTapeId/, 'blueTapeID'),
	],
	[
		'another sentence',
		'bluetape.md 9.2',
		on('POST', '/project'),
		text(/Project already exists\./, 'Duplicate project.'),
	],
	['reason is called message', 'bluetape.md C16', on('PUT', '/project/.*'), text(/"reason"/, '"message"')],
	['a wrong key is 403', 'bluetape.md 1', on('GET', '/customer/.*/creditInfo'), status(401, 403)],
	['a wrong method is 404', 'bluetape.md 9.1', on('PATCH', '/invoice'), status(405, 404)],
	[
		'a field of a company’s credit is missing',
		'bluetape.md 5.4',
		on('GET', '/company/.*/creditInfo.*'),
		json(({ externalCompanyId: _left, ...rest }) => rest),
	],
	[
		'an amount is text',
		'bluetape.md 5.5',
		on('GET', '/quote/.*/status'),
		text(/"pastDue30":(\d+)/, '"pastDue30":"$1"'),
	],
	[
		'a status in small letters',
		'bluetape.md 5.8',
		on('GET', '/invoice/contract-\\w+-invoice/status'),
		text(/Placed/, 'placed'),
	],
	[
		'checkOutUrl with a small o',
		'bluetape.md C11',
		on('GET', '/invoice/.*/checkout'),
		text(/checkOutUrl/, 'checkoutUrl'),
	],
	[
		'a redirect in place of a link',
		'bluetape.md #18',
		on('GET', '/invoice/.*/checkout-redirect\\?.*'),
		() => new Response(null, { status: 302, headers: { location: 'https://pay.example.com/' } }),
	],
	[
		'an upload that answers something else',
		'bluetape.md C7',
		on('POST', '/invoice/.*/file'),
		(answer) => (answer.status === 204 ? Response.json({ ok: true }) : new Response(answer.text, answer)),
	],
	['a second upload that replaces nothing', 'bluetape.md 4.10', on('GET', '/invoice/.*/file'), stuck()],
	[
		'a PDF of no type',
		'bluetape.md #14',
		on('GET', '/invoice/.*/file'),
		header('content-type', 'application/octet-stream'),
	],
	[
		'an unknown invoice is 410',
		'bluetape.md C12',
		on('PUT', '/invoice/contract-\\w+-nothing'),
		status(404, 410),
	],
	[
		'a required field may be missing',
		'bluetape.md 4.4',
		on('POST', '/invoice'),
		instead({ blueTapeId: 'x' }, 201, shapeless),
	],
	[
		'one field more',
		'bluetape.md #21',
		on('PUT', '/invoice/simplify/.*'),
		json((body) => (body.details ? { ...body, blueTapeId: 'x' } : body)),
	],
	[
		'the oldest state first',
		'bludelta.md 5.7',
		/^GET \/api\/invoiceContainer\/state/,
		json((body) => {
			for (const { DocumentStateReports } of body.InvoiceContainerStates ?? [])
				for (const { DocumentStates } of DocumentStateReports) DocumentStates.reverse();
			return body;
		}),
	],
	['moments without fractions', 'bludelta.md 3', /^GET \/api\/invoiceContainer\/state/, text(/\.\d+Z/g, 'Z')],
	['a count as text', 'bludelta.md 5.6', /^GET \/api\/count/, text(/"Count":(\d+)/, '"Count":"$1"')],
	[
		'a token that does not end',
		'bludelta.md 2.1',
		/^GET \/api\/count\/invoices\?state=Released$/,
		(answer) =>
			/expired/.test(answer.text)
				? Response.json({ State: 0, Message: '', Count: 0 })
				: new Response(answer.text, answer),
	],
	['a text file is 400', 'bludelta.md 3', /^POST \/api\/upload\/invoiceContainer/, status(415, 400)],
	[
		'properties as Key and Value',
		'bludelta.md 5.4',
		/^GET \/api\/v2\/download/,
		text(/\{"(\w+)":("[^"]*")\}/g, '{"Key":"$1","Value":$2}'),
	],
	[
		'values that are numbers',
		'bludelta.md 6.2',
		/^GET \/api\/v2\/download/,
		text(/"Value":"(?:\d+\.\d+|)"/g, '"Value":0'),
	],
	['too many downloads are 503', 'bludelta.md 3', /^GET \/api\/v2\/download/, status(429, 503)],
];

it('there are 25 of them', () => expect(planted).toHaveLength(25));

it.each(planted)('%s is found at %s and nowhere else', async (_name, at, where, change) => {
	const { findings } = await asked([at.split('.')[0]], planting(where, change));
	expect(found(findings)).toEqual([at]);
});
