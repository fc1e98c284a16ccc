/** HTML that is safe to send; anything else in a template is escaped. */
export class Html {
	constructor(readonly text: string) {}
}

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function render(value: unknown): string {
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(render).join('');
	if (value === undefined || value === null || value === false) return '';
	return `${value as string | number | boolean}`.replace(/[&<>"']/g, (character) => entities[character]);
}

/** A template whose values are escaped unless they are `Html` themselves; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Html {
	return new Html(strings.reduce((text, part, index) => text + render(values[index - 1]) + part));
}

/** A button that posts JSON to a control address and loads the page again. */
export const button = (label: string, url: string, body: object = {}) =>
	html`<button data-post="${url}" data-body="${JSON.stringify(body)}">${label}</button>`;

/** A table with a heading and a count; `nothing` stands where there are no rows. */
export function table(title: string, columns: string[], rows: unknown[][], nothing = 'None yet.'): Html {
	if (rows.length === 0)
		return html`<h2>${title}</h2>
			<p class="quiet">${nothing}</p>`;
	const head = columns.map((column) => html`<th scope="col">${column}</th>`);
	const body = rows.map(
		(row) =>
			html`<tr>
				${row.map((cell) => html`<td>${cell}</td>`)}
			</tr>`,
	);
	return html`<h2>${title} <small>${rows.length}</small></h2>
		<div class="scroll">
			<table>
				<thead>
					<tr>
						${head}
					</tr>
				</thead>
				<tbody>
					${body}
				</tbody>
			</table>
		</div>`;
}

export const code = (value: unknown) => html`<code>${value}</code>`;

const style = new Html(`
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #1769aa; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 4rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
small, .quiet { color: #888; font-weight: normal; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem .3rem 0; text-align: left; vertical-align: top; }
code { background: var(--soft); border-radius: 3px; font-size: .9em; overflow-wrap: anywhere; padding: .1em .3em; }
button { background: none; border: 1px solid var(--accent); border-radius: 4px; cursor: pointer; font: inherit;
	font-size: .85rem; margin: 0 .25rem .25rem 0; padding: .1rem .5rem; }
button:hover { background: var(--accent); color: #fff; }
label { display: block; margin: .3rem 0; } input { font: inherit; padding: .15rem .4rem; width: min(34rem, 100%); }
#problem { color: #c0392b; min-height: 1.5em; }`);

const script = new Html(`
const say = (text) => { document.getElementById('problem').textContent = text; };
async function post(url, body) {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
	if (response.ok) return location.reload();
	const { error } = await response.json();
	say(typeof error === 'string' ? error : error.map((one) => one.path.join('.') + ': ' + one.message).join('; '));
}
for (const button of document.querySelectorAll('button[data-post]')) {
	button.addEventListener('click', () => post(button.dataset.post, button.dataset.body));
}
for (const form of document.querySelectorAll('form[data-post]')) {
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const { headerName, headerValue, ...rest } = Object.fromEntries(
			[...new FormData(form)].filter(([, value]) => value !== ''),
		);
		const headers = headerName ? { headers: { [headerName]: headerValue || '' } } : {};
		post(form.dataset.post, JSON.stringify({ ...rest, ...headers }));
	});
}`);

/** A whole page without any outside asset. */
export function page(title: string, ...content: Html[]): string {
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>${title}</title>
				<style>
					${style}
				</style>
			</head>
			<body>
				<h1>${title}</h1>
				<p id="problem" role="alert"></p>
				${content}
				<script>
					${script};
				</script>
			</body>
		</html>`.text;
}
