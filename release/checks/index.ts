import type { Check } from '../check';
import { descriptions } from './descriptions';
import { english } from './english';
import { icons } from './icons';
import { storedNames } from './interface';
import { lint } from './lint';
import { loads } from './loads';
import { packageJson } from './manifest';
import { metadata } from './metadata';
import { readme } from './readme';
import { scanners } from './scanner';
import { leftovers, size } from './tarball';
import { version } from './version';

/** All that n8n's verification asks for and a machine without network can see, and our own promises. */
export const checks: Check[] = [
	lint,
	...scanners,
	packageJson,
	descriptions,
	english,
	icons,
	readme,
	version,
	storedNames,
	leftovers,
	size,
	loads,
	metadata,
];
