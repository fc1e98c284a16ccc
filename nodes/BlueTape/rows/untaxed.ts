import { wordsOf } from '../../shared/values/moneyNames';
import { isTrue } from './marks';

const TAXABLE = /^(?:is )?(?:(?:line|item|sales) )?tax(?:able|ed)$/;
const EXEMPT = /^(?:is )?(?:(?:line|item|sales|customer) )?(?:tax )?exempt$/;
const KIND = /(?:^| )tax(?:able)? (?:code|class|status|group|type|category)$/;
const NO = /^(?:n|no|non|false|f|0)$/i;
const NOT_TAXED = /^(?:non|nt|e|exempt|(?:non|not|un)[\s_-]?tax(?:able|ed)|tax[\s_-]?(?:exempt|free))$/i;

/** Does a field say that there is no tax: `Taxable: N`, `Tax Code: NON`, `Tax Exempt: Yes`? */
export function isUntaxed(name: string, value: unknown): boolean {
	const words = wordsOf(name.replace(/tax(?=code|class|status|group|type|category|exempt)/i, '$& ')).join(
		' ',
	);
	const said = String(value).trim();
	if (TAXABLE.test(words)) return NO.test(said);
	return EXEMPT.test(words) ? isTrue(value) : KIND.test(words) && NOT_TAXED.test(said);
}
