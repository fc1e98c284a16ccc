import type { BluDeltaDocument, BluDeltaState, Container } from './state';
import { supplierIdOf } from './suppliers';

/** `AdditionalProperties` of a download: those passed through and those found out, in the form set (bludelta.md 5.4). */
export function propertiesOf(
	state: BluDeltaState,
	{ additionalProperties }: Container,
	document: BluDeltaDocument,
): object {
	const SupplierId = supplierIdOf(state, additionalProperties, document);
	const list = SupplierId === undefined ? additionalProperties : [...additionalProperties, { SupplierId }];
	const entries = list.flatMap((entry) => Object.entries(entry));
	switch (state.settings.propertiesForm) {
		case 'singleKey':
			return list;
		case 'oneObjectInList':
			return [Object.fromEntries(entries)];
		case 'keyValue':
			return entries.map(([Key, Value]) => ({ Key, Value }));
		case 'object':
			return Object.fromEntries(entries);
	}
}
