import type { INodeExecutionData } from 'n8n-workflow';
import { current } from '../../emulator/bluDelta/state';
import { happen } from '../../nodes/BluDelta/queue/documents';
import { ledgers } from '../../nodes/BluDelta/queue/ledger';
import { N8nProcess, type Settings } from './process';
import { Random } from './random';
import { Vendor } from './vendor';

const MINUTE = 60_000;
const EVENTS = 60;

/** What one schedule did, and which promises it broke. */
export interface Outcome {
	seed: number;
	settings: Settings;
	events: Record<string, number>;
	documents: number;
	handedOver: number;
	told: number;
	/** Documents that are locked because n8n had forgotten what they had cost. */
	lockedByN8n: number;
	broken: string[];
	story: string[];
}

const weights = {
	...{ poll: 60, arrive: 16, workflowEnds: 12, pass: 6 },
	...{ lostBefore: 2, lostAfter: 3, brokenOff: 2, refused: 1, storageFault: 2 },
	...{ restart: 2, crash: 2, rename: 1, superseded: 2, takenOver: 1, twoPolls: 3, test: 2, downloadNext: 1 },
	...{
		personDeletes: 2,
		personConfirms: 2,
		personMoves: 1,
		archive: 1,
		confirmsRefused: 1,
		confirmsTaken: 4,
	},
};
type Event = keyof typeof weights;

/** One run of a trigger through a random life, and the calm after it. Time is the caller's: `setNow` moves `Date.now`. */
export async function runSchedule(seed: number, setNow: (now: number) => void): Promise<Outcome> {
	return await new Schedule(seed, setNow).run();
}

class Schedule {
	private readonly random: Random;
	private now = Date.parse('2026-11-20T12:00:00.000Z');
	private readonly vendor = new Vendor(() => new Date(this.now));
	private readonly n8n: N8nProcess;
	/** Executions that n8n has stored, by document, and how often one came unmarked. */
	private readonly executions = new Map<string, number>();
	/** Documents that people were told of, and those that they have not seen to yet. */
	private readonly told = new Set<string>();
	private readonly stuck = new Set<string>();
	/** Documents that people have taken off the queue. */
	private readonly byPeople = new Set<string>();
	/** Downloads that n8n has made the process forget, by document: it has stored nothing of them. */
	private readonly forgotten = new Map<string, number>();
	private mayForget = true;
	private readonly outcome: Outcome;

	constructor(
		seed: number,
		private readonly setNow: (now: number) => void,
	) {
		this.random = new Random(seed);
		const settings: Settings = {
			confirmation: this.random.chance(0.7) ? 'onHandOver' : 'manual',
			limit: 1 + this.random.below(5),
			engine: this.random.pick({ usual: 4, scheduled: 1, durable: 2 }),
		};
		this.n8n = new N8nProcess(this.vendor, settings);
		this.outcome = {
			...{
				seed,
				settings,
				events: {},
				documents: 0,
				handedOver: 0,
				told: 0,
				lockedByN8n: 0,
				broken: [],
				story: [],
			},
		};
		ledgers.clear();
		setNow(this.now);
	}

	async run(): Promise<Outcome> {
		for (let event = 0; event < EVENTS; event++) await this.happen(this.random.pick(weights));
		await this.calm();
		this.judge();
		return this.outcome;
	}

	private pass(ms: number): void {
		this.now += ms;
		this.setNow(this.now);
	}

	private async happen(event: Event): Promise<void> {
		const { vendor, outcome } = this;
		outcome.events[event] = (outcome.events[event] ?? 0) + 1;
		outcome.story.push(event);
		this.pass(MINUTE);
		const before = vendor.requests.length;
		await this.act(event);
		const downloads = vendor.requests
			.slice(before)
			.flatMap(({ id, status }) => (id ? `${id.slice(0, 4)}:${status}` : []));
		if (downloads.length) outcome.story.push(`  ${downloads.join(' ')}`);
	}

