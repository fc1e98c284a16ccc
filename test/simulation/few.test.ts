import { report } from './report';
import { simulate } from './simulate';

it('keeps its promises in the first forty lives of the queue', async () => {
	const counts = await simulate(40, 11);
	expect(report(counts, '11').lines).toEqual(
		expect.arrayContaining(['schedules in which a promise broke: 0']),
	);
});
