import { Failed } from '../../shared/failure';
import type { Session } from '../../shared/http/session';
import { downloadAll } from '../queue/downloads';
import { lostAnswers, withOtherTrigger } from '../queue/heldBack';
import { learn } from '../queue/learn';
import { given } from '../queue/documents';
import type { Ledger } from '../queue/ledger';
import { called, type Document } from '../queue/lifecycle';
import { Outputs } from './outputs';
import type { TriggerSettings } from './triggerFields';

/**
 * A test in the editor takes one document off the queue's top and confirms nothing. It takes none when that may be the
 * second download of one that is known, or the third one of another: then it says so by throwing `Failed`.
 */
export async function testRun(session: Session, ledger: Ledger, settings: TriggerSettings): Promise<Outputs> {
	const failure = withOtherTrigger(ledger);
	if (failure) throw new Failed(failure);
	await learn(session, ledger);
	const outputs = new Outputs(settings.output);
	const end = await downloadAll(session, ledger, {
		...settings,
		again: () => false,
		take: (next) => {
			const { InvoiceId } = next.document;
			given(ledger, InvoiceId, 'take', Date.now());
			const testRunNotice =
				'This test used one of the three downloads of this document. It is not confirmed, so the active workflow gets it too';
			session.context.logger.warn(`BLU DELTA Trigger: ${testRunNotice} (${InvoiceId})`);
			outputs.add(next, { testRunNotice });
			return false;
		},
	});
	if (end.why === 'barred') throw secondDownload(end.id, ledger.documents.get(end.id)!);
	if (end.why === 'lost') throw new Failed(lostAnswers(ledger));
	if (end.why === 'failure') throw new Failed(end.failure);
	return outputs;
}

const secondDownload = (id: string, document: Document) =>
	new Failed({
		kind: 'input',
		message:
			`This test took no document: the next one may be ${called(id, document)}, which was downloaded ` +
			`${document.downloads === 1 ? 'once' : `${document.downloads} times`} already. Three downloads are all that a document has`,
		advice:
			'Work with the data of the earlier run: pin them, or open it under Executions. ' +
			'Once that document is confirmed, a test takes the next one',
	});
