import { isXml, saidBy } from '../../nodes/shared/http/xml';

// Some services, and proxies before them, write their errors as XML.

it.each<[unknown, boolean]>([
	['<?xml version="1.0"?>\n<Order/>', true],
	['\n <?xml version="1.0"?><Order/>', true],
	['<!-- from the gateway --><Error>No</Error>', true],
	['<s:Envelope>', true],
	['<soap:Fault>', true],
	['<ErrorBody>', true],
	['<BodyError>', true],
	['<Order>', false],
	['<?xml version="1.0"?>', false],
	['<?xml version="1.0"?><BODY>', false],
	['No: <Error/>', false],
	['', false],
	[['<Error/>'], false],
])('%j is XML: %p', (body, xml) => expect(isXml(body)).toBe(xml));

it.each<[string, string, ReturnType<typeof saidBy>]>([
	[
		'each innermost element',
		'<Error><Code>X</Code><Message>No</Message></Error>',
		[{ Code: 'X' }, { Message: 'No' }],
	],
	['names without their prefix', '<soap:Fault><soap:Text>No</soap:Text></soap:Fault>', [{ Text: 'No' }]],
	['no attributes', '<Message xml:lang="en" n="1">No</Message>', [{ Message: 'No' }]],
	['no blanks around it', '<Message>\n  No \n</Message>', [{ Message: 'No' }]],
	[
		'data as they stand',
		'<Message><![CDATA[Not <b>now</b> &amp; here]]>\n</Message>',
		[{ Message: 'Not <b>now</b> &amp; here' }],
	],
	[
		'signs in place of their names',
		'<M>&lt;1 &gt;2 &quot;3&quot; &apos;4&#39; 5 &amp;lt; 6 &euro;</M>',
		[{ M: '<1 >2 "3" \'4\' 5 &lt; 6 &euro;' }],
	],
	['the words of broken XML', '<Error>Not<Now>today,\n  not &amp; <Mess', 'Not today, not &'],
])('XML says %s', (_name, xml, said) => expect(saidBy(xml)).toEqual(said));
