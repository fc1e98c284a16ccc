const real = Date.now;
let passed = 0;
Date.now = () => real() + passed;

/** Stands in for our waits: time is over at once, by the clock too. */
export const wait = jest.fn(async (ms: number): Promise<void> => void (passed += ms));
