import type { IExecuteFunctions } from 'n8n-workflow';
import { Progress } from '../../nodes/shared/run/progress';

/** Lines that a run of so many items logs, each of which takes so many seconds. */
function linesOf(count: number, seconds: number, fails: (item: number) => boolean = () => false): string[] {
	const lines: string[] = [];
	const context = {
		logger: { info: (line: string, about: object) => lines.push(`${line} ${JSON.stringify(about)}`) },
		getNode: () => ({ name: 'BlueTape' }),
		getWorkflow: () => ({ id: 'w' }),
		getExecutionId: () => '7',
	} as unknown as IExecuteFunctions;
	let now = 1_000_000;
	const progress = new Progress(context, count, () => now);
	for (let item = 1; item <= count; item++) {
		now += seconds * 1000;
		progress.ended(!fails(item));
	}
	return lines;
}

const about = '{"workflowId":"w","executionId":"7"}';

it('says nothing about a run of less than a minute', () => expect(linesOf(59, 1)).toEqual([]));

it('says once a minute how far a run is, and at its end', () =>
	expect(linesOf(150, 1)).toEqual([
		`BlueTape: 60 of 150 items after 1 min ${about}`,
		`BlueTape: 120 of 150 items after 2 min ${about}`,
		`BlueTape: 150 of 150 items after 2 min ${about}`,
	]));

it('counts those that failed', () =>
	expect(linesOf(3, 40, (item) => item < 3)).toEqual([
		`BlueTape: 2 of 3 items after 1 min, 2 of them failed ${about}`,
		`BlueTape: 3 of 3 items after 2 min, 2 of them failed ${about}`,
	]));
