import type { INodeTypeDescription } from 'n8n-workflow';

const test =
	'<b>While building your workflow</b>, click the button and send a notice to one of the Test URLs yourself: <a href="https://github.com/n8n-nodes-bluetape/n8n-nodes-bluetape/blob/main/docs/webhooks.md#setting-it-up" target="_blank">with curl</a>. Or use the pinned notices of the example Model A.<br /><br />';

/** What the editor says beside the trigger. By itself n8n sends the user to BlueTape to create an event, which nobody but BlueTape can. */
export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Wait for a notice of BlueTape',
	executionsHelp: {
		inactive: `${test}<b>Once you're happy with your workflow</b>, publish it, and give BlueTape the Production URLs. Every notice then starts the workflow. These runs show up in the <a data-key="executions">executions list</a>, but not in the editor.`,
		active: `${test}<b>The workflow is published</b>: notices that BlueTape sends to the Production URLs start it. These runs show up in the <a data-key="executions">executions list</a>, but not in the editor.`,
	},
	activationHint: {
		inactive:
			'Or publish the workflow and give BlueTape the Production URLs (those runs do not show up here).',
		active: 'Notices to the Production URLs start the workflow, too (those runs do not show up here).',
	},
};
