// The limit of a community node: the same helper of n8n in a loop, and nothing else. Loaded by n8n as a custom extension.

class BareNode {
	description = {
		displayName: 'Bare Node',
		name: 'bareNode',
		group: ['output'],
		version: 1,
		description: 'Posts each item as it is',
		defaults: { name: 'Bare Node' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'blueTapeApi', required: true }],
		properties: [
			{ displayName: 'Parallel', name: 'parallel', type: 'number', default: 50 },
			{ displayName: 'Path', name: 'path', type: 'string', default: '' },
		],
	};

	async execute() {
		const { baseUrl, apiKey, accountId } = await this.getCredentials('blueTapeApi');
		const url = baseUrl + this.getNodeParameter('path', 0);
		const headers = { 'X-BlueTape-Key': apiKey, 'X-Integration-AccountId': accountId };
		const todo = this.getInputData().entries();
		const out = [];
		const work = async () => {
			for (const [item, { json: body }] of todo) {
				const json = await this.helpers.httpRequest({ method: 'POST', url, headers, body, json: true });
				out[item] = { json, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: this.getNodeParameter('parallel', 0) }, work));
		return [out];
	}
}

module.exports = { BareNode };
