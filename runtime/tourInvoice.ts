import { printInvoices } from '../emulator/bluDelta/print';

/** The PDF that goes the whole way, with dates around `now`. */
export async function tourInvoice(now: Date): Promise<Buffer> {
	const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
	return await printInvoices([
		{
			...{ number: 'RL-20490', date: day(-1), dueDate: day(29) },
			sender: { name: 'Ridgeline Lumber Supply', street: '88 Mill Road', town: 'Eugene, OR 97401' },
			receiver: {
				...{
					name: 'Grace Hopper',
					street: '12 Compiler Street',
					town: 'Springfield, IL 62701',
					country: 'US',
				},
				...{ email: 'grace.hopper@example.com', phone: '+1 202 555 0187' },
			},
			lines: [
				{
					itemId: 'LVL-16',
					description: 'Laminated beam, 16 ft',
					quantity: 24,
					unitPrice: 48.5,
					vatRate: 10,
				},
				{ description: 'Cedar shingles, bundle', quantity: 60, unitPrice: 31, vatRate: 10 },
			],
		},
	]);
}
