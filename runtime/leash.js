// Loaded into n8n by `--require`: when the process that started n8n is gone, however it ended, n8n stops as well.
const { rmSync } = require('fs');

const temporary = process.env.N8N_NODES_BLUETAPE_TEMPORARY;
process.on('disconnect', () => {
	if (temporary) process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
	process.kill(process.pid, 'SIGTERM');
});
if (process.channel) process.channel.unref();
