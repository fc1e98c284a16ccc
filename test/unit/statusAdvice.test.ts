import { adviceFor } from '../../nodes/shared/http/statusAdvice';

const hints = { 301: 'moved', 400: 'data', 404: 'unknown', 500: 'broken', 503: 'away' };

it.each([
	[302, 'moved'],
	[308, 'moved'],
	[399, 'moved'],
	[400, 'data'],
	[404, 'unknown'],
	[418, 'data'],
	[499, 'data'],
	[500, 'broken'],
	[503, 'away'],
	[520, 'broken'],
])('%i: its own advice, else that of its kind', (status, advice) => {
	expect(adviceFor(hints, status)).toBe(advice);
});
