import type { IPollFunctions } from 'n8n-workflow';
import { Failed, tried, type Failure } from '../../shared/failure';
import { openSession, type Session } from '../../shared/http/session';
import { bluDelta } from '../api';
import { downloadedTooOften } from '../errors';
import { confirm } from '../queue/confirmation';
import { after, allows } from '../queue/lifecycle';
import { confirmedWithoutFile, fetchedOnceMore, unreadable } from '../queue/item';
import { downloadAll, type End } from '../queue/downloads';
import { learn } from '../queue/learn';
import { countStrays } from '../queue/lost';
import { given, happen, outstanding, passTime } from '../queue/documents';
import { atQueue, ledgerOf, pause, type Ledger } from '../queue/ledger';
import { attention } from './attention';
import { hold } from './holder';
import { Outputs } from './outputs';
import { memoryOf, recall, remember } from './stored';
import { testRun } from './testRun';
import type { TriggerSettings } from './triggerFields';

/** What an n8n that does not say gives a poll. */
const USUAL_BUDGET_MS = 300_000;

/** One poll: confirms, learns what became of the documents that are out, downloads what may be. Throws `Failed`. */
export async function poll(context: IPollFunctions, settings: TriggerSettings): Promise<Outputs> {
	const started = performance.now();
	const session = await openSession(context, bluDelta);
	const ledger = ledgerOf(session);
	if (context.getMode() === 'manual')
		return await atQueue(ledger, async () => await testRun(session, ledger, settings));
	hold(ledger, context, settings.redeliverAfter);
	if (ledger.polling) return new Outputs(settings.output);
	const budget = context.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
	const memory = memoryOf(context);
	ledger.polling = true;
	try {
		return await atQueue(ledger, async () => {
			const isNew = !ledger.recalled;
			recall(ledger, memory);
			try {
				if (isNew) await countStrays(session, ledger);
				return await pollQueue(session, ledger, settings, started + budget);
			} finally {
				remember(ledger, memory);
			}
		});
	} finally {
		ledger.polling = false;
	}
}

async function pollQueue(
	session: Session,
	ledger: Ledger,
	settings: TriggerSettings,
	deadline: number,
): Promise<Outputs> {
	await confirmAll(session, ledger, deadline);
	await learn(session, ledger);
	passTime(ledger, settings.redeliverAfter, Date.now());
	const outputs = new Outputs(settings.output);
	const end = await fetchAll(session, ledger, settings, outputs, deadline);
	outputs.attention.push(...attention(ledger, Date.now(), end?.why === 'lost'));
	for (const { json } of outputs.attention) {
		if (json.stuck) session.context.logger.warn(`BLU DELTA Trigger: ${json.message as string}`);
	}
	if (end?.why === 'failure') tell(session, naming(end.failure, ledger), outputs);
	return outputs;
}

/** Confirms what an earlier poll has handed over: n8n stores an execution before it starts. */
async function confirmAll(session: Session, ledger: Ledger, deadline: number): Promise<void> {
	for (const [id, document] of outstanding(ledger)) {
		if (!allows[document.state].confirm) continue;
		if (performance.now() >= deadline) break;
		const { failure } = await tried(confirm(session, id, document.invoiceContainerId));
		if (!failure) {
			happen(ledger, id, 'leave', Date.now());
			continue;
		}
		if (document.refusedAt === undefined) {
			session.context.logger.warn(`BLU DELTA Trigger: ${id} is not confirmed: ${failure.message}`);
		}
		document.refusedAt ??= Date.now();
	}
}

/** Downloads and hands over, unless a pause is on or documents bar the way. */
async function fetchAll(
	session: Session,
	ledger: Ledger,
	settings: TriggerSettings,
	outputs: Outputs,
	deadline: number,
): Promise<End | undefined> {
	if (Date.now() < ledger.pause.until) return undefined;
	const isOnHandOver = settings.confirmation === 'onHandOver';
	const end = await downloadAll(session, ledger, {
		...settings,
		deadline,
		// One whose confirm is refused would come first, and lose one of its downloads.
		again: ({ state }) => allows[state].download,
		take: (next, before) => {
			const { InvoiceId } = next.document;
			const isAgain = !!before?.handOvers;
			const isPlain = unreadable(next) === undefined;
			const confirms = isOnHandOver && isPlain && (next.file !== undefined || isAgain);
			const happening = confirms ? 'handOver' : isOnHandOver ? 'take' : 'giveToWork';
			const { state, downloads } = ledger.documents.get(InvoiceId)!;
			const comesAgain = allows[after(happening, state, downloads)].download;
			const message = confirms ? confirmedWithoutFile : comesAgain ? fetchedOnceMore : undefined;
			// First the item: what can't be put out is not handed over.
			outputs.add(next, {
				...(isAgain && { redelivered: true }),
				...(isPlain && !next.file && message && { message }),
			});
			given(ledger, InvoiceId, happening, Date.now());
			return true;
		},
	});
	if (end.why === 'lost') pause(ledger, Date.now());
	return end;
}

/** A poll that has nothing to hand over fails, so that people see why; otherwise the failure stands in the log. */
function tell(session: Session, failure: Failure, outputs: Outputs): void {
	if (!outputs.lists()) throw new Failed(failure);
	session.context.logger.warn(`BLU DELTA Trigger: ${failure.message}`);
}

/** A refusal after three downloads does not heal by waiting; it names its document, as far as anybody knows it. */
function naming(failure: Failure, ledger: Ledger): Failure {
	if (failure.code !== downloadedTooOften.code) return failure;
	pause(ledger, Date.now());
	const out = outstanding(ledger).map(([id, { fileName }]) => (fileName ? `${id} (${fileName})` : id));
	if (!out.length) return failure;
	return {
		...failure,
		advice: `${failure.advice}. Handed over and not yet confirmed: ${out.slice(0, 5).join(', ')}`,
	};
}