	private async act(event: Event): Promise<void> {
		const { vendor, n8n, random } = this;
		switch (event) {
			case 'poll':
				return await this.poll();
			case 'arrive':
				for (let count = random.below(4); count >= 0; count--) await vendor.arrive();
				return;
			case 'workflowEnds':
				return this.workflowEnds();
			case 'pass':
				return this.pass(random.below(90) * MINUTE);
			case 'storageFault':
				n8n.badFiles++;
				return;
			case 'restart':
				if (!this.isKnown() && !this.forgets()) return;
				this.outcome.story.push('  restarted');
				n8n.restart();
				// n8n polls once as it activates a workflow.
				return await this.poll(true);
			case 'crash':
				return await this.crash();
			case 'rename':
				// Published anew, which polls at once.
				n8n.publish(`Trigger ${random.below(1000)}`);
				return await this.poll(true);
			case 'superseded':
				// Published anew while a poll is under way: n8n throws away what that brings.
				await n8n.poll();
				n8n.publish();
				return await this.poll(true);
			case 'takenOver':
				// Switched off while a poll may be under way: another workflow gets the queue once this one has missed its polls.
				if (random.chance(0.5)) await n8n.poll();
				n8n.another();
				this.pass(4 * MINUTE);
				return await this.poll(true);
			case 'twoPolls':
				await Promise.all([this.poll(), this.poll()]);
				return;
			case 'test':
				await n8n.byHand('test');
				return;
			case 'downloadNext':
				await this.downloadNext();
				return;
			case 'personDeletes':
			case 'personConfirms':
			case 'personMoves':
			case 'archive':
				return this.person(event);
			case 'confirmsRefused':
			case 'confirmsTaken':
				vendor.state.settings.confirms = event === 'confirmsTaken' ? 'taken' : 'refused';
				return;
			default:
				vendor.faults.push(event);
		}
	}

	private async poll(activation = false): Promise<void> {
		const { items, failed, commit } = await this.n8n.poll(activation);
		commit();
		this.store(items);
		if (failed) this.outcome.story.push(`  failed: ${failed}`);
	}

	/** n8n stores an execution with these items. */
	private store(items: INodeExecutionData[]): void {
		for (const { json } of items) {
			if (json.stuck) {
				const { queue } = this.vendor.state;
				for (const id of json.stuckInvoiceId ? [json.stuckInvoiceId as string] : queue) {
					this.stuck.add(id);
					this.told.add(id);
				}
				continue;
			}
			const id = json.invoiceId as string;
			const before = this.executions.get(id) ?? 0;
			if (before > 0 && !json.redelivered && !this.forgotten.has(id))
				this.breaks(`${id} handed over twice, unmarked`);
			this.executions.set(id, before + 1);
		}
	}

	/** n8n dies with a poll's items in its hands: its static data may have been saved before. */
	private async crash(): Promise<void> {
		const { items, commit } = await this.n8n.poll();
		if (this.n8n.settings.engine !== 'durable' && this.random.chance(0.5)) commit();
		if (!this.isKnown() && !this.forgets()) {
			commit();
			return this.store(items);
		}
		this.outcome.story.push(`  ${items.length} items are gone`);
		this.n8n.restart();
		await this.poll(true);
	}

	/** Would n8n's database know all that the process does? */
	private isKnown(): boolean {
		return this.n8n.knowsAll();
	}

	/** May n8n make the process forget? Once in a schedule: more than that, and nobody can keep a promise. */
	private forgets(): boolean {
		if (!this.mayForget) return false;
		this.mayForget = false;
		this.noteForgotten();
		return true;
	}

	private noteForgotten(): void {
		for (const { id, attempts } of this.vendor.state.documents.values()) {
			if (this.vendor.state.queue.includes(id) && attempts > 0) this.forgotten.set(id, attempts);
		}
	}

	/** Manual: a workflow that is at work confirms its document. */
	private workflowEnds(): void {
		if (this.n8n.settings.confirmation !== 'manual') return;
		const at = this.vendor.state.queue.filter((id) => this.executions.has(id));
		if (at.length) this.confirmByNode(at[this.random.below(at.length)]);
	}

	/** By the Confirm operation, in the same process. */
	private confirmByNode(id: string): void {
		if (this.vendor.state.queue.includes(id)) this.confirm(id);
		for (const ledger of ledgers.values()) happen(ledger, id, 'leave', this.now);
	}

	private confirm(id: string): void {
		const { state } = this.vendor;
		state.queue = state.queue.filter((one) => one !== id);
		state.documents.get(id)!.states.unshift({ State: 'Confirmed', Timestamp: state.clock.now() });
	}

