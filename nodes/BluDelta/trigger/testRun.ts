import { Failed } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { downloadAll } from '../queue/downloads';
import { learn } from '../queue/learn';
import { given, outstanding } from '../queue/documents';
import type { Ledger } from '../queue/ledger';
import { Outputs } from './outputs';
import type { TriggerSettings } from './triggerFields';

/**
 * A test in the editor takes one document off the queue's top and confirms nothing. It takes none when that may be a
 * second download: then it says so by throwing `Failed`.
 */
export async function testRun(session: Session, ledger: Ledger, settings: TriggerSettings): Promise<Outputs> {
	await learn(session, ledger);
	const outputs = new Outputs(settings.output);
	const [first] = outstanding(ledger);
	if (first) throw secondDownload(...first);
	const end = await downloadAll(session, ledger, {
		...settings,
		limit: 1,
		again: () => false,
		take: (next) => {
			const { InvoiceId } = next.document;
			given(ledger, InvoiceId, 'take', Date.now());
			const testRunNotice =
				'This test used one of the three downloads of this document. It is not confirmed, so the active workflow gets it too';
			session.context.logger.warn(`BLU DELTA Trigger: ${testRunNotice} (${InvoiceId})`);
			outputs.add(next, { testRunNotice });
			return true;
		},
	});
	if (end.why === 'failure') throw new Failed(end.failure);
	return outputs;
}

const secondDownload = (id: string, { fileName, downloads }: { fileName?: string; downloads: number }) =>
	new Failed({
		kind: 'input',
		message:
			`This test took no document: the next one may be ${id} (${fileName ?? 'without a name'}), which was downloaded ` +
			`${downloads === 1 ? 'once' : `${downloads} times`} already. Three downloads are all that a document has`,
		advice:
			'Work with the data of the earlier run: pin them, or open it under Executions. ' +
			'Once that document is confirmed, a test takes the next one',
	});
