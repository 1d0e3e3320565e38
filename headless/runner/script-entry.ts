import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { FileStorage } from '../member/file-storage.ts';
import type { ScriptRoom } from '../script/script-room.ts';
import { makeOpenRoom } from '../own/open-room.ts';
import { makeHbInit } from '../script/hb-init.ts';
import type { FromScript, LogLevel, ToScript } from '../feed/messages.ts';
import { describeProblem } from '../globals/describe-problem.ts';
import type { ScriptData } from './node-thread.ts';
import { runScript } from './run-script.ts';
import { makeSandbox } from './sandbox.ts';

// What runs in the thread of a script. The thread that began it holds the rooms.

const data = workerData as ScriptData;
const rooms: ScriptRoom[] = [];

function post(message: FromScript): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}

function log(level: LogLevel, text: string): void {
  post({ type: 'log', level, text });
}

function report(where: string, problem: unknown): void {
  log('error', `${where}: ${describeProblem(problem, data.file)}`);
}

function open(room: ScriptRoom): ScriptRoom['ask'] {
  const index = rooms.push(room) - 1;
  return (asked) => post({ type: 'asked', room: index, asked });
}

parentPort?.on('message', (message: ToScript) => {
  if (message.type === 'told') rooms[message.room]?.hear(message.told);
  else post({ type: 'here', count: message.count });
});
// A timer or a promise of the script: what it threw is named, and its rooms go on.
process.on('uncaughtException', (problem) => report('uncaught', problem));
process.on('unhandledRejection', (problem) => report('rejected', problem));

const storage = new FileStorage(join(data.dataFolder, 'local-storage.json'), (problem) =>
  report('localStorage', problem),
);
const sandbox = makeSandbox({
  HBInit: makeHbInit(open, report, data.name),
  openRoom: makeOpenRoom(open, report, data.name),
  storage,
  log,
  file: data.file,
  reload: () => post({ type: 'reload' }),
  exit: (code) => post({ type: 'exit', code }),
});
try {
  await runScript(data.file, sandbox);
} catch (problem) {
  report('loading', problem);
}
