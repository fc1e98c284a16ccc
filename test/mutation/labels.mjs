import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin';

const LABELS = ['displayName', 'description', 'placeholder'];

/** Is this text only shown in the editor, beside a parameter? Whoever rewords it breaks nothing. */
function isLabel({ node, parent }) {
	const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
	return (
		isText && parent?.type === 'ObjectProperty' && parent.value === node && LABELS.includes(parent.key.name)
	);
}

/** Messages, hints of errors and everything that is computed are mutated. */
export const strykerPlugins = [
	declareValuePlugin(PluginKind.Ignore, 'labels', {
		shouldIgnore: (path) => (isLabel(path) ? 'A label in the editor' : undefined),
	}),
];
