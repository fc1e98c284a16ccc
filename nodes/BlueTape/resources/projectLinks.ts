import { operationAt, type Operation } from '../../shared/table/operation';
import { place } from '../../shared/table/route';
import { invoiceId, projectId, quoteId } from './ownIds';

// The longer path of the two that are documented (bluetape.md 3, C8).
const places = {
	invoice: place('/integration/invoice/{invoiceId}/project/{projectId}', { invoiceId, projectId }),
	quote: place('/integration/quote/{quoteId}/project/{projectId}', { quoteId, projectId }),
};

/** Link and unlink a project. */
export function projectLinks(what: 'invoice' | 'quote'): Record<'linkProject' | 'unlinkProject', Operation> {
	const a = what === 'invoice' ? 'an invoice' : 'a quote';
	const { at, path } = places[what];
	const example = { [`${what}Id`]: what === 'invoice' ? 'INV-1001' : 'QUO-1001', projectId: 'PRO-1001' };
	return {
		linkProject: operationAt({
			name: 'Link Project',
			action: `Link project to ${what}`,
			description: `Link an existing project to ${a}`,
			route: `POST ${at}`,
			path,
			body: {},
			example,
		}),
		unlinkProject: operationAt({
			name: 'Unlink Project',
			action: `Unlink project from ${what}`,
			description: `Take ${a} off its project`,
			route: `DELETE ${at}`,
			path,
			example,
		}),
	};
}
