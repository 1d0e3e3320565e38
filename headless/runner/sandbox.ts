import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { createContext, type Context } from 'node:vm';
import type { KeptTexts } from '../feed/kept-texts.ts';
import { makeMemory } from '../globals/memory-storage.ts';
import { makeConsole, type ScriptLog } from '../globals/script-console.ts';
import { makeModules, type ModuleOfScript } from '../globals/script-modules.ts';
import { makeDocument } from '../globals/small-document.ts';
import { makeRequestClass } from '../globals/small-request.ts';

export type SandboxPorts = {
  readonly HBInit: object;
  readonly openRoom: object;
  readonly storage: KeptTexts;
  readonly log: ScriptLog;
  /** Absolute path of the script: what it requires is looked for beside it. */
  readonly file: string;
  readonly reload: () => void;
  readonly exit: (code: number) => void;
  /** Globals in place of those of this machine: a session in virtual time has its own timers. */
  readonly instead?: Readonly<Record<string, unknown>>;
};

export type Sandbox = {
  readonly context: Context;
  /** What `import` and `require` give by names that no package beside the script has. */
  readonly modules: ReadonlyMap<string, ModuleOfScript>;
};

/** Ends a script that says `process.exit`: what stands behind that shall not run. */
class ScriptExit extends Error {}

/** Of Node, as a browser has them. */
const SHARED = {
  setTimeout,
  setInterval,
  setImmediate,
  clearTimeout,
  clearInterval,
  clearImmediate,
  queueMicrotask,
  structuredClone,
  performance,
  crypto,
  fetch,
  Headers,
  Request,
  Response,
  FormData,
  Blob,
  URL,
  URLSearchParams,
  TextEncoder,
  TextDecoder,
  AbortController,
  AbortSignal,
  Event,
  EventTarget,
  MessageChannel,
  WebAssembly,
  Buffer,
  atob,
  btoa,
};

/**
 * The globals of a script: those of a page as far as scripts use them, and those of Node. It is for the
 * names, not for safety: a script is its host's own code and may do what its host may.
 */
export function makeSandbox(ports: SandboxPorts): Sandbox {
  const { HBInit, openRoom, storage, file, reload, log } = ports;
  const modules = makeModules(ports);
  const module = { exports: {} };
  const console = makeConsole(log, format);
  const globals: Record<string, unknown> = {
    ...SHARED,
    HBInit,
    openRoom,
    console,
    localStorage: storage,
    sessionStorage: makeMemory(),
    document: makeDocument(),
    navigator: { userAgent: 'Peerball', language: 'en', languages: ['en'], onLine: true },
    location: { href: 'about:blank', protocol: 'https:', host: '', search: '', hash: '', reload },
    XMLHttpRequest: makeRequestClass(),
    alert: (text: unknown) => log('info', `alert: ${String(text)}`),
    prompt: (_text: unknown, fallback: unknown = null) => fallback,
    confirm: () => true,
    addEventListener: () => {},
    removeEventListener: () => {},
    requestAnimationFrame: (run: (ms: number) => void) =>
      setTimeout(() => run(performance.now()), 16),
    cancelAnimationFrame: clearTimeout,
    process: makeProcess(ports),
    require: makeRequire(file, modules),
    module,
    exports: module.exports,
    __filename: file,
    __dirname: dirname(file),
    ...ports.instead,
  };
  const context = createContext(globals);
  for (const name of ['window', 'self', 'globalThis', 'global', 'top', 'parent']) {
    globals[name] = context;
  }
  return { context, modules };
}

function makeProcess({ exit }: SandboxPorts): object {
  const end = (code: unknown = 0): never => {
    exit(Number(code));
    throw new ScriptExit(`process.exit(${String(code)})`);
  };
  return Object.create(process, { exit: { value: end } }) as object;
}

function makeRequire(file: string, modules: Sandbox['modules']): (name: string) => unknown {
  const require = createRequire(file);
  return (name) => {
    const known = modules.get(name);
    return known ? known.required : require(name);
  };
}
