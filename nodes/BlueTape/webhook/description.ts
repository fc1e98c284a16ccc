import { WEBHOOK_RESOLVERS, type INodeParameters, type IWebhookDescription } from 'n8n-workflow';
import { events, paths } from './notice';
import { answersLate } from './settings';

/**
 * Makes n8n hand the body over unread. By itself n8n parses JSON before it asks the node, so that a stranger's broken body would be
 * answered with n8n's 422 before the secret is looked at, and a broken notice would not get BlueTape's 400. Nodes of version 1
 * have a switch against that, the parameter `options.binaryData`; set here for this one request, and so that it is never stored.
 */
function keepBodyRaw({ options }: INodeParameters): void {
	if (typeof options === 'object') Object.defineProperty(options, 'binaryData', { value: true });
}

const late = '$parameter["options"]["respond"] === "whenFinished"';

/** n8n asks for these two before it reads the body. The expressions are for parameters that hold expressions themselves. */
const responseMode = {
	template: `={{ ${late} ? "lastNode" : "onReceived" }}`,
	resolve: (parameters: INodeParameters) => {
		keepBodyRaw(parameters);
		return answersLate(parameters) ? 'lastNode' : 'onReceived';
	},
};
/** Empty means: answer with the node's own JSON. */
const responseData = {
	template: `={{ ${late} ? "noData" : "" }}`,
	resolve: (parameters: INodeParameters) => (answersLate(parameters) ? 'noData' : ''),
};

/** The trigger's two addresses, one per notice. n8n before 2.35 goes by the templates, and reads the body itself. */
export const webhooks: IWebhookDescription[] = events.map((event) => ({
	name: 'default',
	httpMethod: 'POST',
	path: paths[event],
	responseMode: responseMode.template,
	responseData: responseData.template,
	[WEBHOOK_RESOLVERS]: { responseMode, responseData },
}));
