import { headerExamples } from './header';
import { lineExamples } from './lines';
import { taxExamples } from './tax';

export { refused } from './refused';

/** Documents that become an invoice. */
export const examples = [...taxExamples, ...lineExamples, ...headerExamples];
