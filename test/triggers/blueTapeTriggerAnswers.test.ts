import { SeenTable } from '../engine/seenTable';
import { closeStages, openTrigger, payment, PAYMENT, post, secretHeader } from './blueTapeStage';

afterEach(closeStages);

describe('answers of the platform', () => {
	test.each(['GET', 'PUT', 'DELETE'])('the method %s is not registered: 404', async (method) => {
		const trigger = await openTrigger();
		expect((await fetch(trigger.url(PAYMENT), { method, headers: secretHeader })).status).toBe(404);
		expect(trigger.executions).toEqual([]);
	});

	test('a body above the limit gets 413 and starts nothing', async () => {
		const trigger = await openTrigger({ payloadSizeMax: 1000 });
		const large = { ...payment, note: 'x'.repeat(1000) };
		expect((await post(trigger.url(PAYMENT), large)).status).toBe(413);
		expect(trigger.executions).toEqual([]);
	});
});

describe('respond', () => {
	const parameters = { options: { respond: 'whenFinished' } };

	test('when finished, the answer comes after the last node and is our own small JSON', async () => {
		const events: string[] = [];
		const trigger = await openTrigger({
			parameters,
			after: async () => {
				await new Promise((resolve) => setImmediate(resolve));
				events.push('last node');
			},
		});
		const { status, json } = await post(trigger.url(PAYMENT), payment);
		events.push('answer');
		expect(events).toEqual(['last node', 'answer']);
		const eventId = trigger.executions[0].after![0].json.eventId;
		expect({ status, json }).toEqual({
			status: 200,
			json: { received: true, event: 'invoice.payment', eventId, started: true, succeeded: true },
		});
	});

	test('when finished, a failed workflow is answered with 500', async () => {
		const trigger = await openTrigger({
			parameters,
			after: () => {
				throw new Error('boom');
			},
		});
		const { status, json } = await post(trigger.url(PAYMENT), payment);
		expect(status).toBe(500);
		expect(json).toMatchObject({ received: true, started: true, succeeded: false });
		expect(JSON.stringify(json)).not.toContain('boom');
	});

	test('when finished, a repeat that another process took is answered with 200', async () => {
		const table = new SeenTable();
		table.checkProcessedAndRecord = async (items) => ({ new: [], processed: items });
		const both = { options: { respond: 'whenFinished', deduplicate: true } };
		const trigger = await openTrigger({ parameters: both, table });
		const answer = await post(trigger.url(PAYMENT), { ...payment, amount: 77 });
		expect(answer).toMatchObject({ status: 200, json: { received: true, succeeded: true } });
		expect(trigger.executions[0].after).toBeUndefined();
	});

	test('when finished, also where a parameter holds an expression; n8n then reads the body itself', async () => {
		const options = { respond: 'whenFinished', ipAllowlist: '={{ "127.0.0.1" }}' };
		const trigger = await openTrigger({ parameters: { options } });
		expect((await post(trigger.url(PAYMENT), payment)).json).toMatchObject({
			started: true,
			succeeded: true,
		});
		const immediately = await openTrigger({ parameters: { options: { ipAllowlist: options.ipAllowlist } } });
		const { json } = await post(immediately.url(PAYMENT), payment);
		expect(json).toMatchObject({ started: true });
		expect(json).not.toHaveProperty('succeeded');
		expect((await post(immediately.url(PAYMENT), 'garbage')).status).toBe(422);
	});

	test('immediately, a failing workflow changes nothing about the answer', async () => {
		const trigger = await openTrigger({
			after: () => {
				throw new Error('boom');
			},
		});
		expect((await post(trigger.url(PAYMENT), payment)).status).toBe(200);
	});
});
