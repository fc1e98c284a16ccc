import 'reflect-metadata';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core reads these when it is loaded.
const userFolder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
mkdirSync(join(userFolder, '.n8n'));
Object.assign(process.env, {
	N8N_USER_FOLDER: userFolder,
	N8N_ENCRYPTION_KEY: 'test',
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	N8N_LOG_LEVEL: 'silent',
});
const remove = () => rmSync(userFolder, { recursive: true, force: true });
// Jest's processes do not tell a test file of their end; the simulation has no Jest.
if (typeof afterAll === 'function') afterAll(remove);
else process.on('exit', remove);

/* eslint-disable @typescript-eslint/no-require-imports */
export const { Container } = require('@n8n/di') as typeof import('@n8n/di');
/** n8n's real engine, with a user folder of its own. */
export const core = require('n8n-core') as typeof import('n8n-core');
/* eslint-enable */
