import { isFields, valuesOf, type Fields } from './names';
import { without } from './record';

const apart = ['attributes', 'relationships', 'type'];
const typeOnly = ['type'];

/**
 * A resource of JSON:API as one object: its attributes and the records that it is related to stand apart there. The `type` stays the
 * resource's, so that a refund by card is a refund.
 */
export function flat(fields: Fields): Fields {
	const { attributes, relationships, type } = valuesOf(fields, apart);
	if (!isFields(attributes)) return fields;
	const related = Object.entries(isFields(relationships) ? relationships : {}).map(([name, relation]) => [
		name,
		isFields(relation) ? relation.data : relation,
	]);
	const { type: its } = valuesOf(attributes, typeOnly);
	const hasOther = type !== undefined && its !== undefined;
	return {
		...apart.slice(0, 2).reduce(without, fields),
		...(hasOther ? { ...without(attributes, 'type'), attributes: { type: its } } : attributes),
		...(Object.fromEntries(related) as Fields),
	};
}
