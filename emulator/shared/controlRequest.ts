import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { digest, type Body } from './bodies';

/** A control request's JSON body through a schema; nothing sent counts as `{}`. */
export function readControl<Schema extends z.ZodTypeAny>(
	schema: Schema,
	request: FastifyRequest,
): z.infer<Schema> {
	const body = request.body as Body | undefined;
	if (body && body.kind !== 'json' && body.kind !== 'none') throw new Error('Send JSON.');
	return schema.parse(body?.kind === 'json' ? body.value : {}) as z.infer<Schema>;
}

/** State for people's eyes: maps as objects, files as size and SHA-256. */
export function readable(value: unknown): unknown {
	if (Buffer.isBuffer(value)) return digest(value);
	if (value instanceof Date) return value.toISOString();
	if (value instanceof Map) return readable(Object.fromEntries(value));
	if (Array.isArray(value)) return value.map(readable);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

/** Answers a request that cannot be followed with 400 and the reason. */
export const badRequest = (error: unknown, reply: FastifyReply) =>
	reply.code(400).send({ error: error instanceof z.ZodError ? error.issues : (error as Error).message });

/** Takes people's actions on a record by POST: the path has its `:id`, the body the options. */
export const actionsOf =
	(app: FastifyInstance) =>
	<Schema extends z.ZodTypeAny>(
		url: string,
		schema: Schema,
		action: (id: string, options: z.infer<Schema>) => unknown,
	) =>
		app.post<{ Params: { id: string } }>(url, async (request) =>
			readable(await action(request.params.id, readControl(schema, request))),
		);

/** The options of an action that has none. */
export const nothing = z.object({}).strict();
