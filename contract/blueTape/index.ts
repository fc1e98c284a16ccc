import type { Topic } from '../question';
import { access } from './access';
import { cancellation } from './cancellation';
import { companies } from './companies';
import { customers } from './customers';
import { invoiceFiles, quoteFiles } from './files';
import { invoices } from './invoices';
import { links } from './links';
import { projectLinks } from './projectLinks';
import { projects } from './projects';
import { quotes } from './quotes';
import { refusedInvoices } from './refusedInvoices';
import { simplifiedInvoices } from './simplified';
import { spellings } from './spellings';

/** What BlueTape is asked, in this order: later questions use what earlier ones made. */
export const blueTape: Topic[] = [
	...[access, projects, companies, customers, links, invoices, invoiceFiles, refusedInvoices, spellings],
	...[simplifiedInvoices, quotes, quoteFiles, projectLinks, cancellation],
];
