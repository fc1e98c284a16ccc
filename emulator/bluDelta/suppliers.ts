import type { BluDeltaDocument, BluDeltaState } from './state';

const several = (value = '') => value.split('|').filter((one) => one !== '');

/** The supplier whose master data fits a document best (bludelta.md 5.4 and 5.5); undefined when none does. */
export function supplierIdOf(
	state: BluDeltaState,
	additionalProperties: Array<Record<string, string>>,
	{ detection }: BluDeltaDocument,
): string | undefined {
	const senderEmail = additionalProperties.flatMap(({ SenderEmail }) => SenderEmail ?? [])[0];
	const found = (name: string) =>
		detection?.InvoiceDetailTypePredictions.filter(
			({ TypeName, Value }) => TypeName === name && Value !== '',
		).map(({ Value }) => Value) ?? [];
	const scored = (state.resources.get('SupplierMasterData')?.rows ?? []).map((row) => {
		const [id, name, , , , , ustids, ibans, , , senders] = row;
		const score =
			(several(ustids).some((one) => found('SenderVatId').includes(one)) ? 4 : 0) +
			(several(ibans).some((one) => found('Iban').includes(one)) ? 4 : 0) +
			(found('Sender').includes(name) ? 2 : 0) +
			(senderEmail !== undefined && several(senders).includes(senderEmail) ? 1 : 0);
		return { id, score };
	});
	const [best] = scored.filter(({ score }) => score > 0).sort((one, other) => other.score - one.score);
	return best?.id;
}
