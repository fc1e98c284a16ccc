import { readContainer } from './containers';
import { addDocuments, move, validate } from './lifecycle';
import { printInvoices } from './print';
import type { PrintedInvoice } from './printedInvoice';
import type { BluDeltaState, Container } from './state';

/** Puts demo documents in: one to download, one confirmed, one in error. `state.seeding` tells when they are there. */
export function seedBluDelta(state: BluDeltaState): void {
	const seeding: Promise<void> = print(state).then((containers) => {
		// A reset may have come between.
		if (state.seeding === seeding) fill(state, containers);
	});
	state.seeding = seeding;
}

function fill(state: BluDeltaState, containers: Container[]): void {
	const now = state.clock.now();
	const [released, confirmed, failed] = containers.flatMap((container) => {
		state.containers.set(container.id, container);
		return addDocuments(state, container, now);
	});
	for (const document of [confirmed, released]) {
		move(document, 'NeedForAction', now);
		validate(state, document);
	}
	move(failed, 'Error', now);
	state.queue = [released.id];
	confirmed.attempts = 1;
	move(confirmed, 'Downloaded', now);
	move(confirmed, 'Confirmed', now);
}

async function print(state: BluDeltaState): Promise<Container[]> {
	const day = (offset: number) =>
		new Date(state.clock.now().getTime() + offset * 86_400_000).toISOString().slice(0, 10);
	const common: PrintedInvoice = {
		...{ date: day(-3), dueDate: day(27) },
		sender: {
			...{ name: 'Ridgeline Lumber Supply', street: '88 Mill Road', town: 'Eugene, OR 97401', country: 'US' },
			...{ email: 'billing@ridgeline.example', phone: '+1 541 555 0133' },
		},
		receiver: {
			...{ name: 'Harbor Point Builders', street: '400 Market Street', town: 'Springfield, IL 62701' },
			country: 'US',
			...{ email: 'office@harborpoint.example', phone: '+1 217 555 0142' },
		},
	};
	const beams = { itemId: 'LVL-16', description: 'Laminated beam, 16 ft', quantity: 24, unitPrice: 48.5 };
	const shingles = { description: 'Cedar shingles, bundle', quantity: 60, unitPrice: 31 };
	const papers: PrintedInvoice[] = [
		{ ...common, number: 'RL-20481', lines: [{ ...beams, vatRate: 8.25 }] },
		{ ...common, number: 'RL-20482', lines: [shingles] },
		{ ...common, number: 'RL-20483', lines: [beams, shingles], total: null },
	];
	return await Promise.all(
		papers.map(async (paper) => {
			const content = await printInvoices([paper]);
			const additionalProperties = [{ SenderEmail: 'billing@ridgeline.example' }];
			const fileName = `${paper.number}.pdf`;
			return await readContainer(state, { client: '', fileName, content, additionalProperties });
		}),
	);
}
