const { readFileSync } = require('node:fs');

// Loaded before n8n: its clock goes by the milliseconds in the file of CLOCK_FILE, which may change at any time.

const LOOK_EVERY_MS = 500;
const RealDate = Date;
// Bound now, for some library may set it anew to what it finds.
const realNow = Date.now.bind(Date);
let ahead = 0;

setInterval(() => {
	ahead = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) || 0;
}, LOOK_EVERY_MS).unref();

const now = () => realNow() + ahead;

globalThis.Date = new Proxy(RealDate, {
	construct: (real, given, asked) => Reflect.construct(real, given.length ? given : [now()], asked),
	apply: () => new RealDate(now()).toString(),
	get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)),
});
