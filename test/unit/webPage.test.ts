import { isPage, isPageOfWords, pageTitle } from '../../nodes/shared/http/webPage';

it.each([
	[
		'nginx',
		'<html>\r\n<head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>',
		'502 Bad Gateway',
	],
	[
		'a heading only',
		' <html><body><h2 class="x">403 -\n <b>Forbidden</b></h2></body></html>',
		'403 - Forbidden',
	],
	['capitals', '<HTML><TITLE>Access denied</TITLE></HTML>', 'Access denied'],
	['a broken line', '<h1>403<br>Forbidden</h1>', '403 Forbidden'],
	['a long one', `<title>${'x'.repeat(200)}</title>`, 'x'.repeat(80)],
	['one without end', `<title>${'x'.repeat(600)}`, ''],
	['no title', '<html><body>Sorry</body></html>', ''],
	['a title in JSON', '{"reason":"<title>no page</title>"}', ''],
])('the title of %s', (_name, body, title) => {
	expect(pageTitle(body)).toBe(title);
});

it('a page is a text that begins with a tag', () => {
	expect(['\n<!doctype html>', 'Bad Gateway', '', undefined, { html: '<html>' }].map(isPage)).toEqual([
		...[true, false, false, false, false],
	]);
});

it.each([
	['<?xml version="1.0"?>\n<Error/>', false],
	['\ufeff<?xml version="1.0"?><!-- x --><s:Envelope>', false],
	['<ErrorResponse xmlns="x">', false],
	['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', true],
	['<?xml version="1.0"?><html xmlns="x">', true],
	['<!DOCTYPE html><title>Error</title>', true],
	['<center>Error</center>', true],
])('%s is a page: %p', (body, page) => expect(isPage(body)).toBe(page));

it.each([
	['text/html', 'Sign in to continue', true],
	['text/html', ' Sign in to continue\n', true],
	[' Text/HTML; charset=utf-8', 'Please wait', true],
	['application/xhtml+xml', 'Please wait', true],
	['text/html', 'OK', false],
	['text/html', ' T-4711 \n', false],
	['text/html', 'The order was created.', false],
	['text/plain', 'Sign in to continue', false],
	['multipart/mixed;type=text/html', 'Sign in to continue', false],
	[undefined, 'Sign in to continue', false],
])('labelled as %j, the words %j are a page: %p', (label, text, page) =>
	expect(isPageOfWords(label, text)).toBe(page),
);
