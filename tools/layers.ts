import { GAME_LAYERS } from './layers/game-layers.ts';
import { HEADLESS_LAYERS } from './layers/headless-layers.ts';
import { LOBBY_SERVER_LAYERS } from './layers/lobby-server-layers.ts';
import { SHARED_LAYERS } from './layers/shared-layers.ts';

/**
 * The folders that each folder may import: the longest matching path decides. An entry that is a file allows that file only.
 * A room that is named inside of one of its wings means the files on its own floor, not the other wings.
 */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  ...SHARED_LAYERS,
  ...GAME_LAYERS,
  ...LOBBY_SERVER_LAYERS,
  ...HEADLESS_LAYERS,
};

/** The one home of each package: anything else that imports it fails the layer test. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  phaser: ['game/app/canvas', 'game/view', 'game/debug', 'game/main.tsx'],
  'simple-peer': ['game/net/link/peer-link.ts'],
  'socket.io-client': ['game/net/lobby/lobby-socket.ts'],
  'socket.io': ['lobby-server/sockets'],
  mrmime: ['lobby-server/http'],
  negotiator: ['lobby-server/http'],
  ioredis: ['lobby-server/nodes/redis-backplane.ts'],
  pino: ['lobby-server/log.ts'],
  'prom-client': ['lobby-server/operator'],
  zod: ['lobby-server', 'shared/lobby'],
  json5: ['shared/stadium'],
  zzfx: ['game/audio'],
  preact: ['game/ui', 'game/main.tsx', 'game/app', 'game/debug', 'headless/page'],
  '@preact/signals': [
    'game/ui',
    'game/main.tsx',
    'game/app',
    'game/settings',
    'game/i18n',
    'headless/page',
  ],
  'lucide-static': ['game/ui'],
  'idb-keyval': ['game/settings', 'game/app', 'game/match', 'headless/page'],
  'lean-qr': ['game/ui', 'lobby-server'],
};
