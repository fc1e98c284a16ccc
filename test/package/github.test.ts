import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { minVersion } from 'semver';
import { KINDS } from '../../generate/errors';
import manifest from '../../package.json';
import {
	dependabot,
	issueConfig,
	issueForm,
	project,
	text,
	workflow,
	workflowErrors,
	yaml,
} from './githubFiles';

const inFolder = (folder: string) => readdirSync(join(project, folder)).map((file) => `${folder}/${file}`);
const workflows = inFolder('.github/workflows');
/** Workflows that run no script of ours but this action. */
const scans = {
	codeql: 'github/codeql-action/analyze',
	dependencies: 'actions/dependency-review-action',
	links: 'lycheeverse/lychee-action',
	secrets: 'trufflesecurity/trufflehog',
};
const read = (name: string) => workflow.parse(yaml(`.github/workflows/${name}.yml`));
const stepsOf = ({ jobs }: ReturnType<typeof read>) => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each(workflows)('%s', (path) => {
	const steps = stepsOf(workflow.parse(yaml(path)));

	it("passes GitHub's parser", async () => expect(await workflowErrors(path, text(path))).toEqual([]));

	it('calls scripts that exist', () => {
		const called = steps.flatMap(({ run = '' }) => [...run.matchAll(/\bnpm (?:run ([\w:-]+)|(test))/g)]);
		const names = called.map(([, script, test]) => script ?? test);
		if (!(basename(path, '.yml') in scans)) expect(names).not.toEqual([]);
		expect(names.filter((name) => !(name in manifest.scripts))).toEqual([]);
	});

	it('pins each action to a commit, with its version beside it', () => {
		const used = text(path).match(/uses: .*/g) ?? [];
		expect(used.length).toBeGreaterThan(0);
		expect(
			used.filter((line) => !/^uses: [\w-]+(\/[\w-]+){1,2}@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
		).toEqual([]);
	});

	it('may only read, unless a job says otherwise', () => {
		expect(workflow.parse(yaml(path)).permissions).toEqual({ contents: 'read' });
	});
});

it('a job that may do more than read says what it needs, and none needs more than this', () => {
	const jobs = workflows.flatMap((path) => Object.entries(workflow.parse(yaml(path)).jobs));
	const granted = jobs.flatMap(([name, { permissions = {} }]) =>
		Object.entries(permissions).flatMap(([what, access]) =>
			access === 'read' ? [] : [[name, what, access]],
		),
	);
	expect(granted).toEqual([
		['analyze', 'security-events', 'write'],
		['publish', 'id-token', 'write'],
	]);
});

it.each([
	['an unknown key', 'shel: bash', /Unexpected value 'shel'/],
	['an unknown name in an expression', 'run: echo ${{ steep.x }}', /Unrecognized named-value: 'steep'/],
])("GitHub's parser refuses %s", async (_flaw, line, message) => {
	const content = `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo\n      - ${line}\n`;
	expect((await workflowErrors('x.yml', content)).join('\n')).toMatch(message);
});

describe('CI', () => {
	it('tests on the oldest Node that package.json names, and on newer ones', () => {
		const { node } = read('ci').jobs.test.strategy!.matrix;
		expect(node[0]).toBe(minVersion(manifest.engines.node)!.major);
		expect(node.length).toBeGreaterThan(2);
	});

	it('runs lint and every suite', () => {
		const runs = stepsOf(read('ci')).map(({ run }) => run);
		const suites = Object.keys(manifest.scripts).filter((name) => /^test:|^fuzz$/.test(name));
		expect(suites.length).toBeGreaterThan(2);
		expect(runs).toEqual(
			expect.arrayContaining(['npm run lint', 'npm test', ...suites.map((name) => `npm run ${name}`)]),
		);
	});
});

describe('what changes without us', () => {
	it.each(['ci', 'codeql', 'images', 'links', 'secrets'])(
		'%s is asked for once a week, and on demand',
		(name) => {
			const { on } = read(name);
			expect(on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* [0-6]$/) }]);
			expect(on).toHaveProperty('workflow_dispatch');
		},
	);

	it("the packed package is tried in n8n's official images, by the tests of test:versions", () => {
		const { strategy, steps } = read('images').jobs.try;
		expect(strategy!.matrix).toEqual({ tag: ['latest', 'next'] });
		const run = steps.at(-1)!.run!;
		expect(run).toMatch(
			/--entrypoint npm docker\.n8n\.io\/n8nio\/n8n:\$\{\{ matrix\.tag \}\} run test:versions$/,
		);
		expect(Object.keys(manifest.scripts)).toContain('test:versions');
		// What the tests and runtime/ ask for.
		const asked = ['test/versions/versions.ts', 'runtime/n8nInstall.ts'].map(text).join();
		for (const [, name] of run.matchAll(/--env (\w+)=/g)) expect(asked).toContain(`process.env.${name}`);
	});

	it.each(['codeql', 'dependencies', 'secrets'])('%s looks at a pull request before it is merged', (name) => {
		expect(read(name).on).toHaveProperty('pull_request');
	});

	it.each(Object.entries(scans))('%s is done by %s', (name, action) => {
		expect(stepsOf(read(name)).map(({ uses = '' }) => uses.split('@')[0])).toContain(action);
	});

	it('no two of the weekly runs begin at the same time', () => {
		const times = workflows.flatMap((path) => text(path).match(/cron: .*/g) ?? []);
		expect(new Set(times).size).toBe(times.length);
	});

	it('the secret scan reads all commits, by the program of its action', () => {
		const [checkout, scan] = read('secrets').jobs.scan.steps;
		expect(checkout.with).toMatchObject({ 'fetch-depth': 0 });
		const [, version] = /trufflehog@\w+ # v([\d.]+)/.exec(text('.github/workflows/secrets.yml'))!;
		expect(scan.with).toMatchObject({ version });
	});
});

