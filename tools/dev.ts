import { type ChildProcess, spawn } from 'node:child_process';
import { OVERRIDE } from './browsers/browser-choice.ts';
import { PHASER_CHOICE } from './build/phaser/lean-phaser.ts';
import { PROJECT_ROOT } from './project/source-files.ts';

const GAME_PORT = 5173;

/**
 * The game with hot reload and the lobby server behind it, which restarts when its code changes.
 * Either one ending ends the other, and so does Ctrl+C.
 */
const children: ChildProcess[] = [];

function start(name: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: 'inherit', env });
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

/** The page comes from Vite's port, and the server refuses settings that it does not know. */
function lobbyEnvironment(): NodeJS.ProcessEnv {
  const ours = new Set([...Object.values(OVERRIDE), PHASER_CHOICE]);
  return {
    PEERBALL_ALLOWED_ORIGINS: `http://localhost:${GAME_PORT},http://127.0.0.1:${GAME_PORT}`,
    ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !ours.has(key))),
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));

const lobbyServer = ['node_modules/tsx/dist/cli.mjs', 'watch', 'lobby-server/main.ts'];
start('lobby server', lobbyServer, lobbyEnvironment());
start('game', ['node_modules/vite/bin/vite.js', '--port', String(GAME_PORT), '--strictPort']);
