import type { KeptTexts } from '../../feed/kept-texts.ts';
import { makeMemory } from '../../globals/memory-storage.ts';
import { makeConsole, type ScriptLog } from '../../globals/script-console.ts';
import { type Interfaces, makeModules } from '../../globals/script-modules.ts';
import { makeDocument } from '../../globals/small-document.ts';
import { formatValues } from './format-values.ts';

export type WorkerGlobalsPorts = Interfaces & {
  readonly storage: KeptTexts;
  readonly log: ScriptLog;
  readonly lobbyUrl: string;
  readonly reload: () => void;
  readonly exit: (code: number) => void;
};

/** Ends a script that says `process.exit`: what stands behind that shall not run. */
class ScriptExit extends Error {}

const FRAME_MS = 16;

/**
 * Gives a worker the globals that room scripts find in a page, as far as they use them. What only a process
 * has (files, packages) says so.
 */
export function setGlobals(scope: object, ports: WorkerGlobalsPorts): void {
  const { HBInit, openRoom, storage, log, lobbyUrl } = ports;
  const { host, protocol, origin } = new URL(lobbyUrl);
  const module = { exports: {} };
  const globals: Record<string, unknown> = {
    HBInit,
    openRoom,
    console: makeConsole(log, formatValues),
    localStorage: storage,
    sessionStorage: makeMemory(),
    document: makeDocument(),
    location: {
      href: lobbyUrl,
      host,
      protocol,
      origin,
      search: '',
      hash: '',
      reload: ports.reload,
    },
    alert: (text: unknown) => log('info', `alert: ${String(text)}`),
    prompt: (_text: unknown, fallback: unknown = null) => fallback,
    confirm: () => true,
    // A worker's own draws with its page, which nobody may be looking at.
    requestAnimationFrame: (run: (ms: number) => void) =>
      setTimeout(() => run(performance.now()), FRAME_MS),
    cancelAnimationFrame: clearTimeout,
    setImmediate: (run: () => void) => setTimeout(run, 0),
    clearImmediate: clearTimeout,
    process: makeProcess(ports),
    require: makeRequire(ports),
    module,
    exports: module.exports,
  };
  for (const name of ['window', 'global', 'top', 'parent']) globals[name] = scope;
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(scope, name, { value, writable: true, configurable: true });
  }
}

function makeProcess({ exit }: WorkerGlobalsPorts): object {
  const end = (code: unknown = 0): never => {
    exit(Number(code));
    throw new ScriptExit(`process.exit(${String(code)})`);
  };
  return { env: {}, argv: [], platform: 'browser', exit: end, on: () => {}, once: () => {} };
}

function makeRequire(interfaces: Interfaces): (name: string) => unknown {
  const modules = makeModules(interfaces);
  return (name) => {
    const known = modules.get(name);
    if (known) return known.required;
    throw new Error(`a page has no '${name}': run this script with "npm run room"`);
  };
}
