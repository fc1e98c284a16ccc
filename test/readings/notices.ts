import { APPROVAL, closeStages, openTrigger, PAYMENT, secretHeader } from '../triggers/blueTapeStage';
import { readingsOf } from './readings';

afterEach(closeStages);

/** A trigger that asks BlueTape for the record, and an emulator that sends it what its customers do. */
async function listening(settings: object) {
	const trigger = await openTrigger({ api: true, parameters: { options: { verifyStatus: true } } });
	const { blueTape } = trigger.emulator!;
	Object.assign(blueTape.state.settings, settings);
	blueTape.webhooks.configure({
		...{ quoteApprovalUrl: trigger.url(APPROVAL), invoicePaymentUrl: trigger.url(PAYMENT) },
		headers: secretHeader,
	});
	return { trigger, blueTape };
}

const all = readingsOf('blueTape').filter(
	({ setting }) => !/upload|download|file|owner|commercial/i.test(setting),
);

it.each(all)(
	'$setting $value: each notice is handed over once, with what BlueTape says of it',
	async (reading) => {
		const { trigger, blueTape } = await listening({ [reading.setting]: reading.value });
		await blueTape.people.pay('INVOICE-3001', { advanceRate: 80 });
		await blueTape.people.pay('INVOICE-3001');
		await blueTape.people.approve('QUOTE-2041');
		await trigger.idle();
		const items = trigger.executions.flatMap(({ after = [] }) => after.map(({ json }) => json));
		expect(blueTape.webhooks.deliveries.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(items).toHaveLength(3);
		expect(items.map(({ amount, result }) => amount ?? result)).toEqual(
			reading.setting === 'paymentAmount' ? [1988.6, 2485.75, 'Approved'] : [1988.6, 497.15, 'Approved'],
		);
		const known = reading.setting !== 'noticeIds';
		expect(items.map(({ verified }) => (verified as { matches: boolean }).matches)).toEqual([
			known,
			known,
			known,
		]);
		// A notice about what BlueTape does not know by this id is never silent.
		const hints = trigger.executions.flatMap((execution) => execution.hints);
		expect(hints).toHaveLength(known ? 0 : 3);
	},
);
