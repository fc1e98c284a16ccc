/** A machine, as far as it decides how something is installed on it. */
export interface Machine {
	platform: NodeJS.Platform;
	/** Whether it is Debian, Ubuntu or one of their kind. */
	hasApt: boolean;
}

interface Need {
	/** What is missing, as a sentence. */
	missing: string;
	/** What npm and node-gyp say then. */
	said: RegExp;
	/** What to do about it. */
	debian: string;
	linux: string;
	darwin: string;
	win32: string;
}

const tools = {
	debian: 'Run: sudo apt-get install build-essential python3',
	linux: 'Install a C++ compiler, make and Python 3 with the package manager of your Linux.',
	darwin: 'Run: xcode-select --install',
	win32:
		'Install the Visual Studio Build Tools with "Desktop development with C++" ' +
		'(https://visualstudio.microsoft.com/visual-cpp-build-tools) and Python 3 (https://www.python.org).',
};
const online = 'Let this machine reach https://nodejs.org';
const withHeaders =
	`${online}, or start with a Node that brings its headers, as those from https://nodejs.org do, ` +
	'or unpack headers and name their folder: npm config set nodedir <folder>';

/** What the driver is built with; the first that fits is what is missing. */
const needs: Need[] = [
	{
		missing: "Python's module distutils is missing: Python 3.12 and newer don't bring it.",
		said: /No module named '?distutils/,
		debian: 'Run: sudo apt-get install python3-setuptools',
		linux: 'Run: python3 -m pip install setuptools',
		darwin: 'Run: brew install python-setuptools',
		win32: 'Run: python -m pip install setuptools',
	},
	{
		missing: 'Python 3 is missing.',
		said: /Could not find any Python installation/,
		...tools,
	},
	{
		missing: "Node's headers are missing, and they could not be fetched from nodejs.org.",
		said: /common\.gypi not found|node_api\.h: No such file|related to network connectivity|response downloading|FetchError/,
		debian: `${online}, or run: sudo apt-get install libnode-dev && npm config set nodedir /usr`,
		linux: withHeaders,
		darwin: withHeaders,
		win32: `${online}.`,
	},
	{
		missing: 'A C++ compiler or make is missing.',
		said: /not found: make|\b(cc|gcc|c\+\+|g\+\+): (No such file|not found|command not found)|No Xcode or CLT|xcrun: error|find any Visual Studio/,
		...tools,
	},
];

/**
 * What is missing for the driver and how this machine gets it; where npm says nothing known, its last lines.
 *
 * @param output everything that npm has said
 * @param brokenNodedir npm's setting `nodedir` where it leads to no headers
 */
export function advice(output: string, { platform, hasApt }: Machine, brokenNodedir?: string): string {
	if (brokenNodedir !== undefined)
		return (
			`npm's setting nodedir names ${brokenNodedir}, and Node's headers are not there (include/node/common.gypi).\n` +
			'Name the right folder (npm config set nodedir <folder>) or none (npm config delete nodedir; unset npm_config_nodedir).'
		);
	const system = systemOf(platform, hasApt);
	const need = needs.find(({ said }) => said.test(output));
	if (need) return `${need.missing}\n${need[system]}`;
	const lines = output.trim().split('\n').slice(-15).join('\n');
	return `It needs a C++ compiler, make, Python 3 and the headers of Node.\n${tools[system]}\nThe last lines were:\n${lines}`;
}

function systemOf(platform: NodeJS.Platform, hasApt: boolean): keyof typeof tools {
	if (platform === 'darwin' || platform === 'win32') return platform;
	return hasApt ? 'debian' : 'linux';
}
