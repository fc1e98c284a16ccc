import { unknown } from '../checks';
import type { Question, Topic } from '../question';
import { post, remove } from '../sending';
import type { World } from '../world';
import { at, refusedAs, refusedSaying, succeedsEmpty } from './statements';

/** The project of an invoice or a quote. @param ends their endpoints */
function projectOf(kind: 'invoice' | 'quote', ends: Record<'link' | 'unlink', string>): Question[] {
	const linked = (id: string, projectId: string) => at`/${kind}/${id}/project/${projectId}`;
	const own = (world: World) => linked(world.the(kind), world.the('project'));
	const noneOf = (world: World) => linked(world.own('nothing'), world.the('project'));
	const missing = kind === 'invoice' ? 'Invoice not exists.' : 'Quote not exists.';
	return [
		{
			asks: `links the ${kind} to the project`,
			send: (world) => post(own(world), {}),
			expects: succeedsEmpty(ends.link, 201),
		},
		{
			asks: 'links it again',
			send: (world) => post(own(world), {}),
			expects:
				kind === 'invoice'
					? refusedAs('invoice_already_linked_to_project', 409)
					: [unknown('bluetape.md #25', 'what a repeat gives')],
		},
		{
			asks: 'unlinks it',
			send: (world) => remove(own(world)),
			expects: succeedsEmpty(ends.unlink, 200),
		},
		{
			asks: 'links a project that does not exist',
			send: (world) => post(linked(world.the(kind), world.own('nothing')), {}),
			expects: refusedAs('project_does_not_exist', 404),
		},
		{
			asks: 'links one that does not exist',
			send: (world) => post(noneOf(world), {}),
			expects: refusedSaying(ends.link, 404, missing),
		},
		{
			asks: 'unlinks one that does not exist',
			send: (world) => remove(noneOf(world)),
			expects: refusedSaying(ends.unlink, 404, missing),
		},
	];
}

export const projectLinks: Topic = {
	name: 'Projects of invoices and quotes',
	questions: [
		...projectOf('invoice', { link: 'bluetape.md #12', unlink: 'bluetape.md #13' }),
		...projectOf('quote', { link: 'bluetape.md #25', unlink: 'bluetape.md #26' }),
	],
};
