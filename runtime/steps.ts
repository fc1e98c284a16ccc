import ora from 'ora';

export interface Steps {
	/** Ends the step before, begins this one. */
	next: (line: string) => void;
	/** Ends the last step. */
	done: () => void;
	failed: () => void;
}

/** Progress for people: a spinner on a terminal, plain lines anywhere else. */
export function steps(): Steps {
	if (!process.stdout.isTTY || process.env.CI) {
		return { next: (line) => console.log(`${line} …`), done() {}, failed() {} };
	}
	const spinner = ora({ discardStdin: false, stream: process.stdout });
	const done = () => void (spinner.isSpinning && spinner.succeed());
	return {
		next(line) {
			done();
			spinner.start(line);
		},
		done,
		failed: () => void (spinner.isSpinning && spinner.fail()),
	};
}
