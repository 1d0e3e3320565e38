import { type ChildProcess, spawn } from 'node:child_process';
import { PROJECT_ROOT } from './source-files.ts';

/**
 * The game with hot reload and the lobby server behind it, which restarts when its code changes.
 * Either one ending ends the other, and so does Ctrl+C.
 */
const children: ChildProcess[] = [];

function start(name: string, args: readonly string[]): void {
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: 'inherit' });
  children.push(child);
  child.once('error', (error) => {
    console.error(`${name}: ${error.message}`);
    stop(1);
  });
  child.once('exit', (code) => stop(code ?? 0));
}

function stop(code: number): void {
  process.exitCode ??= code;
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));

start('lobby server', ['node_modules/tsx/dist/cli.mjs', 'watch', 'lobby-server/main.ts']);
start('game', ['node_modules/vite/bin/vite.js']);
