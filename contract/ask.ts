import { outline, type Answer } from './answer';
import type { Service } from './service';
import type { Amiss, Expectation, Finding, Question, Topic, Verdict } from './question';
import { NotAsked, type World } from './world';

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

async function answers(
	question: Question,
	service: Service,
	findings: (result: Judge) => void,
): Promise<void> {
	const { world } = service;
	let request = question.asks;
	try {
		if (question.risk && !service.risky) throw new NotAsked(question.risk);
		const sending = question.send(world);
		request = `${sending.method} ${sending.path}`;
		await service.wait(question.after ?? 0);
		const answer = await service.send(sending, question.until);
		question.keep?.(answer, world);
		findings({ request, judge: (expectation) => judged(expectation, answer, world) });
	} catch (error) {
		if (!(error instanceof NotAsked)) throw error;
		findings({ request, judge: () => ({ verdict: 'not asked', seen: error.message }) });
	}
}

interface Judge {
	request: string;
	judge(expectation: Expectation): Result;
}

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
	const questions = topics.flatMap(({ name, questions }) =>
		questions.map((question) => ({ name, question })),
	);
	const findings: Finding[] = [];
	for (const [index, { name: topic, question }] of questions.entries()) {
		if (stopped()) break;
		await answers(question, service, ({ request, judge }) => {
			const found = question.expects.map(({ readings, ...statement }) => ({
				...{ topic, asks: question.asks, request, ...statement },
				...judge({ ...statement, readings }),
			}));
			findings.push(...found);
			progress(found, index + 1, questions.length);
		});
	}
	return findings;
}
