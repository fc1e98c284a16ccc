import { choice, list, optional, optionalText } from '../../shared/field';

const OTHER = 'Other';
const known = (value: string, description: string) => ({ name: value, value, description });

// bludelta.md 5.4
const documented = [
	known('ClientId', 'Client in your own client master data'),
	known('EmailAttachmentCount', 'Number of attachments of the mail'),
	known('EmailMessageId', 'Ties several attachments to one mail'),
	known('EmailReceivedDateTime', 'When the mail came'),
	known('EmailSenderEmail', 'Who sent the mail'),
	known('EmailSubjectText', 'Subject of the mail'),
	known(OTHER, 'Any other name, written in Other Key'),
	known('ReceiverEmail', 'Address of the receiver; people see it when they validate'),
	known(
		'SenderEmail',
		'Address of the sender; people see it when they validate, and it helps to find the supplier',
	),
];

/** Data that comes back with the document, unchanged. */
export const additionalProperties = optional(
	list(
		'Property',
		{
			key: choice(documented, { default: 'ClientId' }),
			otherKey: optionalText({
				placeholder: 'e.g. MyDocumentNumber',
				description: 'The name, when Key is Other. Any name is allowed.',
			}),
			value: optionalText(),
		},
		{
			description: 'Comes back with the document. Put an ID of your own here to find it again.',
			check: ({ key, otherKey }) =>
				key === OTHER && !otherKey ? "needs 'Other Key' when its Key is Other" : undefined,
		},
	),
);

type Entry = { key: string; otherKey?: string; value?: string };

/** The entries as name and value; empty values are left out, later ones win. */
export const propertyMap = (entries: Entry[] = []): Record<string, string> =>
	Object.fromEntries(
		entries
			.filter(({ value }) => value !== undefined && value !== '')
			.map(({ key, otherKey, value }) => [key === OTHER ? otherKey! : key, value!]),
	);
