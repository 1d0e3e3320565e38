import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type VirtualDisplay = {
  /** For the environment variable `DISPLAY`. */
  readonly name: string;
  readonly stop: () => Promise<void>;
};

/** What the X server writes its choice of a display to. */
const CHOICE_FD = 3;

/** A screen that nobody sees: without one Firefox draws no WebGL. Takes a display that is free. */
export async function startVirtualDisplay(xvfb: string): Promise<VirtualDisplay> {
  const server = spawn(xvfb, ['-displayfd', String(CHOICE_FD), '-screen', '0', '800x600x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const ended = once(server, 'exit');
  const choice = server.stdio[CHOICE_FD];
  if (!choice || !('setEncoding' in choice)) throw new Error('Xvfb cannot tell its display');
  const number = await Promise.race([
    once(choice, 'data').then(([bytes]) => String(bytes).trim()),
    ended.then(([code]) => Promise.reject(new Error(`Xvfb ended with code ${String(code)}`))),
  ]);
  return {
    name: `:${number}`,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
