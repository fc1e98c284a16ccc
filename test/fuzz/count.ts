import { tried } from '../properties/runs';

/** After each file: how many values it has tried. */
afterAll(() => {
	const { testPath } = expect.getState();
	const name = testPath?.split('/').pop();
	process.stderr.write(`${name}: ${tried.values} values for ${tried.properties} properties\n`);
});
