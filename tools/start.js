// What `npm start` runs. Plain JavaScript: where nothing but `dependencies` is installed, nothing
// reads TypeScript. The script says `exec node … || node …`: npm hands signals to its shell alone,
// so the shell has to become this process; cmd.exe has no `exec` and takes what stands behind `||`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

if (!existsSync(`${root}node_modules`)) {
  process.stderr.write('The packages are missing: run "npm ci" first.\n');
  process.exitCode = 1;
} else if (await build()) {
  // Of the build alone, and the server refuses settings that it does not know.
  delete process.env.PEERBALL_PHASER;
  await import('../dist/lobby-server/main.js');
} else {
  process.stderr.write(
    'The game could not be built. If it says "not found" above, run "npm ci" again.\n',
  );
  process.exitCode = 1;
}

/** Runs `npm run build` in a process group of its own, so that a signal ends all of it. */
function build() {
  const npm = process.env.npm_execpath;
  const [program, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const child = spawn(program, [...args, 'run', 'build'], {
    cwd: root,
    stdio: 'inherit',
    detached: !isWindows,
    shell: npm === undefined && isWindows,
  });
  const stop = (signal) => {
    if (isWindows) child.kill();
    else process.kill(-child.pid, signal);
    process.exit(1);
  };
  // Not `once`: between its end and that of the build a second signal would leave the build running.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  return new Promise((resolve) => {
    child.once('error', (problem) => {
      process.stderr.write(`${problem.message}\n`);
      resolve(false);
    });
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
      resolve(code === 0);
    });
  });
}
