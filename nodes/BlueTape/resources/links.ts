import type { Field } from '../../shared/notes';
import { operation, type Operation } from '../../shared/operation';
import { invoiceId, projectId, quoteId } from './ids';

const ownIds: Record<'invoice' | 'quote', Field<string>> = { invoice: invoiceId, quote: quoteId };

/** Link and unlink a project (bluetape.md 3, C8): the longer path. */
export function projectLinks(what: 'invoice' | 'quote'): Record<'linkProject' | 'unlinkProject', Operation> {
	const a = what === 'invoice' ? 'an invoice' : 'a quote';
	const path = { [`${what}Id`]: ownIds[what], projectId } as Record<
		'invoiceId' | 'quoteId' | 'projectId',
		Field<string>
	>;
	const place =
		`/integration/${what}/{${what}Id}/project/{projectId}` as '/integration/invoice/{invoiceId}/project/{projectId}';
	const example = { [`${what}Id`]: what === 'invoice' ? 'INV-1001' : 'QUO-1001', projectId: 'PRO-1001' };
	return {
		linkProject: operation({
			name: 'Link Project',
			action: `Link a project to ${a}`,
			description: `Link an existing project to ${a}`,
			route: `POST ${place}`,
			path,
			body: {},
			example,
		}),
		unlinkProject: operation({
			name: 'Unlink Project',
			action: `Unlink a project from ${a}`,
			description: `Take ${a} off its project`,
			route: `DELETE ${place}`,
			path,
			example,
		}),
	};
}
