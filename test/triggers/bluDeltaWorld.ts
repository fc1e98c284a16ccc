import type { IDataObject } from 'n8n-workflow';
import { BluDeltaApi } from '../../credentials/BluDeltaApi.credentials';
import { BluDeltaTrigger } from '../../nodes/BluDelta/BluDeltaTrigger.node';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';
import { bluDeltaStage, type BluDeltaStage } from '../engine/bluDelta';
import { PollHost, type Polling } from '../engine/poll';

export const MINUTE = 60_000;
export const START = Date.parse('2026-11-20T12:00:00.000Z');

const defaults = {
	...{ confirmation: 'manual', limit: 10, redeliverAfter: 60 },
	...{ apiVersion: 'v2', includeResultPdf: false, output: 'simplified' },
};

/** An invoice as the emulator prints it. */
export const invoice = {
	number: 'RE-7',
	date: '2026-04-17',
	lines: [{ description: 'Gravel', unitPrice: 50 }],
};

export const idsOf = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => json.invoiceId as string);

/** BLU DELTA and triggers at its queue, at a time that tests move. */
export class BluDeltaWorld {
	now = START;
	stage!: BluDeltaStage;

	/** A trigger with these parameters, and the usual ones beside them. */
	host = (parameters: IDataObject = {}, more: Partial<Polling> = {}) =>
		new PollHost({
			node: new BluDeltaTrigger(),
			parameters: { ...defaults, ...parameters },
			credentials: { bluDeltaApi: this.stage.credential },
			credentialTypes: { bluDeltaApi: new BluDeltaApi() },
			forget: () => ledgers.clear(),
			...more,
		});

	/** How often each document was downloaded. */
	attempts = () => this.stage.emulator.bluDelta.people.documents().map(({ attempts }) => attempts);

	confirm = async (...invoiceIds: string[]) => {
		for (const invoiceId of invoiceIds) {
			const { error } = await this.stage.run('document', 'confirm', { invoiceId });
			if (error) throw new Error(error.message);
		}
	};
}

/** The world of one test file. `anew` is done before each test. */
export function bluDeltaWorld(anew = ({ emulator }: BluDeltaStage) => emulator.reset()): BluDeltaWorld {
	const world = new BluDeltaWorld();
	beforeAll(async () => {
		jest.spyOn(Date, 'now').mockImplementation(() => world.now);
		world.stage = await bluDeltaStage({ now: () => new Date(world.now) });
	});
	beforeEach(() => {
		world.now = START;
		ledgers.clear();
		anew(world.stage);
	});
	afterAll(async () => {
		await world.stage.emulator.stop();
		jest.restoreAllMocks();
	});
	return world;
}
