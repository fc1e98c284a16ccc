import os from 'node:os';
import { machine } from '../../benchmarks/machine';
import { machineLine } from '../../benchmarks/table';
import type { N8nInstall } from '../../runtime/n8nInstall';

afterEach(() => jest.restoreAllMocks());

it('the chart names the system by the two numbers of its kernel, and not by its build', async () => {
	jest.spyOn(os, 'type').mockReturnValue('Linux');
	jest.spyOn(os, 'release').mockReturnValue('6.18.44-fc-v595');
	const install = { node: process.execPath, version: '2.41.1' } as N8nInstall;
	expect(machineLine(await machine(install))).toContain(`, Linux 6.18 ${os.arch()}, `);
});
