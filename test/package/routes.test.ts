import { join, resolve } from 'node:path';
import ts from 'typescript';

const project = resolve(__dirname, '../..');

it('an operation that does not fit its route does not compile', () => {
	const mistakes: Array<[string, string]> = [
		["operation({ name: 'X', action: 'X', route: 'FETCH /x' })", 'not assignable'],
		["operation({ name: 'X', action: 'X', route: 'GET x' })", 'not assignable'],
		["operation({ name: 'X', action: 'X', route: 'GET /x/{invoiceId}' })", 'path'],
		[
			"operation({ name: 'X', action: 'X', route: 'GET /x/{invoiceId}', path: { quoteId: id('quoteId') } })",
			'quoteId',
		],
		["place('x', {})", 'not assignable'],
		["place('/x/{invoiceId}', {})", 'invoiceId'],
		["place('/x/{invoiceId}', { quoteId: id('quoteId') })", 'quoteId'],
	];
	const source = (given: string) =>
		`import { operation } from './nodes/shared/table/operation'; import { place } from './nodes/shared/table/route'; import { id } from './nodes/shared/field';\n${given};\nexport { id, operation, place };`;
	const names = mistakes.map((_, index) => join(project, `mistake${index}.ts`));
	const good = join(project, 'good.ts');
	const texts = new Map([
		...mistakes.map(([given], index) => [names[index], source(given)] as const),
		[
			good,
			source(
				"operation({ name: 'X', action: 'X', route: 'GET /x/{invoiceId}', path: { invoiceId: id('invoiceId') } }); place('/x/{invoiceId}', { invoiceId: id('invoiceId') })",
			),
		],
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
