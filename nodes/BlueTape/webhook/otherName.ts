import { isMoneys } from './marks';
import { isFields, isGiven, valuesOf, type Fields } from './names';
import { eventByKeys, events, said, tells, without, type Arrival, type Namer, type Told } from './record';
import { numberNames, otherNames, type RecordNames } from './recordNames';
import { listed } from './severalRecords';

const resource = ['attributes', 'relationships'];
const plainly = ['id', 'status'];

/** A resource of JSON:API as one object: its attributes and the records that it is related to stand apart there. */
function flat(fields: Fields): Fields {
	const { attributes, relationships } = valuesOf(fields, resource);
	if (!isFields(attributes)) return fields;
	const related = Object.entries(isFields(relationships) ? relationships : {}).map(([name, relation]) => [
		name,
		isFields(relation) ? relation.data : relation,
	]);
	const others = resource.reduce(without, fields);
	return { ...others, ...attributes, ...(Object.fromEntries(related) as Fields) };
}

/**
 * Notices that name their record only by what may be another ID than the one in BlueTape; they have to hold a documented field
 * beside it, or a quote at its address a `status` and no `id`. The `id` of what is called a payment is the payment's, so that even the invoice's number tells more.
 */
export const byOtherName =
	({ address }: Arrival, given?: RecordNames): Namer =>
	(own) => {
		const fields = flat(own);
		const names = given ? [given] : [otherNames, ...(isMoneys(fields) ? [numberNames] : [])];
		const { status, id } = valuesOf(fields, plainly);
		const isEnough = isGiven(status) && !isGiven(id);
		const isSaid = ({ fields: told, event }: Told) =>
			said(told, event) > 0 || (event === address && isEnough);
		const found = names
			.flatMap((each) => events.map((event) => listed(fields, event, each)))
			.filter(([first]) => first && isSaid(first));
		const sure = found.filter(([first]) => tells(first.fields, first.event));
		if (new Set(sure.map(([{ event }]) => event)).size > 1) return sure.flat();
		const event = eventByKeys(fields, address);
		return found.find(([first]) => first.event === event) ?? found[0] ?? [];
	};
