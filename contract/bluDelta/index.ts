import type { Topic } from '../question';
import { access } from './access';
import { count } from './count';
import { masterData } from './masterData';
import { queue } from './queue';
import { states } from './states';
import { uploads } from './uploads';

/** What BLU DELTA is asked, in this order. */
export const bluDelta: Topic[] = [access, uploads, states, count, queue, masterData];
