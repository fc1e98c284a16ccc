import { readAnswer, type Answer } from './answer';
import type { Sending } from './question';
import { NoAnswer, NotAsked, type World } from './world';

/** Where the questions go to. */
export interface Service {
	world: World;
	/** Whether questions with a risk are asked too. */
	risky: boolean;
	/** Sends a request; asks again until `until` holds, as long as the user wants to wait. */
	send(sending: Sending, until?: (answer: Answer) => boolean): Promise<Answer>;
	wait(seconds: number): Promise<void>;
}

export interface Access {
	baseUrl: string;
	world: World;
	risky?: boolean;
	/** The vendor's own headers. */
	headers(world: World, sending: Sending): Record<string, string>;
	/** Called after each answer. */
	sent?(sending: Sending, answer: Answer, world: World): void;
	wait(seconds: number): Promise<void>;
	/** How long to ask again for something that takes time. */
	patience: number;
	/** Seconds between two requests. */
	pause?: number;
	/** Whether 429 asks for a pause (bluetape.md 9.1) and not for the vendor's support (bludelta.md 3). */
	slowsDown?: boolean;
	fetch?: typeof fetch;
}

const TIME_LIMIT = 60_000;
const ASK_AGAIN = 15;
const SLOWER = 10;
const TIMES = 6;

/** A service that is reached by HTTP. Redirects are not followed: the secret headers go to no other host. */
export function serviceAt(access: Access): Service {
	const { world, wait, patience, pause = 0 } = access;
	const once = async (sending: Sending): Promise<Answer> => {
		const answer = await readAnswer(await exchange(access, requestOf(access, sending)));
		access.sent?.(sending, answer, world);
		await wait(pause);
		return answer;
	};
	const patiently = async (sending: Sending): Promise<Answer> => {
		let answer = await once(sending);
		for (let times = 0; answer.status === 429 && access.slowsDown && times < TIMES; times++) {
			await wait(Number(answer.headers.get('retry-after')) || SLOWER);
			answer = await once(sending);
		}
		return answer;
	};
	return {
		...{ world, wait, risky: access.risky ?? false },
		async send(sending, until = () => true) {
			let answer = await patiently(sending);
			for (let waited = 0; !until(answer); waited += ASK_AGAIN) {
				if (waited >= patience) throw new NotAsked(`it took longer than ${patience} seconds`);
				await wait(ASK_AGAIN);
				answer = await patiently(sending);
			}
			return answer;
		},
	};
}

function requestOf({ baseUrl, world, headers }: Access, sending: Sending): Request {
	const { method, path, query = {}, json, body = JSON.stringify(json) } = sending;
	const search = new URLSearchParams(query).toString();
	const all = {
		...headers(world, sending),
		...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
		...sending.headers,
	};
	const set = Object.entries(all).filter(([, value]) => value !== '');
	return new Request(`${baseUrl}${path}${search && '?'}${search}`, {
		...{ method, body, headers: set, redirect: 'manual', signal: AbortSignal.timeout(TIME_LIMIT) },
	});
}

async function exchange({ fetch: sends = fetch }: Access, request: Request): Promise<Response> {
	try {
		return await sends(request);
	} catch (error) {
		const { message, cause } = error as Error & { cause?: { code?: string } };
		throw new NoAnswer(`no answer: ${cause?.code ?? message}`);
	}
}
