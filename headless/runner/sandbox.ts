import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { format } from 'node:util';
import { createContext, type Context } from 'node:vm';
import type { KeptTexts } from '../member/file-storage.ts';
import type { LogLevel } from './messages.ts';
import { makeDocument } from './small-document.ts';
import { makeRequestClass } from './small-request.ts';

/** By these names scripts ask for the published interface. */
export const HB_MODULES: ReadonlySet<string> = new Set(['haxball.js', 'haxball-headless']);

export type SandboxPorts = {
  readonly HBInit: object;
  readonly storage: KeptTexts;
  readonly log: (level: LogLevel, text: string) => void;
  /** Absolute path of the script: what it requires is looked for beside it. */
  readonly file: string;
  readonly reload: () => void;
  readonly exit: (code: number) => void;
  /** Globals in place of those of this machine: a session in virtual time has its own timers. */
  readonly instead?: Readonly<Record<string, unknown>>;
};

export type Sandbox = {
  readonly context: Context;
  /** What `import` and `require` of the published package give: `HBInit`, for those who wait and those who do not. */
  readonly hbModule: unknown;
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
  const { HBInit, storage, file, reload, log } = ports;
  const hbModule = makeHbModule(HBInit);
  const module = { exports: {} };
  const console = makeConsole(log);
  const globals: Record<string, unknown> = {
    ...SHARED,
    HBInit,
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
    require: makeRequire(file, hbModule),
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
  return { context, hbModule };
}

/** Callable at once, and a promise of itself: scripts do either. */
function makeHbModule(HBInit: object): unknown {
  const waiting = Promise.resolve(HBInit);
  const call = (...values: unknown[]): unknown =>
    Reflect.apply(HBInit as () => unknown, null, values);
  const then: typeof waiting.then = (...handlers) => waiting.then(...handlers);
  const caught: typeof waiting.catch = (...handlers) => waiting.catch(...handlers);
  Reflect.set(call, 'then', then);
  return Object.assign(call, { catch: caught, default: HBInit, HBInit });
}

function makeConsole(log: SandboxPorts['log']): Record<string, unknown> {
  const at =
    (level: LogLevel) =>
    (...values: unknown[]): void =>
      log(level, format(...values));
  const info = at('info');
  return {
    log: info,
    info,
    debug: info,
    dir: info,
    table: info,
    group: info,
    groupEnd: () => {},
    clear: () => {},
    time: () => {},
    timeEnd: () => {},
    count: info,
    warn: at('warn'),
    error: at('error'),
    trace: at('error'),
    assert: (isTrue: unknown, ...values: unknown[]) => void (isTrue || at('error')(...values)),
  };
}

function makeProcess({ exit }: SandboxPorts): object {
  const end = (code: unknown = 0): never => {
    exit(Number(code));
    throw new ScriptExit(`process.exit(${String(code)})`);
  };
  return Object.create(process, { exit: { value: end } }) as object;
}

function makeRequire(file: string, hbModule: unknown): (name: string) => unknown {
  const require = createRequire(file);
  return (name) => (HB_MODULES.has(name) ? hbModule : require(name));
}

function makeMemory(): object {
  const texts = new Map<string, string>();
  return {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: unknown) => void texts.set(name, String(text)),
    removeItem: (name: string) => void texts.delete(name),
    clear: () => texts.clear(),
    key: (index: number) => [...texts.keys()][index] ?? null,
    get length() {
      return texts.size;
    },
  };
}
