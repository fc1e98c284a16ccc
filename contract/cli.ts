import { bold, red } from 'picocolors';
import { ask } from './ask';
import { readOrder, type Order } from './order';
import { counts, reportOf, write } from './report';
import { openEmulated } from './emulated';
import { openSession, type Session } from './session';
import { line, print } from './table';

/** Asks everything, clears away, prints and writes. Returns whether it was answered, and nothing differs. */
async function run(session: Session, folder: string, stopped: () => boolean): Promise<boolean> {
	const { vendor, address, topics, service, secrets, finish } = session;
	console.log(bold(`\n${vendor} at ${address}`));
	const show = (...found: Parameters<typeof line>) => console.log(line(...found));
	const findings = await ask(topics, service, show, stopped).finally(async () => {
		const left = await finish();
		if (left.length) console.log(`These invoices could not be cancelled: ${left.join(', ')}`);
	});
	console.log(print(findings));
	const paths = await write(folder, reportOf(vendor, address, findings), secrets());
	console.log(`The report, without secrets: ${paths.join(', ')}`);
	const { agrees, differs } = counts(findings);
	return agrees > 0 && differs === 0;
}

async function open(order: Order): Promise<{ sessions: Session[]; close(): Promise<void> }> {
	if (!('emulator' in order)) return { sessions: [await openSession(order)], close: async () => undefined };
	const { sessions, close } = await openEmulated();
	return { sessions: sessions.filter(({ vendor }) => (order.vendor ?? vendor) === vendor), close };
}

async function main(): Promise<void> {
	const order = readOrder(process.argv.slice(2));
	const { sessions, close } = await open(order);
	let isStopped = false;
	// What was made is cleared away all the same.
	process.once('SIGINT', () => {
		isStopped = true;
		console.log('Stops after this question, and clears away.');
	});
	try {
		let isAsSaid = true;
		for (const session of sessions)
			isAsSaid = (await run(session, order.reports, () => isStopped)) && isAsSaid;
		process.exitCode = isAsSaid && !isStopped ? 0 : 1;
	} finally {
		await close();
	}
}

main().catch((error: Error) => {
	console.error(red(error.message));
	process.exitCode = 1;
});
