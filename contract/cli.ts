import { bold, red } from 'picocolors';
import { ask } from './ask';
import { readOrder, type Order } from './order';
import { counts, reportOf, write } from './report';
import { openEmulated } from './emulated';
import { openSession, type Session } from './session';
import { line, print } from './table';

/** Asks everything, clears away, prints and writes. Returns how many statements differ. */
async function run(session: Session, folder: string, stopped: () => boolean): Promise<number> {
	const { vendor, address, topics, service, secrets, finish } = session;
	console.log(bold(`\n${vendor} at ${address}`));
	const findings = await ask(topics, service, (...found) => console.log(line(...found)), stopped);
	const left = await finish();
	console.log(print(findings));
	if (left.length) console.log(`These invoices could not be cancelled: ${left.join(', ')}`);
	const paths = await write(folder, reportOf(vendor, address, findings), secrets());
	console.log(`The report, without secrets: ${paths.join(', ')}`);
	return counts(findings).differs;
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
		let differences = 0;
		for (const session of sessions) differences += await run(session, order.reports, () => isStopped);
		process.exitCode = differences || isStopped ? 1 : 0;
	} finally {
		await close();
	}
}

main().catch((error: Error) => {
	console.error(red(error.message));
	process.exitCode = 1;
});
