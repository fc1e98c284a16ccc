import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { tried } from '../failure';
import { exchange } from './exchange';
import { Pace } from './pace';
import { refused, unanswered } from './requestFailure';
import type { Answer, Outgoing } from './request';
import type { Context, Session, Vendor } from './session';

/** The test of a credential: a request without a side effect, and what its answer says. */
export interface Probe<C> {
	vendor: Vendor;
	/** Address before the path, from the credential; throws `Failed` when it is unusable. */
	baseUrl: (data: C) => string;
	/** Is the address one that the user can't have mistyped? */
	hasFixedAddress?: (data: C) => boolean;
	request: (data: C) => Outgoing;
	/** Headers that carry the credential. */
	headers: (data: C) => Record<string, string>;
	/** One sentence about what is wrong; '' when all is well, undefined where the answer is a refusal like any other. */
	judge: (answer: Answer & { isJson: boolean }) => string | undefined;
}

/** n8n offers the test of a credential an older function for requests only: here it takes and gives what the newer one does. */
const contextOf = ({ helpers }: ICredentialTestFunctions): Context =>
	({
		getTimezone: () => 'UTC',
		helpers: {
			httpRequest: async ({ qs, ...options }: IHttpRequestOptions) =>
				(await helpers.request({
					...options,
					...(qs && { qs }),
					followRedirect: false,
					followAllRedirects: false,
					simple: false,
					resolveWithFullResponse: true,
				})) as unknown,
		},
	}) as unknown as Context;

/** An answer whose body n8n's older function has left as a text, and whether that was JSON. */
function parsed(answer: Answer): Answer & { isJson: boolean } {
	if (typeof answer.body !== 'string') return { ...answer, isJson: answer.body !== undefined };
	try {
		return { ...answer, body: JSON.parse(answer.body) as unknown, isJson: true };
	} catch {
		return { ...answer, isJson: false };
	}
}

/** A test is not run again, but tested. */
const asTest = (advice: string): string =>
	advice.replace('Run it again', 'Test it again').replace('run it again', 'test it again');

/** What is wrong with a credential; empty when nothing is. */
async function flaw<C extends object>(
	context: ICredentialTestFunctions,
	test: Probe<C>,
	data: C,
): Promise<string> {
	const { vendor, request, headers, judge } = test;
	const told = ({ message, advice }: { message: string; advice?: string }) =>
		[message, advice && asTest(advice)].filter(Boolean).join('. ');
	const baseUrl = await tried((async () => test.baseUrl(data))());
	if (baseUrl.failure) return baseUrl.failure.message;
	const session: Session = {
		context: contextOf(context),
		vendor,
		baseUrl: baseUrl.value,
		pace: new Pace(),
		credential: { id: '', name: '', type: vendor.credential, data: data as ICredentialDataDecryptedObject },
	};
	const outgoing = request(data);
	const { answer, unreached = { neverSent: false } } = await exchange(session, outgoing, headers(data));
	if (!answer) {
		const address = test.hasFixedAddress?.(data) ? '' : 'the address in the credential and ';
		const advice = unreached.advice ?? `Check ${address}the network of the machine that n8n runs on`;
		return told(unanswered(session, outgoing, false, { ...unreached, advice }));
	}
	const read = parsed(answer);
	return judge(read) ?? told(refused(session, outgoing, read, false));
}

/** Tests a credential, with a sentence for whatever is wrong: n8n's test by a table shows bare codes of the network. */
export const credentialTest = <C extends object>(test: Probe<C>) =>
	async function (
		this: ICredentialTestFunctions,
		{ data = {} }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const message = await flaw(this, test, data as C);
		return message ? { status: 'Error', message } : { status: 'OK', message: 'Connection successful!' };
	};
