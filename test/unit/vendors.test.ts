import { baseUrlOf as blueTapeAddress, blueTape } from '../../nodes/BlueTape/api';
import { baseUrlOf as bluDeltaAddress, bluDelta } from '../../nodes/BluDelta/api';
import { failureOf } from '../../nodes/shared/failure';
import { unanswered } from '../../nodes/shared/http/requestFailure';
import { withoutKeys, withoutSecrets } from '../../nodes/shared/http/secrets';
import type { Session } from '../../nodes/shared/http/session';

// What the engine is told of the two services.

const sessionOf = (vendor: Session['vendor'], data: object) =>
	({ vendor, credential: { data } }) as unknown as Session;

it.each([
	[
		'BlueTape',
		blueTapeAddress,
		"The BlueTape credential's Base URL must be an address like https://api.example.com/genericBthubService",
		'Open the credential and correct the Base URL, or choose Sandbox or Production',
	],
	[
		'BLU DELTA',
		bluDeltaAddress,
		"The BLU DELTA credential's Base URL must be an address like https://validation.bludelta.ai/api",
		'Open the credential and correct the Base URL',
	],
])('%s: a Base URL that is no address is told with what to do', async (_name, addressOf, message, advice) => {
	for (const baseUrl of [undefined, 'see the letter']) {
		const failure = await Promise.resolve()
			.then(() => addressOf({ baseUrl }))
			.catch(failureOf);
		expect(failure).toMatchObject({ message, advice });
	}
});

it('BlueTape: a good answer keeps the account ID, which is part of links, and never the key', () => {
	const session = sessionOf(blueTape, { apiKey: 'key-0123456789', accountId: 'account-01234' });
	const answer = { paymentUrl: 'https://pay.example/account-01234', echo: 'key-0123456789' };
	expect(withoutKeys(session, answer)).toEqual({ ...answer, echo: '…' });
	expect(withoutSecrets(session, answer)).toEqual({ paymentUrl: 'https://pay.example/…', echo: '…' });
});

it('BLU DELTA: no answer shows the key', () => {
	const session = sessionOf(bluDelta, { apiKey: 'key-0123456789' });
	expect(withoutKeys(session, 'key-0123456789')).toBe('…');
	expect(withoutSecrets(session, 'key-0123456789')).toBe('…');
});

it('BLU DELTA: a write without an answer is to be looked for before it is sent again', () => {
	const write = { method: 'POST', path: '/confirm/invoice' } as const;
	expect(unanswered(sessionOf(bluDelta, {}), write, true, { neverSent: false })).toEqual({
		kind: 'stateUnknown',
		message:
			'BLU DELTA gave no answer, so it is not known whether the request went through: check the record',
		advice: 'Look in BLU DELTA whether the request went through before you run it again',
	});
});
