import type { Resource } from '../../shared/table/operation';
import { accessToken } from './accessToken';
import { document } from './document';
import { masterData } from '../masterData/resource';

/** Every operation of BLU DELTA's Web API that this package has, by the values that workflows store. */
export const resources: Record<string, Resource> = { accessToken, document, masterData };