	private person(event: 'personDeletes' | 'personConfirms' | 'personMoves' | 'archive'): void {
		const { state, people } = this.vendor;
		if (!state.queue.length) return;
		const id = state.queue[this.random.below(state.queue.length)];
		// What becomes of it can't be learnt any more, unless by the node.
		if (state.containers.get(state.documents.get(id)!.containerId)!.archived) return;
		if (event === 'archive') return void people.archive(id);
		this.byPeople.add(id);
		if (event === 'personDeletes') people.withdraw(id);
		else if (event === 'personMoves') people.move(id, 'Client1');
		else this.confirm(id);
	}

	/** No more faults: polls go on, workflows succeed, and people see to what they are told of. */
	private async calm(): Promise<void> {
		const { vendor, n8n } = this;
		vendor.faults.length = 0;
		n8n.badFiles = 0;
		vendor.state.settings.confirms = 'taken';
		for (let round = 0; round < 400 && this.left().length; round++) {
			this.pass((round % 3 ? 3 : 25) * MINUTE);
			await this.poll();
			if (n8n.settings.confirmation === 'manual')
				this.left().forEach((id) => this.executions.has(id) && this.confirmByNode(id));
			for (const id of this.stuck) await this.seeTo(id);
			for (const { id = '', status } of vendor.requests) {
				if (status === 429 && this.forgotten.has(id)) await this.seeTo(id);
			}
		}
		// These learn what was confirmed last, and what became of lost answers; a pause may be on.
		for (let round = 0; round < 2; round++) {
			await this.poll();
			this.pass(61 * MINUTE);
		}
		const before = vendor.requests.length;
		await this.poll();
		const last = vendor.requests.slice(before).map(({ path }) => path);
		if (!last.every((path) => path.includes('/download/')) || last.length !== 1)
			this.breaks(`the last poll still had something to do: ${last.join(', ') || 'nothing at all'}`);
	}

	/** A person does what the trigger has told: confirms the document, or fetches what comes where that cannot be. */
	private async seeTo(id: string): Promise<void> {
		const { state } = this.vendor;
		const isThere = state.queue.includes(id);
		if (isThere) this.byPeople.add(id);
		// The node takes "is confirmed already" for an answer.
		if (isThere || current(state.documents.get(id)!) === 'Confirmed') this.confirmByNode(id);
		// Others may come before it.
		else for (let came; (came = await this.downloadNext()) && came !== id;) this.confirmByNode(came);
		this.stuck.delete(id);
	}

	/** *Download Next* in the editor; gives the document that came. */
	private async downloadNext(): Promise<string | undefined> {
		const [item] = await this.n8n.byHand('downloadNext');
		const id = item?.json.invoiceId as string | undefined;
		if (id) this.executions.set(id, (this.executions.get(id) ?? 0) + 1);
		return id;
	}

	/** Documents that still wait for this trigger. */
	private left(): string[] {
		const { state } = this.vendor;
		return state.queue.filter(
			(id) => state.containers.get(state.documents.get(id)!.containerId)!.client === '',
		);
	}

	private judge(): void {
		const { vendor, outcome } = this;
		for (const document of vendor.state.documents.values()) {
			const { id, attempts } = document;
			const own = attempts - (vendor.handmade.get(id) ?? 0) - (this.forgotten.get(id) ?? 0);
			if (own > 2) this.breaks(`${id} was downloaded ${own} times by itself`);
			if (this.byPeople.has(id)) continue;
			const confirmed = current(document) === 'Confirmed';
			if (!confirmed) this.breaks(`${id} is still ${current(document)}`);
			if (!this.executions.has(id)) this.breaks(`${id} was lost: confirmed, and nobody has seen it`);
		}
		// Of a document whose downloads n8n has made the process forget, nobody can know better.
		const locked = vendor.requests.filter(({ status }) => status === 429);
		const ours = locked.filter(({ id = '' }) => !this.forgotten.has(id)).length;
		if (ours) this.breaks(`${ours} answers of 429`);
		outcome.lockedByN8n = new Set(locked.map(({ id }) => id)).size;
		outcome.documents = vendor.state.documents.size;
		outcome.handedOver = this.executions.size;
		outcome.told = this.told.size;
	}

	private breaks(promise: string): void {
		this.outcome.broken.push(promise);
	}
}
