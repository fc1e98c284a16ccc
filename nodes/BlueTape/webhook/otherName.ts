import { idOf, type NoticeEvent } from './fields';
import { isMoneys } from './money';
import { isGiven, valuesOf } from './names';
import { eventByKeys, events, plainly, said, tells, type Arrival, type Namer, type Told } from './record';
import { numberNames, numbered, otherNames, references, type RecordNames } from './recordNames';
import { flat } from './resource';
import { listed } from './severalRecords';

/**
 * Notices that name their record only by what may be another ID than the one in BlueTape; they have to hold a documented field
 * beside it, or a quote at its address a `status` and no `id`. The `id` of what is called a payment is the payment's, so that even the
 * invoice's number tells more; any other `id` counts before a number, unless the object with the number says more than what is around
 * it. A name is none of an ID's: it counts before no `id` that something is said beside.
 */
export const byOtherName =
	({ address }: Arrival, given?: RecordNames): Namer =>
	(own, isPayments) => {
		const fields = flat(own);
		const { status, id } = valuesOf(fields, plainly);
		const hasId = idOf(id) !== undefined;
		const isEnough = isGiven(status) && !isGiven(id);
		const isSaid = ({ fields: told, event }: Told) =>
			said(told, event) > 0 || (event === address && isEnough);
		const isOfPayment = isPayments || isMoneys(fields);
		/** Does what these records are named by count before the `id` beside them? The `id` of several is none of theirs. */
		const isBefore = (
			names: RecordNames,
			[{ fields: told, envelope = fields, event }, ...others]: Told[],
		) => {
			if (!hasId || names === references || others.length) return true;
			const beside = said(envelope, event);
			return names === numbered ? isOfPayment || said(told, event) > beside : beside === 0;
		};
		const namedAt = (event: NoticeEvent): Told[] => {
			if (given) return listed(fields, event, given);
			const byAny = listed(fields, event, otherNames);
			const names = byAny.length ? [...(hasId ? [references, numbered] : []), otherNames] : [];
			for (const each of names) {
				const found = each === otherNames ? byAny : listed(fields, event, each);
				if (found.length && isSaid(found[0]) && isBefore(each, found)) return found;
			}
			return isMoneys(fields) ? listed(fields, event, numberNames) : [];
		};
		const found = events.map(namedAt).filter(([first]) => first && isSaid(first));
		const sure = found.filter(([first]) => tells(first.fields, first.event));
		if (new Set(sure.map(([{ event }]) => event)).size > 1) return sure.flat();
		const event = eventByKeys(fields, address);
		return found.find(([first]) => first.event === event) ?? found[0] ?? [];
	};
