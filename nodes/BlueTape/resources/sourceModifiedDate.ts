import { dateTime, withDefault } from '../../shared/field';

/** Required by every write. Its samples are full UTC timestamps whatever its table says (bluetape.md C18). */
export const sourceModifiedDate = withDefault(
	dateTime({
		description: 'When the record last changed in your system. Left out, it is the moment of sending.',
	}),
	() => new Date().toISOString(),
);
