import { randomUUID } from 'node:crypto';
import { startEmulator, type Emulator } from '../../emulator/server';
import { openStage, type Stage } from '../queue/stage';
import { caseOf } from '../operations/cases';
import { prepare } from '../operations/world';
import { type Clock, openClock } from './clock';
import { documentsWorkflow, invoicesWorkflow } from './workflows';

/** n8n in queue mode with two processes of each kind, three workflows, and the vendors. */
export interface Place extends Stage {
	emulator: Emulator;
	clock: Clock;
	/** Of the workflow that takes invoices, one per webhook process. */
	invoiceUrls: string[];
}

/** An invoice for the customer who is there. */
export const invoice = (id: string) => {
	const {
		projectDetails: _,
		quoteRefNumber: __,
		quoteId: ___,
		shippingAddress: ____,
		...body
	} = caseOf('invoice', 'upsert').body ?? {};
	return { ...body, id, invoiceNumber: id, dueDate: '2031-06-30', expirationDate: '2031-06-30' };
};

export async function openPlace(): Promise<Place> {
	const clock = await openClock();
	const ends = [clock.close];
	const close = async () => {
		for (const end of ends.splice(0).reverse()) await end();
	};
	try {
		const stage = await openStage('immediately', { env: clock.env });
		ends.push(stage.close);
		const emulator = await startEmulator();
		ends.push(emulator.stop);
		await prepare(emulator, ['customer']);
		const { blueTape, bluDelta } = emulator;
		const { api } = stage;
		const [first, second] = [
			await api.createCredential({
				...{ name: 'BlueTape', type: 'blueTapeApi' },
				data: { environment: 'custom', ...pick(blueTape, 'baseUrl', 'apiKey', 'accountId') },
			}),
			await api.createCredential({
				...{ name: 'BLU DELTA', type: 'bluDeltaApi' },
				data: { ...pick(bluDelta, 'baseUrl', 'apiKey', 'apiIdentifier'), clients: '', timeoutSeconds: 900 },
			}),
		];
		const path = randomUUID();
		for (const workflow of [documentsWorkflow(first, second), invoicesWorkflow(first, path)]) {
			const { id } = await api.createWorkflow(workflow);
			await api.activate(id);
		}
		const invoiceUrls = stage.queue.webhooks.map(({ url }) => `${url}/webhook/${path}`);
		return { ...stage, emulator, clock, invoiceUrls, close };
	} catch (error) {
		await close();
		throw error;
	}
}

const pick = <T extends object, K extends keyof T>(from: T, ...names: K[]) =>
	Object.fromEntries(names.map((name) => [name, from[name]]));
