const line = {
	description: 'Item 1',
	unitAmount: 500,
	quantity: 2,
	subTotal: 1000,
	taxAmount: 100,
	totalAmount: 1100,
};
const money = { subTotal: 1000, totalAmount: 1100, taxAmount: 100 };
const salesInfo = [
	{ firstName: 'string', lastName: 'string', emailAddress: 'string', cellPhoneNumber: 'string' },
];

/** The vendor's company sample (Generic Connector page, v1.1.0), word for word. */
export const companySample = {
	id: 'a0b9cedc32ce',
	businessAddress: '1400 24th Ave, San Francisco, CA 94122, USA',
	businessPhoneNumber: '+11234567890',
	businessName: 'Acme Inc.',
	businessDisplayName: 'Acme',
	creditDetails: {
		accountType: 'credit',
		accountCreationDate: '2023-03-09T00:10:20.300Z',
		pricePackage: 'A',
		creditProvider: 'inhouse',
		creditStatus: 'active',
		creditAmount: 10000,
		outstandingAmount: 3000,
		overdueBalance: 500,
		agingOverdueBalance: [{ name: '1-30 days', daysFrom: 1, daysTo: 30, overdueBalance: 3000 }],
		invoicesOverallAmount: 7000,
		invoicesOverallCount: 58,
		invoicesLastYearAmount: 5000,
		invoicesLastYearCount: 33,
		invoicesYearToDateAmount: 2000,
		invoicesYearToDateCount: 25,
		invoicesLastMonthAmount: 300,
		invoicesLastMonthCount: 5,
		invoicesMonthToDateAmount: 500,
		invoicesMonthToDateCount: 2,
		invoicesMonthlyAverageAmount: 888.33,
		invoicesMonthlyAverageCount: 5.7,
	},
	sourceModifiedDate: '2023-01-04T09:47:57.477Z',
};

export const customerSample = {
	id: 'dc506b22c7fa',
	firstName: 'John',
	lastName: 'Doe',
	emailAddress: 'john@doe.com',
	cellPhoneNumber: '+11234567890',
	sourceModifiedDate: '2023-01-04T09:47:57.477Z',
};

/** The older invoice sample. */
export const olderInvoiceSample = {
	id: '2eb1acd98a86',
	invoiceNumber: 'INV/00003/2023',
	customerId: '7ba4877cbf52',
	invoiceDate: '2023-01-04',
	dueDate: '2023-01-12',
	expirationDate: '2023-01-12',
	...money,
	amountDue: 1100,
	lines: [line],
	quoteRefNumber: 'QUOT/0567/2022',
	quoteId: 'cbabdcfecfeb',
	status: 'open',
	sourceModifiedDate: '2023-01-04T09:47:57.477Z',
};

/** The newer invoice sample (bluetape.md 4.4), its two comments left out. */
export const invoiceSample = {
	...olderInvoiceSample,
	status: 'Placed',
	projectDetails: {
		projectId: 'generic_project_id_1',
		name: 'A new huge building',
		address: '285 Fulton St, New York, NY 10007, United States',
		contractValue: 50000,
		sourceModifiedDate: '2023-11-14T15:18:19.576Z',
		startDate: '2024-05-20T00:00:00.000Z',
		endDate: '2025-12-31T00:00:00.000Z',
		jobId: 'generic_job_id_1',
		jobAddress: {
			address: '285 Fulton St',
			unitNo: '',
			state: 'NY',
			zipCode: '10007',
			city: 'New York',
			lotNumber: '',
			blockNumber: '',
		},
		role: 'PrimeOrGeneralContractor',
		primeContractorDetails: {
			businessName: 'Builders',
			firstName: 'John',
			lastName: 'Doe',
			businessPhoneNumber: '202-555-0583',
			businessEmail: '[email protected]',
			businessAddress: 'Washington str. 123',
			state: 'California',
			city: 'San Francisco',
			zipCode: '31702',
		},
		type: 'public',
		privateProjectDetails: {
			privateProjectType: '\u0421ommercial',
			builtFor: { type: 'PropertyOwnerNewBuilding', notes: 'Test note' },
		},
		publicProjectDetails: { description: 'Public description', hasBond: true, isBondRequired: true },
		federalProjectDetails: { hasBond: true },
		individualOwners: [
			{
				firstName: 'John',
				lastName: 'Doe',
				phone: '202-555-0583',
				homeAddress: 'Washington str. 123',
				state: 'California',
				city: 'San Francisco',
				zipCode: '31702',
			},
		],
		businessOwners: [
			{
				businessName: 'Builders',
				firstName: 'Mary',
				lastName: 'Matheson',
				businessPhoneNumber: '202-555-0583',
				businessAddress: 'Washington str. 123',
				state: 'California',
				city: 'San Francisco',
				zipCode: '31702',
			},
		],
	},
	salesInfo,
	shippingAddress: {
		attention: 'John Doe',
		address: '285 Fulton St, New York, NY 10007, US',
		addressModel: {
			address: '285 Fulton St',
			city: 'New York',
			state: 'New York',
			zipCode: '10007',
			country: 'US',
		},
	},
};

