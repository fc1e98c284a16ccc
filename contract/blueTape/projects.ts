import type { Topic } from '../question';
import { project, update } from './bodies';
import { post, put } from '../sending';
import { at, refusedSaying, succeeds, withoutEach } from './statements';

const create = at`/project`;
const path = (id: string) => at`/project/${id}`;

export const projects: Topic = {
	name: 'Projects',
	questions: [
		{
			asks: 'creates a project',
			send: (world) => post(create, project(world, world.own('project'))),
			keep: ({ status }, world) => world.learn('project', status < 300 ? world.own('project') : ''),
			expects: succeeds('bluetape.md #30', 201),
		},
		{
			asks: 'creates it again',
			send: (world) => post(create, project(world, world.the('project'))),
			expects: refusedSaying('bluetape.md #30', 409, 'Project already exists.'),
		},
		{
			asks: 'updates it',
			send: (world) => put(path(world.the('project')), update(project(world, ''))),
			expects: succeeds('bluetape.md #31', 202),
		},
		{
			asks: 'updates one that does not exist',
			send: (world) => put(path(world.own('nothing')), update(project(world, ''))),
			expects: refusedSaying('bluetape.md #31', 404, 'Project not found.'),
		},
		...withoutEach('creates a project', ['id', 'sourceModifiedDate'], 'bluetape.md 4.9', create, project),
	],
};
