// The limit of a node that sends a file: n8n's helper reads it, and nothing is done with it. Loaded by n8n as a custom extension.

class BareReader {
	description = {
		displayName: 'Bare Reader',
		name: 'bareReader',
		group: ['output'],
		version: 1,
		description: 'Reads the file of each item and forgets it',
		defaults: { name: 'Bare Reader' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		const items = this.getInputData();
		for (const [index] of items.entries()) {
			const { id } = this.helpers.assertBinaryData(index, 'data');
			for await (const chunk of await this.helpers.getBinaryStream(id)) void chunk;
		}
		return [items.map((_, item) => ({ json: {}, pairedItem: { item } }))];
	}
}

module.exports = { BareReader };
