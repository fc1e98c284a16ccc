import type { Settings } from '../settings';
import type { DetectInvoiceResponse } from './types';

type How = Pick<Settings, 'lineNumbers' | 'dueDateStart' | 'creditMemoSign'>;

const amounts = ['GrandTotalAmount', 'NetTotalAmount', 'VatTotalAmount', 'NetAmount', 'VatAmount'];
const word = 'Invoice date';

/** A result in another reading of what the documentation leaves open (bludelta.md 6.4 and 6.6). */
export function inReading(how: How, result: DetectInvoiceResponse): DetectInvoiceResponse {
	const copy = structuredClone(result);
	const singles = copy.InvoiceDetailTypePredictions;
	const grouped = copy.PredictionGroups.flatMap((group) => group.InvoiceDetailTypePredictions);
	const valueOf = (name: string) => singles.find(({ TypeName }) => TypeName === name)?.Value ?? '';
	const lines = copy.LineItemTable.LineItems;

	if (how.creditMemoSign === 'negative' && valueOf('DocumentType') === 'CreditMemo') {
		const owed = [...singles, ...grouped].filter(({ TypeName }) => amounts.includes(TypeName));
		for (const one of [...owed, ...lines.map(({ TotalAmount }) => TotalAmount)])
			if (one.Value && !one.Value.startsWith('-')) one.Value = `-${one.Value}`;
	}
	if (how.dueDateStart !== 'nothing') {
		const value = how.dueDateStart === 'date' ? valueOf('InvoiceDate') : word;
		for (const start of grouped.filter(({ TypeName }) => TypeName === 'DueDateStart')) {
			start.Value = value;
			start.Text = value;
		}
	}
	if (how.lineNumbers === 'comma') {
		for (const number of lines.flatMap((line) => [line.Quantity, line.UnitPrice, line.TotalAmount]))
			number.Value = number.Value.replace('.', ',');
	}
	return copy;
}
