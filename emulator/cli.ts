import { Command } from 'commander';
import getPort from 'get-port';
import { startEmulator } from './server';

interface Flags {
	port: string;
	rateLimit: string;
	empty?: boolean;
}

/** `npm run emulator`: starts the emulator with demo records and tells where it is. */
async function main(): Promise<void> {
	const flags = new Command('emulator')
		.description('BlueTape and BLU DELTA on this machine, without people, money or an account')
		.option('--port <number>', 'port to listen on; a free one when it is taken', '8477')
		.option('--rate-limit <number>', 'requests per second before 429; 0 for no limit', '0')
		.option('--empty', 'start without demo records')
		.parse()
		.opts<Flags>();
	const emulator = await startEmulator({
		port: await getPort({ port: Number(flags.port), host: '127.0.0.1' }),
		rateLimitPerSecond: Number(flags.rateLimit),
		seed: !flags.empty,
	});
	const { blueTape, bluDelta } = emulator;
	console.log(`Status page           ${emulator.url}/`);
	console.log(`BlueTape base URL     ${blueTape.baseUrl}`);
	console.log(`BlueTape API key      ${blueTape.apiKey}`);
	console.log(`BlueTape account      ${blueTape.accountId}`);
	console.log(`BLU DELTA base URL    ${bluDelta.baseUrl}`);
	console.log(`BLU DELTA API key     ${bluDelta.apiKey}`);
	console.log(`BLU DELTA identifier  ${bluDelta.apiIdentifier}`);
	console.log('Stop with Ctrl+C.');

	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		void emulator.stop().then(() => process.exit(0));
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
