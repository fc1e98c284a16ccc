import { setMaxListeners } from 'node:events';
import fastify from 'fastify';
import { bluDeltaControl } from './bluDelta/control';
import { bluDeltaSections, validationPage } from './bluDelta/page';
import { People as Validators } from './bluDelta/people';
import { bluDelta, bluDeltaService, prefix as bluDeltaPrefix } from './bluDelta/plugin';
import { seedBluDelta } from './bluDelta/seed';
import * as bluDeltaRecords from './bluDelta/state';
import { blueTape, blueTapeService, prefix } from './blueTape/plugin';
import { blueTapeControl } from './blueTape/control';
import { blueTapeSections } from './blueTape/page';
import { People } from './blueTape/people';
import { seedBlueTape } from './blueTape/seed';
import { clearState, emptyState, type BlueTapeState } from './blueTape/state';
import { Webhooks } from './blueTape/webhooks';
import { Clock } from './shared/clock';
import { control } from './shared/control';
import { Faults } from './shared/faults';
import { Journal } from './shared/journal';
import { RateLimit } from './shared/rateLimit';
import { statusPage } from './shared/statusPage';
import { watchTraffic } from './shared/traffic';

export interface EmulatorOptions {
	/** A free port unless given. */
	port?: number;
	host?: '127.0.0.1';
	/** Start with demo records. */
	seed?: boolean;
	/** The time underneath the emulator's clock. */
	now?: () => Date;
	apiKey?: string;
	accountId?: string;
	/** Key, customer and its clients at BLU DELTA. */
	bluDelta?: { apiKey?: string; apiIdentifier?: string; clients?: string[] };
	/** 0, the default, for no limit. */
	rateLimitPerSecond?: number;
}

export interface Emulator {
	/** `http://127.0.0.1:<port>` */
	url: string;
	blueTape: {
		/** The base URL for the credential; ends in /genericBthubService. */
		baseUrl: string;
		apiKey: string;
		accountId: string;
		state: BlueTapeState;
		people: People;
		webhooks: Webhooks;
	};
	bluDelta: {
		/** The base URL for the credential; ends in /api. */
		baseUrl: string;
		apiKey: string;
		/** The customer's; `<apiIdentifier>.<client>` is one client's. */
		apiIdentifier: string;
		clients: readonly string[];
		state: bluDeltaRecords.BluDeltaState;
		people: Validators;
	};
	clock: Clock;
	journal: Journal;
	faults: Faults;
	rateLimit: RateLimit;
	/** Back to the start: records (seeded or not), journal, faults, clock, limit, webhook addresses, tokens, settings. */
	reset(options?: { seed?: boolean }): void;
	/** Closes every connection, also kept-alive and delayed ones. */
	stop(): Promise<void>;
}

/** Starts the emulator on the loopback interface. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const { apiKey = 'bt-demo-key-5f2c9a7d', accountId = '7aec7f522d88', rateLimitPerSecond = 0 } = options;
	const stopper = new AbortController();
	// Every answer that is held back listens to it, and there may be any number.
	setMaxListeners(0, stopper.signal);
	const clock = new Clock(options.now);
	const journal = new Journal();
	const faults = new Faults();
	const rateLimit = new RateLimit(rateLimitPerSecond);
	const state = emptyState({ clock, apiKey, accountId });
	const webhooks = new Webhooks(clock, stopper.signal);
	const people = new People(state, webhooks);
	const documents = bluDeltaRecords.emptyState({
		...{ clock, apiKey: 'bd-demo-key-83b1e6f0', apiIdentifier: 'Customer1', clients: ['Client1', 'Client2'] },
		...options.bluDelta,
	});
	const validators = new Validators(documents);

	const seedAll = () => {
		seedBlueTape(state);
		seedBluDelta(documents);
	};
	const reset = ({ seed = options.seed ?? false } = {}) => {
		clearState(state);
		bluDeltaRecords.clearState(documents);
		webhooks.clear();
		journal.clear();
		faults.clear();
		clock.reset();
		rateLimit.set(rateLimitPerSecond);
		if (seed) seedAll();
	};

	const app = fastify({
		forceCloseConnections: true,
		bodyLimit: 256 * 1024 * 1024,
		routerOptions: { maxParamLength: 1000 },
	});
	const services = [blueTapeService(state), bluDeltaService(documents)];
	watchTraffic(app, { clock, journal, faults, rateLimit, services, stopping: stopper.signal });
	app.setNotFoundHandler((_request, reply) => reply.code(404).type('text/plain').send('Not Found'));
	await app.register(blueTape(state), { prefix });
	await app.register(bluDelta(documents), { prefix: bluDeltaPrefix });
	const states = { blueTape: state, bluDelta: documents };
	await app.register(control({ clock, journal, faults, rateLimit, reset, states }), { prefix: '/emulator' });
	await app.register(blueTapeControl(state, people, webhooks), { prefix: '/emulator/bluetape' });
	await app.register(bluDeltaControl(documents, validators), { prefix: '/emulator/bludelta' });
	const sections = [() => bluDeltaSections(documents, validators), () => blueTapeSections(state, webhooks)];
	const view = (token: string) => validationPage(documents, validators, token);
	await app.register(statusPage(clock, journal, sections, view));

	const url = await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
	state.origin = url;
	documents.origin = url;
	if (options.seed) seedAll();
	await documents.seeding;

	return {
		url,
		blueTape: { baseUrl: url + prefix, apiKey, accountId, state, people, webhooks },
		bluDelta: {
			...{ baseUrl: url + bluDeltaPrefix, apiKey: documents.apiKey },
			...{ apiIdentifier: documents.apiIdentifier, clients: documents.clients },
			...{ state: documents, people: validators },
		},
		...{ clock, journal, faults, rateLimit, reset },
		async stop() {
			stopper.abort();
			await app.close();
			await webhooks.idle();
		},
	};
}
