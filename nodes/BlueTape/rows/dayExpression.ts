/**
 * What stands in n8n's Edit Fields, in front of From Rows, to read a day from a column: it is `written` like `MM/DD/YY`, in one or two
 * digits. `then` is a call on the day.
 */
export function dayExpression(column: string, written: string, then = ''): string {
	const format = written.replaceAll('Y', 'y').replace('MM', 'M').replace('DD', 'd');
	return `{{ DateTime.fromFormat($json[${JSON.stringify(column)}], '${format}')${then}.toISODate() }}`;
}
