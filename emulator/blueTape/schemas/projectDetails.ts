import { z } from 'zod';
import { decimal, dayOrTimestamp, oneOf, optionalText, text, timestamp } from './words';

const texts = <Name extends string>(...names: Name[]) =>
	Object.fromEntries(names.map((name) => [name, optionalText])) as Record<Name, typeof optionalText>;

const place = texts('state', 'city', 'zipCode');
const businessOwner = z
	.object({
		...texts(
			'businessName',
			'firstName',
			'lastName',
			'businessPhoneNumber',
			'businessEmail',
			'businessAddress',
		),
		...place,
	})
	.strict();
const person = texts('firstName', 'lastName', 'homeAddress');

/**
 * bluetape.md 4.7, C3. Owners go by the sample's names or by the table's, but not by both at once.
 * @param purpose what `builtFor` calls its kind: `type`, or `buildForType` on simplified invoices (bluetape.md C4)
 * @param more words that the simplified sample uses in every enum (bluetape.md C4)
 */
export const projectDetails = (purpose: 'type' | 'buildForType', ...more: string[]) =>
	z
		.object({
			projectId: text,
			...texts('name', 'address', 'jobId'),
			contractValue: decimal.optional(),
			sourceModifiedDate: timestamp.optional(),
			startDate: dayOrTimestamp.optional(),
			endDate: dayOrTimestamp.optional(),
			jobAddress: z
				.object({ ...texts('address', 'unitNo', 'lotNumber', 'blockNumber'), ...place })
				.strict()
				.optional(),
			role: oneOf(
				'PrimeOrGeneralContractor',
				'SubContractor',
				'SubContractorForAnotherSubContractor',
				'MaterialSupplier',
				'PropertyDeveloper',
				'Owner',
				'Tenant',
				...more,
			).optional(),
			primeContractorDetails: businessOwner.optional(),
			type: oneOf('Private', 'Public', 'Federal', ...more).optional(),
			privateProjectDetails: z
				.object({
					// The vendor's pages spell it with a Cyrillic first letter (bluetape.md C5).
					privateProjectType: oneOf('Commercial', '\u0421ommercial', 'Residential', ...more).optional(),
					builtFor: z
						.object({
							[purpose]: oneOf(
								'Spec',
								'PropertyOwnerNewBuilding',
								'PropertyOwnerRenovation',
								'Other',
								...more,
							).optional(),
							notes: optionalText,
						})
						.strict()
						.optional(),
				})
				.strict()
				.optional(),
			publicProjectDetails: z
				.object({ description: optionalText, hasBond: z.boolean(), isBondRequired: z.boolean() })
				.partial()
				.strict()
				.optional(),
			federalProjectDetails: z.object({ hasBond: z.boolean().optional() }).strict().optional(),
			individualOwners: z.array(z.object({ ...person, ...place, phone: optionalText }).strict()).optional(),
			businessOwners: z.array(businessOwner).optional(),
			propertyIndividualOwners: z
				.array(z.object({ ...person, ...place, phoneNumber: optionalText }).strict())
				.optional(),
			propertyBusinessOwners: z.array(businessOwner).optional(),
		})
		.strict()
		.refine(
			(project) =>
				!(project.individualOwners && project.propertyIndividualOwners) &&
				!(project.businessOwners && project.propertyBusinessOwners),
			'owners must go by one name, not by both',
		);
