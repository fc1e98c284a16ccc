import type { Place } from './place';
import type { Result } from './result';

/** One benchmark, run alone by `npm run bench -- <name>`. */
export interface Case {
	name: string;
	title: string;
	run: (place: Place) => Promise<Omit<Result, 'name' | 'title' | 'notes'> & { notes?: string[] }>;
}