it('somebody is asked to review each file', () => {
	const lines = text('.github/CODEOWNERS')
		.split('\n')
		.filter((line) => line && !line.startsWith('#'));
	expect(lines[0]).toMatch(/^\* /);
	const [, owner] = /github\.com\/([\w-]+)\//.exec(manifest.homepage)!;
	expect(lines.filter((line) => !new RegExp(`^\\S+( @${owner}/[\\w-]+)+$`).test(line))).toEqual([]);
});

describe('publishing', () => {
	const { on, jobs } = read('publish');
	const steps = jobs.publish.steps;

	it('starts with a version tag and nothing else', () => {
		expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
	});

	it('checks the release under its tag, with all tags there, then publishes with provenance', () => {
		expect(steps[0].with).toEqual({ 'fetch-depth': 0 });
		const runs = steps.flatMap(({ run }) => run ?? []);
		const check = runs.indexOf('npm run release:check -- --tag "$GITHUB_REF_NAME"');
		expect(check).toBeGreaterThan(0);
		expect(runs.indexOf('npm publish --provenance --access public')).toBeGreaterThan(check);
		expect(jobs.publish.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
	});
});

const forms = inFolder('.github/ISSUE_TEMPLATE').filter((path) => !path.endsWith('config.yml'));
it.each(forms)('%s is a form that GitHub shows', (path) => {
	const ids = issueForm.parse(yaml(path)).body.flatMap((part) => ('id' in part ? part.id : []));
	expect(new Set(ids).size).toBe(ids.length);
});

it('the bug form asks for what is needed, with the kinds of failure that there are', () => {
	const { body } = issueForm.parse(yaml('.github/ISSUE_TEMPLATE/bug.yml'));
	const options = new Map(
		body.flatMap((part) => (part.type === 'dropdown' ? [[part.id, part.attributes.options]] : [])),
	);
	const ids = body.flatMap((part) => ('id' in part ? part.id : []));
	expect(ids).toEqual(
		expect.arrayContaining(['package', 'n8n', 'mode', 'node-js', 'node', 'operation', 'kind', 'steps']),
	);
	expect(options.get('kind')!.slice(1)).toEqual(Object.keys(KINDS));
});

it('the chooser of issues and dependabot are set up as GitHub reads them', () => {
	expect(() => issueConfig.parse(yaml('.github/ISSUE_TEMPLATE/config.yml'))).not.toThrow();
	const { updates } = dependabot.parse(yaml('.github/dependabot.yml'));
	expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});

it('each name in the dependabot file is one of a dependency', () => {
	const [{ groups = {}, ignore = [] }] = dependabot.parse(yaml('.github/dependabot.yml')).updates;
	const patterns = [
		...Object.values(groups).flatMap((group) => group.patterns),
		...ignore.map((each) => each['dependency-name']),
	];
	const names = Object.keys(manifest.devDependencies);
	const matches = (pattern: string) =>
		names.some((name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
	expect(patterns.filter((pattern) => !matches(pattern))).toEqual([]);
});
