export const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0);

/**
 * Splits `total` cents in proportion to the weights so that the parts add up to the cent: every share is
 * rounded down, and the cents left over go to the shares that lost most. Weights of sum 0 leave all to the first.
 */
export function largestRemainder(total: number, weights: number[]): number[] {
	const signed = BigInt(sum(weights));
	if (signed === 0n) return weights.map((_weight, index) => (index === 0 ? total : 0));
	const sign = signed < 0n ? -1n : 1n;
	const whole = signed * sign;
	const shares = weights.map((weight, index) => {
		const product = BigInt(total) * BigInt(weight) * sign;
		// BigInt division cuts towards zero; a negative share has to go down as well.
		const lost = ((product % whole) + whole) % whole;
		return { index, part: Number((product - lost) / whole), lost };
	});
	const left = total - sum(shares.map(({ part }) => part));
	const ranked = [...shares].sort((a, b) => Number(b.lost - a.lost));
	for (const share of ranked.slice(0, left)) share.part += 1;
	return shares.map(({ part }) => part);
}
