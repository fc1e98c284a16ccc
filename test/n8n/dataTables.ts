import type { N8nApi } from '../../runtime/api';

type Cell = string | number | boolean | null;

/** A Data Table of n8n, in the project of the one user. */
export interface DataTable {
	/** All rows, in the order in which they were inserted, with n8n's own columns. */
	rows(): Promise<Array<Record<string, Cell>>>;
	insert(...rows: Array<Record<string, Cell>>): Promise<void>;
	remove(): Promise<void>;
}

/** Makes a table with columns of these types. */
async function dataTable(
	{ rest }: Pick<N8nApi, 'rest'>,
	name: string,
	columns: Record<string, 'string' | 'number' | 'boolean' | 'date'>,
): Promise<DataTable> {
	const project = await rest<{ id: string }>('GET', '/rest/projects/personal');
	const tables = `/rest/projects/${project.id}/data-tables`;
	const { id } = await rest<{ id: string }>('POST', tables, {
		name,
		columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
	});
	const table = `${tables}/${id}`;
	return {
		rows: async () =>
			(await rest<{ data: Array<Record<string, Cell>> }>('GET', `${table}/rows?sortBy=id:asc`)).data,
		insert: async (...rows) => void (await rest('POST', `${table}/insert`, { data: rows })),
		remove: async () => void (await rest('DELETE', table)),
	};
}

/** The two tables of the examples, with the columns that their notes ask for: invoices and customers. */
export async function bookTables(api: Pick<N8nApi, 'rest'>): Promise<[DataTable, DataTable]> {
	const text = 'string' as const;
	return [
		await dataTable(api, 'BlueTape invoices', {
			...{ invoiceId: text, customerId: text, status: text },
			totalAmount: 'number',
		}),
		await dataTable(api, 'BlueTape customers', {
			customerId: text,
			...{ creditLimit: 'number', pastDue: 'number' },
		}),
	];
}
