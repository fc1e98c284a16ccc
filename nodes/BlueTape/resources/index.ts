import type { Resource } from '../../shared/table/operation';
import { company } from './company';
import { customer } from './customer';
import { invoice } from './invoice';
import { project } from './project';
import { quote } from './quote';

/** Every operation of BlueTape's integration API, by the values that workflows store. */
export const resources: Record<string, Resource> = { company, customer, invoice, project, quote };
