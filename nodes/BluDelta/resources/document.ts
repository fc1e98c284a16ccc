import { resource } from '../../shared/table/operation';
import { confirmDocument } from './confirm';
import { downloadNextDocument } from './download';
import { countDocuments, getContainerStates } from './states';
import { documentToInvoice } from './toBlueTapeInvoice';
import { uploadDocument } from './upload';

/** Documents: uploaded to be read, downloaded when they have been. */
export const document = resource({
	name: 'Document',
	description: 'Invoices and other papers that BLU DELTA reads',
	operations: {
		upload: uploadDocument,
		downloadNext: downloadNextDocument,
		confirm: confirmDocument,
		count: countDocuments,
		getStates: getContainerStates,
		toBlueTapeInvoice: documentToInvoice,
	},
});
