import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Failed, tried } from '../shared/failure';
import type { Outgoing } from '../shared/http/request';
import { sendCall } from '../shared/run/call';
import { answerItem, dryRunItem } from '../shared/run/outputItem';
import type { Call } from '../shared/table/operation';
import { statusIn, totalIn } from './answerFields';
import { filled } from '../shared/table/route';
import { cents, shown } from '../shared/values/cents';

export const STATUS_ROUTE = 'GET /integration/invoice/{invoiceId}/status';

const statusRequest = (invoiceId: string): Outgoing => ({
	...filled(STATUS_ROUTE, { invoiceId }),
	subject: `invoiceId "${invoiceId}"`,
});

const UNCHANGED =
	"The invoice was not changed: an update sends a status, and the one that it has could not be read. Choose a 'Status' to update without reading it";

async function recordOf(call: Call, invoiceId: string): Promise<{ status: string; total?: number }> {
	const { body } = await sendCall(call, { query: undefined, body: undefined, ...statusRequest(invoiceId) });
	const status = statusIn(body);
	if (status !== undefined) return { status, total: totalIn(body) };
	throw new Failed({ kind: 'unexpected', message: 'BlueTape did not tell the status of the invoice' });
}

/** Whoever means to create an invoice, under an ID that another one has, would replace that one and not see it. */
function tellOtherTotal(
	{ operation, hint }: Call,
	invoiceId: string,
	there: number | undefined,
	sent: number | undefined,
): void {
	if (!operation.replaces || there === undefined || sent === undefined || there === sent) return;
	hint(
		`Invoice "${invoiceId}" was there with a total of ${shown(there)}, and is replaced by one of ${shown(sent)}: see that both are the same invoice`,
		'warning',
	);
}

/**
 * The changes of an invoice with a status: an update replaces the whole record, and none is invented, so one that is not given is
 * read from the record. Throws `Failed` when it can't be read; then nothing was changed.
 */
export async function keepStatus(call: Call, invoiceId: string, changes: IDataObject): Promise<IDataObject> {
	if (changes.status !== undefined) return changes;
	const { value: there, failure } = await tried(recordOf(call, invoiceId));
	if (!failure) {
		tellOtherTotal(call, invoiceId, there.total, cents(changes.totalAmount));
		return { ...changes, status: there.status };
	}
	const advice = failure.advice ? `${failure.advice}. ${UNCHANGED}` : UNCHANGED;
	throw new Failed({ ...failure, advice: failure.kind === 'cancelled' ? failure.advice : advice });
}

/** For a dry run: the request by which the status would be read first, where it would. */
export function statusFirst(call: Call, invoiceId: string, { status }: IDataObject): IDataObject {
	if (status !== undefined) return {};
	const { method, path } = statusRequest(invoiceId);
	return { statusFrom: { method, url: call.session.baseUrl + path } };
}

/** Updates an invoice that keeps its status unless one is given. */
export async function updateKeepingStatus(call: Call): Promise<INodeExecutionData> {
	const { path, body, extra } = call.input;
	const { invoiceId } = path;
	const changes = { ...body, ...extra };
	if (call.options.dryRun) return dryRunItem(call, statusFirst(call, invoiceId, changes));
	const { body: answer } = await sendCall(call, { body: await keepStatus(call, invoiceId, changes) });
	return answerItem(call, answer);
}
