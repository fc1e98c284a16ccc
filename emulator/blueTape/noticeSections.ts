import { button, code, html, table, type Html } from '../shared/page';
import { variationNames } from './variations';
import type { Webhooks } from './webhooks';

const control = '/emulator/bluetape/webhooks';

/** Where BlueTape's notices go, buttons that send some, and those that went out. */
export function notices({ targets, deliveries }: Webhooks): Html[] {
	const [[headerName, headerValue] = ['', '']] = Object.entries(targets.headers ?? {});
	const input = (label: string, name: string, value = '') =>
		html`<label>${label}<br /><input name="${name}" value="${value}" /></label>`;
	const fire = (event: string) =>
		['once', 'repeat', 'twins', 'forged', 'garbage'].map((mode) =>
			button(`${event} ${mode}`, `${control}/fire`, { event, mode }),
		);
	const variants = (event: string) =>
		variationNames.map((name) => button(`${event} ${name}`, `${control}/fire`, { event, vary: [name] }));
	return [
		html`<h2>Where notices go</h2>
			<form data-post="${control}">
				${input('Quote approval URL', 'quoteApprovalUrl', targets.quoteApprovalUrl)}
				${input('Invoice payment URL', 'invoicePaymentUrl', targets.invoicePaymentUrl)}
				${input('Header name', 'headerName', headerName)} ${input('Header value', 'headerValue', headerValue)}
				<p><button>Save</button></p>
			</form>
			<p>${fire('quote.approval')}</p>
			<p>${fire('invoice.payment')}</p>
			<details>
				<summary>In other writing</summary>
				<p>${variants('quote.approval')}</p>
				<p>${variants('invoice.payment')}</p>
			</details>`,
		table(
			'Notices sent',
			['#', 'Event', 'Mode', 'Notice', 'Answer'],
			[...deliveries]
				.reverse()
				.map(({ number, event, mode, attempt, payload, status, error, vary = [] }) => [
					number,
					event,
					[mode, ...vary, ...(attempt > 1 ? [`attempt ${attempt}`] : [])].join(', '),
					code(typeof payload === 'string' ? payload : JSON.stringify(payload)),
					status ?? error ?? 'under way',
				]),
		),
	];
}
