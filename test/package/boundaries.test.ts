import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

const project = resolve(__dirname, '../..');
const files = (folder: string) =>
	(readdirSync(join(project, folder), { recursive: true }) as string[])
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file));

/** Paths, from the project's folder, of what a file imports. Packages keep their names. */
function imports(file: string): string[] {
	const { importedFiles } = ts.preProcessFile(readFileSync(join(project, file), 'utf8'));
	return importedFiles.map(({ fileName }) =>
		fileName.startsWith('.') ? relative(project, resolve(project, file, '..', fileName)) : fileName,
	);
}

const importing = (folder: string, what: RegExp) =>
	files(folder).flatMap((file) =>
		imports(file)
			.filter((path) => what.test(path))
			.map((path) => `${file} imports ${path}`),
	);
const holding = (pattern: RegExp) =>
	files('nodes').filter((file) => pattern.test(readFileSync(join(project, file), 'utf8')));

it('nodes and emulator know nothing of each other', () => {
	expect(importing('nodes', /^(emulator|runtime|test)\//)).toEqual([]);
	expect(importing('credentials', /^(emulator|runtime|test)\//)).toEqual([]);
	expect(importing('emulator', /^(nodes|credentials|runtime|test)\//)).toEqual([]);
});

it('shared code knows no vendor', () => {
	expect(importing('nodes/shared', /^nodes\/(?!shared\/|bundled\/)/)).toEqual([]);
	expect(
		files('nodes/shared').filter((file) =>
			/blue ?tape|blu ?delta/i.test(readFileSync(join(project, file), 'utf8')),
		),
	).toEqual([]);
});

it('libraries come through nodes/bundled, so that each is bundled once', () => {
	const allowed = /^(nodes|credentials)\/|^n8n-workflow$|^(node:)?crypto$/;
	const odd = [...files('nodes/shared'), ...files('nodes/BlueTape'), ...files('credentials')].flatMap(
		(file) =>
			imports(file)
				.filter((path) => !allowed.test(path))
				.map((path) => `${file} imports ${path}`),
	);
	expect(odd).toEqual([]);
});

it('one file sends requests, and one loops over items', () => {
	expect(holding(/\.httpRequest(WithAuthentication)?\b/)).toEqual(['nodes/shared/request.ts']);
	expect(holding(/\bpLimit\(/)).toEqual(['nodes/shared/execute.ts']);
});

it('an operation that does not fit its route does not compile', () => {
	const mistakes: Array<[string, string]> = [
		["route: 'FETCH /x'", 'not assignable'],
		["route: 'GET x'", 'not assignable'],
		["route: 'GET /x/{invoiceId}'", 'path'],
		["route: 'GET /x/{invoiceId}', path: { quoteId: id('quoteId') }", 'quoteId'],
	];
	const source = (given: string) =>
		`import { operation } from './nodes/shared/operation'; import { id } from './nodes/shared/field';\noperation({ name: 'X', action: 'X', ${given} });\nexport { id };`;
	const names = mistakes.map((_, index) => join(project, `mistake${index}.ts`));
	const good = join(project, 'good.ts');
	const texts = new Map([
		...mistakes.map(([given], index) => [names[index], source(given)] as const),
		[good, source("route: 'GET /x/{invoiceId}', path: { invoiceId: id('invoiceId') }")],
	]);
	const { config } = ts.readConfigFile(join(project, 'tsconfig.json'), ts.sys.readFile) as {
		config: { compilerOptions: object };
	};
	const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, project);
	const host = ts.createCompilerHost(options);
	const onDisk = { ...host };
	host.fileExists = (name) => texts.has(name) || onDisk.fileExists(name);
	host.getSourceFile = (name, version, ...rest) => {
		const text = texts.get(name);
		return text ? ts.createSourceFile(name, text, version) : onDisk.getSourceFile(name, version, ...rest);
	};
	const program = ts.createProgram([...texts.keys()], options, host);
	const wrong = (name: string) =>
		ts
			.getPreEmitDiagnostics(program, program.getSourceFile(name))
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
	expect(wrong(good)).toEqual([]);
	mistakes.forEach(([, word], index) => expect(wrong(names[index]).join()).toContain(word));
});
