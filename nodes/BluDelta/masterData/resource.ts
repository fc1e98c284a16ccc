import { fileReference, flag, list, optional, optionalText, setting } from '../../shared/field';
import { operation, resource } from '../../shared/table/operation';
import { uploadMasterData } from './list';

const several = 'Several with | between them';

/** Lists of clients and suppliers that help BLU DELTA to recognise them. */
export const masterData = resource({
	name: 'Master Data',
	description: 'Lists of your clients and suppliers, to recognise them on documents',
	operations: {
		upload: operation({
			name: 'Upload (Deprecated)',
			action: 'Upload master data',
			description: 'Send a list of your clients or suppliers, so that they are recognised on documents',
			route: 'POST /upload/resource',
			settings: {
				type: setting(
					[
						{ name: 'Clients', value: 'ClientMasterData' },
						{ name: 'Suppliers', value: 'SupplierMasterData' },
					],
					{ default: 'SupplierMasterData', label: 'List' },
				),
				source: optional(
					setting(
						[
							{ name: 'Fields Below', value: 'fields', description: 'Fill in each row' },
							{
								name: 'File',
								value: 'file',
								description: 'A CSV file that is ready: tabs between columns, every value in quotes',
							},
							{
								name: 'Input Items',
								value: 'items',
								description: 'All incoming items as one list, their fields named like the columns',
							},
						],
						{ upFront: true, default: 'fields' },
					),
				),
				binaryPropertyName: fileReference({
					description:
						'The name of the input field that holds the CSV, when Source is File. Or an expression that gives a file.',
				}),
			},
			body: {
				rows: optional(
					list(
						'Row',
						{
							supplierId: optionalText({ label: 'Supplier ID' }),
							clientId: optionalText({ label: 'Client ID' }),
							name: optionalText(),
							street: optionalText({ label: 'Street and Number' }),
							zipCode: optionalText({ label: 'ZIP Code' }),
							city: optionalText(),
							country: optionalText(),
							ustIds: optionalText({ label: 'VAT IDs', description: several }),
							ibans: optionalText({ label: 'IBANs', description: several }),
							emailAddresses: optionalText({ description: `${several}. Suppliers only` }),
							senderEmailAddresses: optionalText({
								description: `${several}. Suppliers only: a document with this SenderEmail is likelier theirs`,
							}),
						},
						{ upFront: true, description: 'When Source is Fields Below' },
					),
				),
				fileName: optionalText({ placeholder: 'e.g. suppliers.csv' }),
				withHeadings: optional(
					flag({
						default: true,
						label: 'Line With Headings',
						description:
							'Whether the list begins with the names of its columns. The vendor does not say which is wanted; try without when the first row is taken for data.',
					}),
				),
				name: optionalText({ label: 'Log Name', description: 'Shown in the log of BLU DELTA' }),
				description: optionalText({ label: 'Log Description', description: 'Shown in the log of BLU DELTA' }),
			},
			effects:
				'BLU DELTA calls this deprecated and may end it. Its successor, the Resource API, is not documented in public',
			files: true,
			execute: uploadMasterData,
			example: { type: 'SupplierMasterData', fileName: 'SupplierMasterData.csv', rows: 12, uploaded: true },
		}),
	},
});
