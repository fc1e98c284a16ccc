import type { Case } from '../case';
import { download50, upload70, upload70Database } from './bluDelta';
import { create10, create50 } from './create';
import { early503 } from './early503';
import { fields } from './fields';
import { loading } from './loading';
import { rateLimit } from './rateLimit';
import { fromRows } from './rows';
import { create5000, create50000 } from './scale';
import { notices } from './trigger';

/** In the order in which they run and stand in the report. */
export const cases: Case[] = [
	create50,
	create10,
	create5000,
	create50000,
	rateLimit,
	early503,
	fields,
	fromRows,
	upload70,
	upload70Database,
	download50,
	notices,
	loading,
];
