import {
	choice,
	dateTime,
	dayTimestamp,
	decimal,
	flag,
	group,
	id,
	list,
	optional,
	optionalText,
} from '../../shared/field';
import { type Field, type Shape } from '../../shared/table/notes';

const place = { state: optionalText(), city: optionalText(), zipCode: optionalText({ label: 'ZIP Code' }) };
const named = { firstName: optionalText(), lastName: optionalText() };
const business = {
	businessName: optionalText(),
	...named,
	businessPhoneNumber: optionalText(),
	businessEmail: optionalText({ placeholder: 'e.g. office@example.com' }),
	businessAddress: optionalText(),
	...place,
};
const options = (...pairs: Array<[name: string, value: string]>) =>
	pairs.map(([name, value]) => ({ name, value }));
const word = (value: string): [string, string] => [value, value];

const role = options(
	['Material Supplier', 'MaterialSupplier'],
	word('Owner'),
	['Prime or General Contractor', 'PrimeOrGeneralContractor'],
	['Property Developer', 'PropertyDeveloper'],
	['Subcontractor', 'SubContractor'],
	['Subcontractor for Another Subcontractor', 'SubContractorForAnotherSubContractor'],
	word('Tenant'),
);
const builtForType = options(
	word('Other'),
	['Property Owner, New Building', 'PropertyOwnerNewBuilding'],
	['Property Owner, Renovation', 'PropertyOwnerRenovation'],
	word('Spec'),
);
// The documentation writes the first letter of this value as Cyrillic U+0421, in list and sample alike (bluetape.md C5).
const privateProjectType = options(
	word('Commercial'),
	['Commercial (Cyrillic C, Only if the Other Is Refused)', '\u0421ommercial'],
	word('Residential'),
);

const owner = (phone: string): Shape => ({
	...named,
	[phone]: optionalText({ label: 'Phone' }),
	homeAddress: optionalText(),
	...place,
});
const asInTable =
	"Only if BlueTape asks for this spelling, which its table of fields has; don't fill in both";

/**
 * The project of an invoice or quote (bluetape.md 4.7, C3, C4). `builtForKey` is the name of the inner type, which
 * the simplified invoice spells differently. Owners have two names each: the samples' come first.
 */
export function projectDetails(builtForKey: 'type' | 'buildForType'): Field {
	return group({
		projectId: id('projectId', { description: 'Your own ID of the project' }),
		name: optionalText(),
		address: optionalText({ description: 'The whole address in one line' }),
		contractValue: optional(decimal()),
		sourceModifiedDate: optional(dateTime()),
		startDate: optional(dayTimestamp({ description: 'First day on the job' })),
		endDate: optional(dayTimestamp({ description: 'Expected last day on the job' })),
		jobId: optionalText(),
		jobAddress: optional(
			group({
				address: optionalText(),
				unitNo: optionalText({ label: 'Unit Number' }),
				...place,
				lotNumber: optionalText(),
				blockNumber: optionalText(),
			}),
		),
		role: optional(choice(role, { description: 'Your role in this project' })),
		primeContractorDetails: optional(
			group(business, { description: 'For subcontractors, material suppliers and property developers' }),
		),
		type: optional(
			choice(options(word('Federal'), word('Private'), word('Public')), { label: 'Project Type' }),
		),
		privateProjectDetails: optional(
			group(
				{
					privateProjectType: optional(choice(privateProjectType)),
					builtFor: optional(
						group({
							[builtForKey]: optional(choice(builtForType, { label: 'Built For' })),
							notes: optionalText({ description: 'For Other' }),
						}),
					),
				},
				{ description: 'For a project of type Private' },
			),
		),
		publicProjectDetails: optional(
			group(
				{
					description: optionalText(),
					hasBond: optional(flag({ description: 'Whether there is a bond for this project' })),
					isBondRequired: optional(flag({ description: 'Whether the subcontractor has to carry a bond' })),
				},
				{ description: 'For a project of type Public' },
			),
		),
		federalProjectDetails: optional(
			group(
				{ hasBond: optional(flag({ description: 'Whether there is a bond for this project' })) },
				{ description: 'For a project of type Federal' },
			),
		),
		individualOwners: optional(list('Owner', owner('phone'))),
		businessOwners: optional(list('Owner', business)),
		propertyIndividualOwners: optional(
			list('Owner', owner('phoneNumber'), {
				label: 'Individual Owners (Table Spelling)',
				description: asInTable,
			}),
		),
		propertyBusinessOwners: optional(
			list('Owner', business, { label: 'Business Owners (Table Spelling)', description: asInTable }),
		),
	});
}
