// What tsc leaves to do: bundle the libraries, copy what n8n reads beside the code.
const { dest, parallel, src } = require('gulp');
const esbuild = require('esbuild');
const { readdirSync } = require('node:fs');

/** Replaces each compiled `nodes/bundled/*.js` by itself plus the library that it re-exports: no runtime dependencies. */
async function libraries() {
	await esbuild.build({
		entryPoints: readdirSync('nodes/bundled').map((file) => `nodes/bundled/${file}`),
		outdir: 'dist/nodes/bundled',
		bundle: true,
		// The ES modules of libraries: what a loader of their own picks at run time can't be bundled.
		mainFields: ['module', 'main'],
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		legalComments: 'none',
		// Names stay: who reads a library here can find its source. Blanks are a fifth of its size.
		minifySyntax: true,
		minifyWhitespace: true,
		lineLimit: 120,
	});
}

/** Icons and codex files lie beside their node. */
function assets() {
	return src(['nodes/**/*.{svg,node.json}', 'credentials/**/*.svg'], {
		base: '.',
		allowEmpty: true,
		encoding: false,
	}).pipe(dest('dist'));
}

/** What each operation puts out, made from the examples in the table. */
async function schemas() {
	require('ts-node/register/transpile-only');
	require('./generate/schemas').writeSchemas('dist');
}

exports.default = parallel(schemas, libraries, assets);
