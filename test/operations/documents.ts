/** A document as the emulator prints it. */
export const invoice = {
	number: 'RE-7',
	date: '2026-04-17',
	dueDate: '2026-05-17',
	lines: [{ description: 'Gravel', quantity: 2, unitPrice: 50, vatRate: 10 }],
};

/** Parameters of Download Next. */
export const next = { confirmation: 'manual', output: 'simplified', binaryPropertyName: 'data' };
