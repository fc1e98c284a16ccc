import { caseOf, type Case } from './cases';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** What is used of an emulator here: the same whether it runs in this process or in another one. */
interface World {
	blueTape: {
		baseUrl: string;
		apiKey: string;
		accountId: string;
		people: { approve(quoteId: string): unknown };
	};
	journal: { clear(): unknown };
}

/** Puts the records that a case needs into the emulator, through its public API and not through the node. */
export async function prepare(emulator: World, needs: Case['needs'] = []): Promise<void> {
	const call = async (method: string, path: string, body?: unknown, type = 'application/json') => {
		const { baseUrl, apiKey, accountId } = emulator.blueTape;
		const headers = {
			'X-BlueTape-Key': apiKey,
			'X-Integration-AccountId': accountId,
			...(body !== undefined && { 'Content-Type': type }),
		};
		const content = Buffer.isBuffer(body)
			? new Uint8Array(body)
			: body === undefined
				? undefined
				: JSON.stringify(body);
		const response = await fetch(`${baseUrl}/integration${path}`, { method, headers, body: content });
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	};
	const bodyOf = (resource: string, operation: string, id: string) => {
		const {
			projectDetails: _,
			quoteRefNumber: __,
			customers: ___,
			...body
		} = caseOf(resource, operation).body ?? {};
		return { ...body, id };
	};
	const customer = () => call('POST', '/customer', { ...bodyOf('customer', 'upsert', 'CUS-1') });
	const steps: Record<NonNullable<Case['needs']>[number], () => Promise<void>> = {
		company: () => call('POST', '/company', bodyOf('company', 'upsert', 'COM-1')),
		customer,
		invoice: () => call('POST', '/invoice', bodyOf('invoice', 'create', 'INV-1')),
		simplified: () => call('POST', '/invoice/simplify', bodyOf('invoice', 'createSimplified', 'SIM-1')),
		quote: () => call('POST', '/quote', bodyOf('quote', 'create', 'QUO-1')),
		approval: async () => void (await emulator.blueTape.people.approve('QUO-1')),
		project: () => call('POST', '/project', bodyOf('project', 'create', 'PRO-1')),
		invoiceProject: () => call('POST', '/invoice/INV-1/project/PRO-1', {}),
		quoteProject: () => call('POST', '/quote/QUO-1/project/PRO-1', {}),
		invoiceFile: () => call('POST', '/invoice/INV-1/file', PDF, 'application/pdf'),
		quoteFile: () => call('POST', '/quote/QUO-1/file', PDF, 'application/pdf'),
	};
	const withCustomer =
		needs.includes('customer') || !needs.some((need) => need === 'invoice' || need === 'quote')
			? needs
			: (['customer', ...needs] as const);
	for (const need of withCustomer) await steps[need]();
	await emulator.journal.clear();
}

export { PDF };
