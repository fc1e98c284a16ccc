import fastify from 'fastify';

/** What a language model is to say: a call of a tool, or its last words. */
export type Turn = { tool: string; given: Record<string, unknown> } | { text: string };

/** A message of a conversation, as OpenAI's chat interface has it. */
interface Message {
	role: string;
	content: unknown;
}

/** A language model on this machine that says what it is told to. */
export interface Model {
	/** For the credential of n8n's OpenAI Chat Model. */
	url: string;
	/** Names of the tools that it was last offered. */
	tools: () => string[];
	/** The last message that it was sent. */
	heard: () => string;
	/** What it says next, a turn for each time that it is asked. */
	say: (...turns: Turn[]) => void;
	stop: () => Promise<void>;
}

/** Starts one. Asked more often than it has turns, it answers 500. */
export async function startModel(): Promise<Model> {
	const turns: Turn[] = [];
	let tools: string[] = [];
	let heard = '';
	const server = fastify();
	server.post('/v1/chat/completions', async (request, reply) => {
		const asked = request.body as { messages: Message[]; tools?: Array<{ function: { name: string } }> };
		tools = (asked.tools ?? []).map(({ function: { name } }) => name);
		heard = JSON.stringify(asked.messages.at(-1)!.content);
		const turn = turns.shift();
		if (!turn) return await reply.code(500).send({ error: { message: 'No turn is left' } });
		const call = 'tool' in turn && {
			id: `call_${turns.length}`,
			type: 'function',
			function: { name: turn.tool, arguments: JSON.stringify(turn.given) },
		};
		const content = 'text' in turn ? turn.text : null;
		return {
			...{ id: 'chat-1', object: 'chat.completion', created: 0, model: 'scripted' },
			choices: [
				{
					...{ index: 0, finish_reason: call ? 'tool_calls' : 'stop' },
					message: { role: 'assistant', content, ...(call && { tool_calls: [call] }) },
				},
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
	const address = await server.listen({ host: '127.0.0.1', port: 0 });
	return {
		url: `${address}/v1`,
		tools: () => tools,
		heard: () => heard,
		say: (...next) => void turns.splice(0, turns.length, ...next),
		stop: async () => await server.close(),
	};
}
