import type { Candidate } from './candidate';

/** One thing that must be right before the package is published. */
export interface Check {
	/** What is right when there is no complaint. */
	name: string;
	/** What is wrong, in words for the maintainer. An error that is thrown counts as one. */
	complaints: (candidate: Candidate) => Promise<string[]>;
}

export async function complaintsOf({ complaints }: Check, candidate: Candidate): Promise<string[]> {
	try {
		return await complaints(candidate);
	} catch (error) {
		return [(error as Error).message];
	}
}
