import { Limit } from '../../nodes/shared/http/limit';

// What refusals teach, step by step: times in milliseconds by a clock of the test's own.

/** A limit with a round of `parallel` requests, and a clock that the steps move on. */
function learning(parallel = 10) {
	const limit = new Limit();
	let now = 1000;
	let pausedUntil = 0;
	const steps = {
		pass: (ms: number) => void (now += ms),
		/** So many requests that started `ago` are served now. */
		serve: (count: number, ago = 1) => {
			const passed = Array.from({ length: count }, () => limit.served(now - ago, now));
			return passed.includes(true);
		},
		/** So many requests that started `ago` are asked to wait. */
		refuse: (count: number, ms = 1000, ago = 1) => {
			for (let index = 0; index < count; index++) limit.refused(ms, now - ago, now, pausedUntil);
			pausedUntil = now + ms;
		},
		/** When so many requests may start, counted from now. */
		starts: (count: number) => Array.from({ length: count }, () => limit.place(now, parallel) - now),
		/** When the last of `count` requests may start, and the next one: later, where `count` is the limit. */
		around: (count: number) =>
			steps
				.starts(count + 1)
				.slice(-2)
				.map((wait) => (wait > 0 ? 'later' : 'now')),
	};
	return steps;
}
/** A service that served 100 and then refused ten, after its pause. */
function walled() {
	const steps = learning();
	steps.serve(100);
	steps.refuse(10);
	steps.pass(1000);
	return steps;
}

it('without refusals every request may start at once', () => expect(learning().starts(3)).toEqual([0, 0, 0]));

describe('a wall', () => {
	it('lets as many start in a window as were served, two per cent longer than the wait', () => {
		const starts = walled().starts(250);
		expect(starts.slice(0, 100)).toEqual(Array(100).fill(0));
		expect(starts.slice(100, 200)).toEqual(Array(100).fill(1020));
		expect(starts.slice(200)).toEqual(Array(50).fill(2040));
	});

	it('counts what was served in as long a time as is asked for', () => {
		const steps = learning();
		steps.serve(50);
		steps.pass(1000);
		steps.serve(30);
		steps.refuse(10);
		steps.pass(1000);
		expect(steps.around(30)).toEqual(['now', 'later']);
	});

	it('counts those that were under way and are served after the first refusal', () => {
		const steps = learning();
		steps.serve(95);
		steps.refuse(6);
		steps.pass(10);
		steps.serve(5, 20);
		steps.pass(1000);
		expect(steps.around(100)).toEqual(['now', 'later']);
	});

	it('of a part of those under way is an accident, if later ones are served', () => {
		const steps = learning();
		steps.serve(100);
		steps.refuse(5, 1000, 15);
		steps.pass(10);
		steps.serve(5, 20);
		steps.pass(1000);
		expect(steps.around(500)).toEqual(['now', 'now']);
	});

	it('is none of those that only take longer than a refusal', () => {
		const steps = learning();
		steps.serve(80);
		steps.refuse(5);
		steps.pass(10);
		steps.serve(20, 20);
		steps.pass(1000);
		expect(steps.around(100)).toEqual(['now', 'later']);
	});

	it('does not count what starts later', () => {
		const steps = learning();
		steps.serve(100);
		steps.refuse(5);
		steps.pass(10);
		steps.serve(5, 1);
		steps.pass(1000);
		expect(steps.around(100)).toEqual(['now', 'later']);
	});

	it('of a service that served nobody teaches nothing', () => {
		const steps = learning();
		steps.refuse(10, 60_000);
		steps.pass(60_000);
		expect(steps.around(500)).toEqual(['now', 'now']);
	});

	it('is not learnt again from a refusal that comes late, after the pause', () => {
		const steps = walled();
		expect(steps.starts(150).at(-1)).toBe(1020);
		steps.refuse(1, 1000, 3000);
		// The fifty that had to wait ask again, and nobody else has their places.
		expect(steps.starts(101).slice(-2)).toEqual([1020, 2040]);
	});

	it('is met from the start again after another pause', () => {
		const steps = walled();
		expect(steps.starts(150).at(-1)).toBe(1020);
		steps.pass(50);
		steps.serve(100, 20);
		steps.refuse(10, 1000, 10);
		steps.pass(1100);
		expect(steps.around(100)).toEqual(['now', 'later']);
	});
});

