const { TestEnvironment } = require('jest-environment-node');

/** Node's environment, which lets the hooks after a test know whether the test itself failed: jest tells only its own reporters. */
module.exports = class extends TestEnvironment {
	handleTestEvent({ name }) {
		if (name === 'test_start') this.global.testFailed = false;
		if (name === 'test_fn_failure') this.global.testFailed = true;
	}
};
