import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { playSession, type SessionReport } from './scripts/script-session.ts';

// npm run scripts -- FOLDER: what comes of each script of a folder, in a session of its own in virtual time.

const ONE = '--one';
/** A script that loops for ever is ended. */
const PATIENCE_MS = 300_000;

const words = process.argv.slice(2);
if (words[0] === ONE) {
  process.stdout.write(`\n${JSON.stringify(await playSession(resolve(words[1]!)))}\n`);
  process.exit(0);
} else if (words.length === 1) await runAll(words[0]!);
else {
  process.stderr.write('npm run scripts -- FOLDER\n');
  process.exitCode = 1;
}

async function runAll(folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => /\.[cm]?js$/.test(name));
  let clean = 0;
  for (const name of files.toSorted()) {
    const report = await runOne(join(folder, name));
    const isClean = typeof report !== 'string' && report.hasStarted && !report.exceptions.length;
    if (isClean) clean += 1;
    process.stdout.write(`${isClean ? 'clean' : 'FAULT'}  ${basename(name)}\n${describe(report)}`);
  }
  process.stdout.write(`${clean} of ${files.length} clean\n`);
  process.exitCode = clean === files.length ? 0 : 1;
}

function describe(report: SessionReport | string): string {
  if (typeof report === 'string') return `       ${report}\n`;
  const { hasStarted, exceptions, events, matches, goals, announcements } = report;
  const lines = [
    `${hasStarted ? 'started' : 'not started'}, ${matches} matches, ${goals} goals, ` +
      `${announcements} announcements`,
    `${events.length} kinds of events: ${events.join(' ')}`,
    ...exceptions.map((exception) => `exception: ${exception}`),
  ];
  return lines.map((line) => `       ${line}\n`).join('');
}

/** In a process of its own: what a script breaks there is its own. */
function runOne(file: string): Promise<SessionReport | string> {
  const own = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [...process.execArgv, own, ONE, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  child.stderr.resume();
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  return new Promise((done) => {
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      const last = output.join('').trim().split('\n').at(-1) ?? '';
      done(code === 0 ? (JSON.parse(last) as SessionReport) : `ended with ${signal ?? code}`);
    });
  });
}
