import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks in the terminal. @param hidden for a secret: what is typed is not shown */
export async function prompt(question: string, hidden = false): Promise<string> {
	if (!process.stdin.isTTY) throw new Error(`There is no terminal to ask in: ${question}`);
	process.stdout.write(`${question} `);
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	const output = hidden ? nowhere : process.stdout;
	const terminal = createInterface({ input: process.stdin, output, terminal: true });
	try {
		return (await terminal.question('')).trim();
	} finally {
		terminal.close();
		if (hidden) process.stdout.write('\n');
	}
}

/** A key from its environment variable, or else from the terminal, where it is not shown. */
export async function readKey(variable: string, env = process.env, ask = prompt): Promise<string> {
	const key = env[variable] || (await ask(`${variable} is not set. The key (not shown):`, true));
	if (!key) throw new Error('Without a key nothing can be asked.');
	return key;
}
