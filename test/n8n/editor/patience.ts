import { errors } from 'playwright-core';

/** Milliseconds after which a step that should take a moment is tried again. */
export const A_TRY = 8000;

/** Whether a step was done in time. Any other failure is thrown. */
export async function done(step: Promise<unknown>): Promise<boolean> {
	return await step.then(
		() => true,
		(error) => {
			if (error instanceof errors.TimeoutError) return false;
			throw error;
		},
	);
}
