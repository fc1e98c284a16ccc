import type { INodeExecutionData } from 'n8n-workflow';
import { dryRunItem } from '../../shared/run/outputItem';
import { operation, type Call } from '../../shared/table/operation';
import { guid, optional } from '../../shared/field';
import { confirm, confirmRequest } from '../queue/confirmation';
import { happen } from '../queue/documents';
import { ledgerOf } from '../queue/ledger';

async function confirmCall(call: Call): Promise<INodeExecutionData> {
	const { invoiceId, invoiceContainerId } = call.input.body as {
		invoiceId: string;
		invoiceContainerId?: string;
	};
	if (call.options.dryRun) return dryRunItem(call, { invoiceId }, confirmRequest(invoiceId));
	const now = await confirm(call.session, invoiceId, invoiceContainerId);
	happen(ledgerOf(call.session), invoiceId, 'leave', Date.now());
	return { json: { invoiceId, confirmed: true, ...(!now && { alreadyConfirmed: true }) } };
}

/** bludelta.md #5 */
export const confirmDocument = operation({
	name: 'Confirm',
	action: 'Confirm document',
	description: 'Say that a downloaded document has been taken over. It leaves the download queue',
	route: 'POST /confirm/invoice',
	body: {
		invoiceId: guid({
			label: 'Document ID',
			remedy:
				'behind To BlueTape Invoice, or a node after it, take document.invoiceId of To BlueTape Invoice',
			default: '={{ $json.invoiceId }}',
			description:
				'The invoiceId of the downloaded document; not the number printed on the invoice, and not the BlueTape invoice. Behind To BlueTape Invoice take its document.invoiceId.',
		}),
		invoiceContainerId: optional(
			guid({
				label: 'Container ID',
				description:
					'The invoiceContainerId of the document. With it, a refused confirm is looked up: it may have been confirmed before.',
			}),
		),
	},
	effects: 'A confirmed document cannot be downloaded again',
	execute: confirmCall,
	gives: ['alreadyConfirmed'],
	example: { invoiceId: 'aaba5d6c-0890-eb11-a870-d0c5d372cac4', confirmed: true },
});
