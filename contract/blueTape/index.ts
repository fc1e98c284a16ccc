import type { Topic } from '../question';
import { access } from './access';
import { invoiceFiles, quoteFiles } from './attachments';
import { cancellation } from './cancellation';
import { companies } from './companies';
import { customers } from './customers';
import { invoices, refusedInvoices } from './invoices';
import { links } from './links';
import { projects } from './projects';
import { quotes } from './quotes';
import { simplifiedInvoices } from './simplified';
import { spellings } from './spellings';

/** What BlueTape is asked, in this order: later questions use what earlier ones made. */
export const blueTape: Topic[] = [
	...[access, projects, companies, customers, links, invoices, invoiceFiles, refusedInvoices, spellings],
	...[simplifiedInvoices, quotes, quoteFiles, cancellation],
];
