import type { BlueTapeState, Customer, Notification } from './state';

const emailAddress = /^[^\s@[\]]+@[^\s@[\]]+\.[^\s@[\]]+$/;
/** With country code; blanks and punctuation do not count. */
const phoneNumber = /^\+[1-9]\d{7,14}$/;

export const usableEmail = (value = '') => emailAddress.test(value.trim());
export const usablePhone = (value = '') => phoneNumber.test(value.replace(/[\s().-]/g, ''));

type Reach = Partial<Pick<Customer, 'emailAddress' | 'cellPhoneNumber'>>;

/** Sends a person an e-mail and an SMS, as far as the addresses will do. */
export function notify(
	state: BlueTapeState,
	person: Reach | undefined,
	message: Pick<Notification, 'about' | 'id' | 'why'>,
): void {
	const time = state.clock.now().toISOString();
	const send = (channel: Notification['channel'], to: string) =>
		state.notifications.push({ time, channel, to, ...message });
	if (usableEmail(person?.emailAddress)) send('email', person!.emailAddress!);
	if (usablePhone(person?.cellPhoneNumber)) send('sms', person!.cellPhoneNumber!);
}