describe('a small sample', () => {
	it('is first believed to be no lower than a round', () => {
		const steps = learning();
		steps.serve(3);
		steps.refuse(7);
		steps.pass(1000);
		expect(steps.around(10)).toEqual(['now', 'later']);
	});

	it('of less than two rounds may be passed', () => {
		const steps = learning();
		steps.serve(19);
		steps.refuse(10);
		steps.pass(1000);
		expect(steps.around(21)).toEqual(['now', 'later']);
	});

	it('of two rounds is believed', () => {
		const steps = learning();
		steps.serve(20);
		steps.refuse(10);
		steps.pass(1000);
		expect(steps.around(20)).toEqual(['now', 'later']);
	});

	it('is believed the second time, soon after', () => {
		const steps = learning();
		steps.serve(3);
		steps.refuse(7);
		steps.pass(1000);
		steps.starts(10);
		steps.pass(10);
		steps.serve(3);
		steps.refuse(7);
		steps.pass(1100);
		expect(steps.around(3)).toEqual(['now', 'later']);
	});

	it('but not long after', () => {
		const steps = learning();
		steps.serve(3);
		steps.refuse(7);
		steps.pass(1000);
		steps.starts(10);
		steps.pass(1002);
		steps.serve(3);
		steps.refuse(7);
		steps.pass(1000);
		expect(steps.around(10)).toEqual(['now', 'later']);
	});

	it('of one refusal alone teaches nothing, and is believed the second time', () => {
		const steps = learning(1);
		steps.serve(5);
		steps.refuse(1);
		steps.pass(1000);
		expect(steps.around(500)).toEqual(['now', 'now']);
		steps.pass(10);
		steps.serve(5);
		steps.refuse(1);
		steps.pass(1000);
		expect(steps.around(5)).toEqual(['now', 'later']);
	});
});

describe('a limit is none any more', () => {
	it('when clearly more is served in a window', () => {
		const steps = walled();
		steps.starts(1);
		expect(steps.serve(106)).toBe(false);
		expect(steps.serve(1)).toBe(true);
		expect(steps.around(500)).toEqual(['now', 'now']);
	});

	it('but not when that takes longer than a window', () => {
		const steps = walled();
		steps.starts(1);
		steps.serve(60);
		steps.pass(1000);
		expect(steps.serve(60)).toBe(false);
	});

	it('when a round was served where less had been before', () => {
		const steps = learning();
		steps.serve(3);
		steps.refuse(7);
		steps.pass(1000);
		steps.starts(10);
		expect(steps.serve(4)).toBe(false);
		expect(steps.serve(1)).toBe(true);
	});
});

describe('a trial', () => {
	it('lets a little more start after forty waits', () => {
		const steps = walled();
		steps.starts(1);
		steps.pass(39_999);
		expect(steps.around(100)).toEqual(['now', 'later']);
		steps.pass(2100);
		expect(steps.around(107)).toEqual(['now', 'later']);
	});

	it('comes after a minute where waits are long', () => {
		const steps = learning();
		steps.serve(100);
		steps.refuse(10, 30_000);
		steps.pass(30_000);
		steps.starts(1);
		steps.pass(59_999);
		expect(steps.around(100)).toEqual(['now', 'later']);
		steps.pass(61_300);
		expect(steps.around(107)).toEqual(['now', 'later']);
	});

	it('that fails leaves the limit as it was, and the next one comes after twice as long', () => {
		const steps = walled();
		steps.starts(1);
		steps.pass(42_000);
		steps.starts(107);
		steps.serve(100);
		steps.refuse(7);
		steps.pass(1100);
		expect(steps.around(100)).toEqual(['now', 'later']);
		steps.pass(79_999);
		expect(steps.around(100)).toEqual(['now', 'later']);
		steps.pass(2100);
		expect(steps.around(107)).toEqual(['now', 'later']);
	});

	it('that only some of those under way fail leaves it, too', () => {
		const steps = walled();
		steps.starts(1);
		steps.pass(42_000);
		steps.starts(107);
		steps.serve(95);
		steps.refuse(3);
		steps.pass(10);
		steps.serve(9, 20);
		steps.pass(1100);
		const starts = steps.starts(101);
		expect([starts[99], starts[100]]).toEqual([0, 1020]);
	});
});

describe('an accident beside a limit', () => {
	it('makes the windows longer, a fifth at most', () => {
		const steps = walled();
		steps.starts(1);
		const windows = Array.from({ length: 12 }, () => {
			steps.pass(10);
			steps.refuse(1, 1000, 5);
			steps.serve(2, 7);
			steps.pass(2500);
			return steps.starts(101)[100];
		});
		expect(windows.slice(0, 3)).toEqual([1040, 1060, 1080]);
		expect(windows.at(-1)).toBe(1200);
	});

	it('does not put off the trial', () => {
		const steps = walled();
		steps.starts(1);
		steps.pass(20_000);
		steps.refuse(1);
		steps.serve(2, 2);
		steps.pass(20_000);
		expect(steps.around(107)).toEqual(['now', 'later']);
	});
});

it('a limit of many is kept, too', () => {
	const steps = learning();
	steps.serve(15_000);
	steps.refuse(10);
	steps.pass(1000);
	expect(steps.around(15_000)).toEqual(['now', 'later']);
	expect(steps.starts(20_000).at(-1)).toBe(2040);
});

it('of what was served before, the latest count', () => {
	const steps = learning();
	steps.serve(50_000);
	steps.refuse(10);
	steps.pass(1000);
	const now = steps.starts(50_000).filter((wait) => wait === 0).length;
	expect(now).toBeGreaterThanOrEqual(10_000);
	expect(now).toBeLessThanOrEqual(20_000);
});
