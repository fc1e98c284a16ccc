/** What stands below a node on the canvas, in words as the menu has them: `create or update: invoice`. n8n's editor evaluates it. */
export const subtitle =
	'={{ ($parameter["operation"].replace("upsert", "create or update") + ": " + $parameter["resource"])' +
	'.replace(/([A-Z])/g, " $1").toLowerCase() }}';
