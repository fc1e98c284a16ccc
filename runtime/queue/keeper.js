// Runs a program that does not watch its starter: node keeper.js <uid> <gid> <folders> <program> <arguments…>
// When the starter is gone, however it ended, the program stops. In any case the folders (with colons between) are removed at its end.
const { spawn } = require('child_process');
const { rmSync } = require('fs');

const [uid, gid, folders, program, ...args] = process.argv.slice(2);
const remove = () => {
	for (const folder of folders.split(':')) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};
let orphaned = false;
const child = spawn(program, args, { stdio: 'inherit', uid: Number(uid), gid: Number(gid) });
// Postgres and Redis both take it as: stop now, without waiting for anybody.
const stop = () => child.kill('SIGINT');
for (const event of ['SIGINT', 'SIGTERM']) process.on(event, stop);
process.on('disconnect', () => {
	orphaned = true;
	stop();
});
child.on('error', (error) => console.error(error.message));
child.on('close', (code) => {
	process.exitCode = code === null ? 1 : code;
	// Processes that were orphaned along with this one may still write into the folders while they stop.
	if (orphaned) setTimeout(remove, 15_000);
	else remove();
});
