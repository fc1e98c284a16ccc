const last = new Map<unknown, Promise<unknown>>();

/** Runs `work` when everything that was given under the same `key` before has ended, in this process. */
export async function inTurn<T>(key: unknown, work: () => Promise<T>): Promise<T> {
	const own = (last.get(key) ?? Promise.resolve()).then(work, work);
	last.set(key, own);
	try {
		return await own;
	} finally {
		if (last.get(key) === own) last.delete(key);
	}
}
