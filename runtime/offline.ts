import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Variables of the caller that would change how n8n runs, above all NODE_ENV and a proxy. */
const foreign =
	/^(N8N_|DB_|QUEUE_|EXECUTIONS_|CREDENTIALS_|WEBHOOK_URL|GENERIC_TIMEZONE|npm_|NODE_|JEST_|.*_PROXY$)/i;

/** What keeps n8n from calling anyone but its workflows' own targets. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
	N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
};
const talkative = ['mcp-registry', 'instance-ai', 'chat-hub', 'insights', 'agents'];

/** Environment of an n8n that stays on this machine: the caller's, cleaned, plus address, folder and silence. */
export function offlineEnvironment(place: {
	port: number;
	brokerPort: number;
	userFolder: string;
	/** Folder of the package `n8n`. */
	n8nFolder: string;
}): Record<string, string> {
	const own = Object.entries(process.env).filter(
		([name, value]) => value !== undefined && !foreign.test(name),
	);
	// n8n does not start when it is told of a module that it doesn't have.
	const modules = talkative.filter((name) => existsSync(join(place.n8nFolder, 'dist', 'modules', name)));
	const url = `http://127.0.0.1:${place.port}/`;
	return {
		...(Object.fromEntries(own) as Record<string, string>),
		...quiet,
		N8N_DISABLED_MODULES: modules.join(),
		NODE_ENV: 'production',
		N8N_USER_FOLDER: place.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_SECURE_COOKIE: 'false',
		NO_PROXY: '127.0.0.1,localhost',
	};
}
