import type { Plugin } from 'vite';

/** What engine.io-client brings beside websocket and long polling, the two ways to a lobby ([L77]). */
const WEB_TRANSPORT = 'node_modules/engine.io-client/build/esm/transports/webtransport.js';

const ID = new RegExp(`[\\\\/]${WEB_TRANSPORT.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')}$`);

/** Leaves a way to the lobby out of the game that no lobby offers, and the streams that are there for it. */
export function leaveOutWebTransport(): Plugin {
  return {
    name: 'leave-out-web-transport',
    apply: 'build',
    load: { filter: { id: ID }, handler: () => 'export class WT {}' },
  };
}
