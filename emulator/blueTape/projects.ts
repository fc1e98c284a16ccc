import { refuse } from './refusal';
import { on } from './route';
import { projectCreate, projectUpdate } from './schemas/project';
import { newBlueTapeId, type BlueTapeState, type Project } from './state';

export function findProject(state: BlueTapeState, id: string): Project {
	const project = state.projects.get(id);
	if (!project) throw refuse('project_does_not_exist');
	return project;
}

interface Details {
	projectId: string;
	name?: string;
	address?: string;
	contractValue?: number;
	sourceModifiedDate?: string;
	privateProjectDetails?: { privateProjectType?: string };
	individualOwners?: unknown;
	businessOwners?: unknown;
	propertyIndividualOwners?: unknown;
	propertyBusinessOwners?: unknown;
}

/** Where the sources spell a word or a name in two ways, one of them may be refused (bluetape.md C3 and C5). */
function checkSpellings({ settings }: BlueTapeState, details: Details): void {
	const word = details.privateProjectDetails?.privateProjectType ?? '';
	const letter = /^c/i.test(word) ? 'latin' : word.startsWith('\u0421') ? 'cyrillic' : settings.commercial;
	const isSpelt = settings.commercial === 'both' || letter === settings.commercial;
	const others = {
		both: [],
		samples: [details.propertyIndividualOwners, details.propertyBusinessOwners],
		table: [details.individualOwners, details.businessOwners],
	}[settings.ownerNames];
	if (!isSpelt || others.some((owners) => owners !== undefined))
		throw refuse('document_invalid_data', 'projectDetails: a word or a name that is not known');
}

/** A project sent inside a document. Whether that makes one is not documented (bluetape.md 4.7); here it does. */
export function embeddedProject(state: BlueTapeState, details: Details | undefined): string | undefined {
	if (details) checkSpellings(state, details);
	if (state.settings.embeddedProjects === 'ignored') return undefined;
	if (details && !state.projects.has(details.projectId)) {
		state.projects.set(details.projectId, {
			blueTapeId: newBlueTapeId(),
			id: details.projectId,
			name: details.name,
			address: details.address,
			creditAmount: details.contractValue,
			sourceModifiedDate: details.sourceModifiedDate ?? state.clock.now().toISOString(),
		});
	}
	return details?.projectId;
}

export const projectRoutes = [
	on('POST /integration/project', { accepts: projectCreate }, ({ state, sent }) => {
		if (state.projects.has(sent.id)) throw refuse('project_already_exist');
		const project: Project = { ...sent, blueTapeId: newBlueTapeId() };
		state.projects.set(sent.id, project);
		return { status: 201, body: { blueTapeId: project.blueTapeId } };
	}),
	on('PUT /integration/project/:id', { accepts: projectUpdate }, ({ state, id, sent }) => {
		const project = Object.assign(findProject(state, id), sent);
		return { status: 202, body: { blueTapeId: project.blueTapeId } };
	}),
];
