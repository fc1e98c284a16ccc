import { outline, type Answer } from './answer';
import type { Service } from './service';
import type { Amiss, Expectation, Finding, Question, Topic, Verdict } from './question';
import { NoAnswer, NotAsked, type World } from './world';

type Result = Pick<Finding, 'verdict' | 'seen'>;

const verdicts: Record<Amiss['is'], Verdict> = { different: 'differs', more: 'learnt', unclear: 'not asked' };

/** What an answer says to one statement. */
function judged({ mark, readings }: Expectation, answer: Answer, world: World): Result {
	const amiss: Amiss[] = [];
	for (const [name, check] of Object.entries(readings)) {
		const found = check(answer, world);
		if (found) amiss.push(found);
		else return { verdict: mark === 'unknown' ? 'learnt' : 'agrees', seen: name || outline(answer) };
	}
	if (mark === 'unknown') return { verdict: 'learnt', seen: outline(answer) };
	// The mildest says most: a reading that fits but for more members is the one that is meant.
	const [{ is, seen }] = amiss.sort((one, other) => mildness(other) - mildness(one));
	const verdict = verdicts[is];
	return { verdict: verdict === 'differs' && mark === 'inferred' ? 'learnt' : verdict, seen };
}

const mildness = ({ is }: Amiss) => ['different', 'unclear', 'more'].indexOf(is);

interface Reply {
	request: string;
	/** Why there is no answer to judge; else the answer is judged. */
	without?: NotAsked;
	judge(expectation: Expectation): Result;
}

async function answered(question: Question, { risky, world, wait, send }: Service): Promise<Reply> {
	let request = question.asks;
	try {
		if (question.risk && !risky) throw new NotAsked(question.risk);
		const sending = question.send(world);
		request = `${sending.method} ${sending.path}`;
		await wait(question.after ?? 0);
		const answer = await send(sending, question.until);
		question.keep?.(answer, world);
		return { request, judge: (expectation) => judged(expectation, answer, world) };
	} catch (error) {
		if (!(error instanceof NotAsked)) throw error;
		return { request, without: error, judge: () => ({ verdict: 'not asked', seen: error.message }) };
	}
}

/** So many questions in a row that nobody answers, and the rest are left. */
const SILENCE = 3;

/**
 * Asks one question after the other.
 * @param progress is told each question's findings, and how far it has come
 * @param stopped whether somebody wants to end it; asked between questions
 */
export async function ask(
	topics: Topic[],
	service: Service,
	progress: (found: Finding[], done: number, all: number) => void = () => undefined,
	stopped: () => boolean = () => false,
): Promise<Finding[]> {
	const questions = topics.flatMap(({ name, questions: all }) =>
		all.map((question) => ({ topic: name, question })),
	);
	const findings: Finding[] = [];
	let silence = 0;
	for (const [index, { topic, question }] of questions.entries()) {
		if (stopped() || silence === SILENCE) break;
		const { request, without, judge } = await answered(question, service);
		silence = without instanceof NoAnswer ? silence + 1 : 0;
		const found = question.expects.map((expectation): Finding => {
			const { at, mark, says } = expectation;
			return { topic, asks: question.asks, request, at, mark, says, ...judge(expectation) };
		});
		findings.push(...found);
		progress(found, index + 1, questions.length);
	}
	return findings;
}
