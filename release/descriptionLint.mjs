// n8n's node rules on one file: node lint.mjs <file>. Prints the complaints as JSON.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ESLint } from 'eslint';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const off = [
	// As in eslint.config.mjs, and as n8n's own tool has it.
	'node-class-description-inputs-wrong-regular-node',
	'node-class-description-inputs-wrong-trigger-node',
	'node-class-description-outputs-wrong',
	'node-param-type-options-max-value-present',
	// As there: the fields of a line stand as people fill them in, not by the alphabet.
	'node-param-fixed-collection-type-unsorted-items',
	// About execute() and its folder, which are linted where they stand.
	'node-execute-block-missing-continue-on-fail',
	'node-dirname-against-convention',
	// Ours is the prescribed sentence and, behind it, what the call does to people.
	'node-param-description-wrong-for-upsert',
].map((rule) => `n8n-nodes-base/${rule}`);

const [path] = process.argv.slice(2);
const wanted = Object.keys(nodesBase.configs.nodes.rules).filter((rule) => !off.includes(rule));
const overrideConfig = {
	files: ['**/*.ts'],
	languageOptions: { parser: tseslint.parser },
	plugins: { 'n8n-nodes-base': nodesBase },
	rules: Object.fromEntries(wanted.map((rule) => [rule, 'error'])),
};
const [{ messages }] = await new ESLint({
	cwd: dirname(path),
	overrideConfigFile: true,
	overrideConfig,
}).lintFiles([path]);
const lines = readFileSync(path, 'utf8').split('\n');
const complaints = messages.map(
	({ ruleId, message, line }) => `${ruleId}: ${message} at: ${lines.slice(line - 1, line + 4).join(' ')}`,
);
process.stdout.write(`\n${JSON.stringify(complaints)}`);
