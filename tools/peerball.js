#!/usr/bin/env node
// The command `peerball`. Plain JavaScript, as start.js: where it is installed nothing reads TypeScript.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const HELP = `peerball              starts the server: the game and the lobby, on port 3000
peerball check [url]  meets a running server as a player would, and says what a player would meet
peerball --version    says which version this is
peerball --help       says this

Settings are PEERBALL_* variables; docs/guides/host-a-lobby.md has them all. The most wanted:
  PEERBALL_PORT          3000
  PEERBALL_PUBLIC_URL    how players reach the page, like https://play.example.org
  PEERBALL_TRUST_PROXY   how many proxies stand in front
  PEERBALL_TURN_URLS     like turn:play.example.org:3478, with PEERBALL_TURN_SECRET
`;

const [command, ...others] = process.argv.slice(2);
const isBuilt =
  existsSync(`${root}dist/lobby-server/main.js`) && existsSync(`${root}dist/game/index.html`);

if (command === '--help' || command === '-h' || command === 'help') process.stdout.write(HELP);
else if (command === '--version') {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  process.stdout.write(`${version}\n`);
} else if (command === undefined) {
  await import(isBuilt ? '../dist/lobby-server/main.js' : './start.js');
} else if (command === 'check' && others.length <= 1) {
  if (existsSync(`${root}dist/lobby-server/check-main.js`)) {
    await import('../dist/lobby-server/check-main.js');
  } else {
    process.stderr.write('Peerball is not built: run "npm run build" first.\n');
    process.exitCode = 2;
  }
} else {
  process.stderr.write(`There is no command "${[command, ...others].join(' ')}".\n\n${HELP}`);
  process.exitCode = 2;
}
