const { default: Sequencer } = require('@jest/test-sequencer');

/** Runs test files in the order in which a group names them. */
module.exports = class extends Sequencer {
	sort(tests) {
		const rank = ({ path, context }) =>
			context.config.testMatch.findIndex((pattern) => path.startsWith(pattern.split('*')[0]));
		return [...tests].sort((a, b) => rank(a) - rank(b));
	}
};
