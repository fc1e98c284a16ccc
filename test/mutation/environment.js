const { AsyncLocalStorage } = require('node:async_hooks');
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

const { ModernFakeTimers } = createRequire(require.resolve('jest-environment-node'))('@jest/fake-timers');

/** What test files replace for themselves. */
const replaced = [
	[Date, 'now'],
	[Math, 'random'],
	[globalThis, 'fetch'],
	[globalThis, 'setTimeout'],
	[AbortSignal, 'timeout'],
];

/** The nodes wait by this between their tries: what no test notices would cost all waits of all tests. */
const { timeout } = AbortSignal;
const soon = (ms) => timeout.call(AbortSignal, Math.ceil(ms / 20));

/** What jest-circus leaves behind: who listens to a test, how long it may take. */
const left = ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL', 'RETRY_TIMES'].map((name) => Symbol.for(name));

/** Each file's own Jest opens some and closes none: every promise of the process would be told to all of them. */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...given) {
	storages.add(this);
	return run.apply(this, given);
};
function closeStorages() {
	for (const storage of storages) storage.disable();
	storages.clear();
}

/** What fake timers replace: all of the realm but `process.nextTick`, by which Node's own streams go. */
const faked = new Proxy(globalThis, {
	get: (realm, name) => (name === 'process' ? { ...process } : Reflect.get(realm, name)),
});

/** All test files in the one realm of the process, so that they can have its libraries; what they replace is put back after each. */
module.exports = class extends TestEnvironment {
	constructor(...given) {
		super(...given);
		this.global = globalThis;
		const [{ projectConfig }] = given;
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: faked });
		this.originals = replaced.map(([owner, name]) => [owner, name, owner[name]]);
		this.variables = { ...process.env };
		AbortSignal.timeout = soon;
	}

	async teardown() {
		closeStorages();
		this.fakeTimersModern.dispose();
		for (const name of left) delete globalThis[name];
		for (const [owner, name, value] of this.originals) owner[name] = value;
		for (const name of Object.keys(process.env)) if (!(name in this.variables)) delete process.env[name];
		Object.assign(process.env, this.variables);
	}
};
