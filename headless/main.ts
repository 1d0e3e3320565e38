import { existsSync } from 'node:fs';
import { installWebRtc, WEB_RTC_MISSING } from './member/web-rtc.ts';
import { keepRunning } from './runner/keep-running.ts';
import { readArguments, USAGE, type RoomArguments } from './runner/read-arguments.ts';

const words = process.argv.slice(2);
const read = readArguments(words);
if (!read.ok) stopWith(`${read.error}\n\n${USAGE}`);
else if (read.value.isRestarted) {
  process.exitCode = await keepRunning(
    words.filter((word) => word !== '--restart'),
    log,
  );
} else await run(read.value);

async function run(settings: RoomArguments): Promise<void> {
  const missing = settings.scripts.find((file) => !existsSync(file));
  if (missing !== undefined) return stopWith(`there is no ${missing}`);
  if (!(await installWebRtc())) return stopWith(WEB_RTC_MISSING);
  const { runRooms } = await import('./runner/run-rooms.ts');
  // As built, it stands beside this file: no thread of Node 20 reads TypeScript.
  const name = 'script-entry.js';
  const entry = new URL(name, import.meta.url);
  const { stop } = runRooms(settings, entry, log);
  let isStopping = false;
  const end = (isBack: boolean): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void stop(isBack).then(() => process.exit(0));
  };
  // A machine that may begin it again asks by the one, a person who is done by the other.
  process.on('SIGTERM', () => end(true));
  process.on('SIGINT', () => end(false));
  // The process that begins this one again was killed.
  process.once('disconnect', () => end(true));
}

function log(line: string): void {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
}

function stopWith(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
