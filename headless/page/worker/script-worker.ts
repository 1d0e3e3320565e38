import type { LogLevel, ToScript } from '../../feed/messages.ts';
import type { FromPageScript, PageScript } from '../../feed/page-messages.ts';
import { describeProblem } from '../../globals/describe-problem.ts';
import { makeOpenRoom } from '../../own/open-room.ts';
import { makeHbInit } from '../../script/hb-init.ts';
import type { ScriptRoom } from '../../script/script-room.ts';
import { loadScript } from './load-script.ts';
import { gateLog } from './log-gate.ts';
import { setGlobals } from './worker-globals.ts';
import { WorkerStorage } from './worker-storage.ts';

// What runs in the worker of a script, in an origin of its own: the page behind the port has the rooms.

self.addEventListener('message', begin, { once: true });

function begin({ data, ports }: MessageEvent<PageScript>): void {
  const [port] = ports;
  if (!port) return;
  const rooms: ScriptRoom[] = [];
  const post = (message: FromPageScript): void => port.postMessage(message);
  const log = gateLog((level: LogLevel, text) => post({ type: 'log', level, text }), now);
  const loaded = loadScript(data.source);
  const report = (where: string, problem: unknown): void =>
    log('error', `${where}: ${describeProblem(problem, loaded.url, data.name)}`);
  const open = (room: ScriptRoom): ScriptRoom['ask'] => {
    const index = rooms.push(room) - 1;
    return (asked) => post({ type: 'asked', room: index, asked });
  };
  port.addEventListener('message', ({ data: told }: MessageEvent<ToScript>) => {
    if (told.type === 'told') rooms[told.room]?.hear(told.told);
    else post({ type: 'here', count: told.count });
  });
  port.start();
  self.addEventListener('error', (event) => {
    event.preventDefault();
    // Of what is no JavaScript the event alone says the line.
    const { filename, lineno, colno, error } = event;
    const isPlaced = filename === loaded.url && error instanceof SyntaxError;
    const place = isPlaced ? `${data.name}:${lineno}:${colno} ` : '';
    log(
      'error',
      `uncaught: ${place}${describeProblem(error ?? event.message, loaded.url, data.name)}`,
    );
  });
  self.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    report('rejected', event.reason);
  });
  setGlobals(self, {
    HBInit: makeHbInit(open, report),
    openRoom: makeOpenRoom(open, report),
    storage: new WorkerStorage(data.kept, post),
    log,
    lobbyUrl: data.lobbyUrl,
    reload: () => post({ type: 'reload' }),
    exit: (code) => post({ type: 'exit', code }),
  });
  // In a turn of its own: what a plain script throws is the worker's, which knows its line.
  setTimeout(() => void loaded.run().catch((problem: unknown) => report('loading', problem)), 0);
}

function now(): number {
  return performance.now();
}
