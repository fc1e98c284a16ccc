import type { Place } from './place';

/** Where n8n puts executions and files. */
const tables = ['execution_entity', 'execution_data', 'binary_data'];

/**
 * Fills the disk of n8n's database, as n8n sees it: Postgres refuses whatever is new, in its own words. The returned function
 * makes room again.
 */
export async function fillDisk({ queue }: Pick<Place, 'queue'>): Promise<() => Promise<void>> {
	await queue.query(`create or replace function no_room() returns trigger language plpgsql as $$ begin
		raise exception 'could not extend file "base/5/16384": No space left on device' using errcode = 'disk_full';
	end $$`);
	for (const table of tables)
		await queue.query(
			`create trigger no_room before insert on ${table} for each row execute function no_room()`,
		);
	return async () => {
		for (const table of tables) await queue.query(`drop trigger no_room on ${table}`);
	};
}