/** The newer update sample (bluetape.md 4.4). */
export const invoiceUpdateSample = {
	invoiceNumber: 'INV/00003/2023',
	invoiceDate: '2023-01-04',
	customerId: '7ba4877cbf52',
	dueDate: '2023-01-12',
	expirationDate: '2023-01-12',
	...money,
	amountDue: 1100,
	lines: [line],
	sourceModifiedDate: '2024-06-13T09:41:34.633Z',
	status: 'Placed',
	salesInfo,
};

export const quoteSample = {
	id: 'cbabdcfecfeb',
	quoteNumber: 'QUOT/0567/2022',
	customerId: '7ba4877cbf52',
	quoteDate: '2023-01-04',
	dueDate: '2023-01-12',
	expirationDate: '2023-01-12',
	...money,
	lines: [line],
	sourceModifiedDate: '2023-01-04T09:47:57.477Z',
};

export const projectSample = {
	id: 'a0b9cedc32ce',
	name: 'A new huge building',
	address: '285 Fulton St, New York, NY 10007, United States',
	creditAmount: 10000,
	status: 'active',
	sourceModifiedDate: '2023-01-04T09:47:57.477Z',
};

/** Put together from bluetape.md 4.5 and C4; the vendor's page itself is known in part only. */
export const simplifiedSample = {
	id: 'simple-1',
	invoiceNumber: 'INV/00004/2023',
	invoiceDate: '2023-01-04T00:00:00.000Z',
	dueDate: '2023-01-12T00:00:00.000Z',
	expirationDate: '2023-01-12T00:00:00.000Z',
	...money,
	amountDue: 1100,
	lines: [line],
	sourceModifiedDate: '2023-01-04T09:47:57.477Z',
	payersInfo: [
		{
			firstName: 'Paula',
			lastName: 'Payer',
			emailAddress: 'paula@example.com',
			cellPhoneNumber: '+12025550101',
			businessName: 'Payer LLC',
		},
		{ emailAddress: 'office@example.com' },
	],
	projectDetails: {
		projectId: 'generic_project_id_1',
		role: 'Default',
		type: 'Default',
		privateProjectDetails: {
			privateProjectType: 'Default',
			builtFor: { buildForType: 'Default', notes: '' },
		},
	},
};

/** The body of an update: a create's body without the id. */
export function withoutId<Body extends { id: string }>({ id: _id, ...rest }: Body): Omit<Body, 'id'> {
	return rest;
}

/** An invoice body that rests on no quote. */
export function plainInvoice(
	changes: Record<string, unknown> = {},
): Record<string, unknown> & { id: string } {
	const { quoteId: _id, quoteRefNumber: _number, ...plain } = olderInvoiceSample;
	return { ...plain, status: 'Placed', ...changes };
}

/** The day on which the vendor's samples are neither old nor due. */
export const sampleDay = () => new Date('2023-01-05T12:00:00.000Z');
