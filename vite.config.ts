/// <reference types="vitest/config" />
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
// Not Vitest's own: a host that builds the game has no Vitest.
import { defineConfig } from 'vite';
import { OWN_GLOBALS } from './tools/build/own-globals.ts';
import { buildWorker } from './tools/build/build-worker.ts';
import { BUNDLE_ALIAS } from './tools/build/bundle-alias.ts';
import { compressBuild } from './tools/build/compress-build.ts';
import { foldRuntime } from './tools/build/fold-runtime.ts';
import { inlineIcon } from './tools/build/inline-icon.ts';
import { leaveOutWebTransport } from './tools/build/leave-out-web-transport.ts';
import { listKept } from './tools/build/list-kept.ts';
import { listParts } from './tools/build/list-parts.ts';
import { phaserPlugins } from './tools/build/phaser/lean-phaser.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

const LOBBY_DEV_URL = 'http://localhost:3000';

/** A night of ten minutes, and the time until it is its turn: a busy machine takes long over others. */
const SLEEP_MS = 45 * 60_000;

/** For what takes no time on an idle machine, and comes by itself. */
const POLL_MS = 20_000;

/**
 * Modules as Node has them, with tsx for the types: Vite's own runner asks an object for each name that is imported,
 * whenever that is used, and a room took two to three times the processor time. No files but scripts can be imported.
 */
const AS_NODE = {
  experimental: { viteModuleRunner: false, nodeLoader: false },
  // Scripts of rooms run as modules of their own, see `headless/runner`.
  execArgv: ['--import', 'tsx', '--experimental-vm-modules', '--no-warnings'],
};

/** `vitest --mode watch` runs again what a change is about: what imports what is known to Vite's runner alone. */
const modulesOf = (mode: string) => (mode === 'watch' ? {} : AS_NODE);

/** Scripts of a part are in the cache by then, see `game/load`; a tag for one would remember a failure. */
const onlyStyles = (_file: string, files: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html' ? files : files.filter((file) => file.endsWith('.css'));

/**
 * What the menu is made of is one file, also where later parts share some of it with the menu. It
 * begins with the page: a script that is begun by another file costs a request more.
 */
const MENU = {
  name: 'menu',
  test: /\/game\/index\.html$/,
  includeDependenciesRecursively: true,
  priority: 2,
};

/**
 * So is all that a first match needs beside the engine, alone or with others: who is on the way to one has
 * all of it brought anyway, and each file is a request. That is the texts of a match in English too, which those
 * who read another language do without reading, and what the engine's file shares with others.
 */
const GAME = {
  name: 'game',
  test: /\/game\/(?:app\/page\/play|app\/room\/online|i18n\/en\/late\/en-play|settings\/colour-sight|view\/sheet-names)\.ts$/,
  includeDependenciesRecursively: true,
  priority: 1,
};

const lobbyServer = {
  root,
  build: {
    // Not `ssr: 'lobby-server/main.ts'`: `--ssr` on the command line would put `true` in its place.
    ssr: true,
    rolldownOptions: { input: ['lobby-server/main.ts', 'lobby-server/check-main.ts'] },
    outDir: 'dist/lobby-server',
    target: 'node20',
    emptyOutDir: true,
  },
  ssr: { noExternal: true as const },
};

/** Rooms run by scripts: the process, and what runs in the thread of each script. */
const headless = {
  root,
  build: {
    ssr: true,
    rolldownOptions: {
      input: ['headless/main.ts', 'headless/runner/script-entry.ts'],
      // Made for each kind of machine, and not always there.
      external: ['@roamhq/wrtc'],
      output: { entryFileNames: '[name].js' },
    },
    outDir: 'dist/headless',
    target: 'node20',
    emptyOutDir: true,
  },
  ssr: { noExternal: true as const, external: ['@roamhq/wrtc'] },
};

/** The page in which a tab runs a room script: apart, so that nothing of it is loaded by those who play. */
const roomPage = {
  root: `${root}headless/page`,
  base: '/headless/',
  plugins: [leaveOutWebTransport(), compressBuild()],
  resolve: { alias: BUNDLE_ALIAS },
  build: {
    // Within the game, which the lobby server serves whole; it has to be built first.
    outDir: `${root}dist/game/headless`,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    target: 'es2022',
    sourcemap: 'hidden' as const,
    assetsInlineLimit: 0,
  },
  // A function around it: what it declares must not stand in the way of what a script declares, nor the reverse.
  worker: { format: 'iife' as const, rolldownOptions: { output: { intro: OWN_GLOBALS } } },
};

const game = {
  root: `${root}game`,
  publicDir: 'public',
  plugins: [
    ...phaserPlugins(process.env),
    leaveOutWebTransport(),
    foldRuntime(),
    inlineIcon(),
    listParts(),
    buildWorker(),
    listKept(),
    compressBuild(),
  ],
  resolve: { alias: BUNDLE_ALIAS },
  // Development makes one file of each package first, with plugins of its own.
  optimizeDeps: { rolldownOptions: { plugins: phaserPlugins(process.env) } },
  build: {
    outDir: `${root}dist/game`,
    emptyOutDir: true,
    rolldownOptions: {
      input: [`${root}game/index.html`, `${root}game/operator/index.html`],
      output: { codeSplitting: { groups: [MENU, GAME] } },
    },
    modulePreload: { polyfill: false, resolveDependencies: onlyStyles },
    target: 'es2022',
    // Made, but named by no script: the server keeps them to itself unless it is told otherwise.
    sourcemap: 'hidden' as const,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
  },
  worker: { format: 'es' as const },
  server: { proxy: { '/socket.io': { target: LOBBY_DEV_URL, ws: true } } },
};

/** `vite build --ssr --mode headless` makes the second of the two that run in Node. */
const inNode = (mode: string) => (mode === 'headless' ? headless : lobbyServer);

/** `vite build --mode room-page` makes the second of the two that run in browsers. */
const inBrowsers = (mode: string) => (mode === 'room-page' ? roomPage : game);

export default defineConfig(({ isSsrBuild, mode }) => ({
  ...(isSsrBuild ? inNode(mode) : inBrowsers(mode)),
  test: {
    projects: [
      {
        root,
        resolve: { alias: BUNDLE_ALIAS },
        test: {
          ...modulesOf(mode),
          name: 'unit',
          pool: 'forks',
          // By itself Vitest leaves a core to the person who waits for it. Some of these wait for servers that they start.
          maxWorkers: availableParallelism() + 1,
          // To load the same modules for each of some 370 files took two thirds of the processor time of most:
          // no test may leave anything behind in a module.
          isolate: false,
          include: ['{shared,game,lobby-server,headless,tests,tools,bench}/**/*.test.{ts,tsx}'],
          // Whole rooms in virtual time: they never wait, but a loaded machine is slow.
          testTimeout: 30_000,
          expect: { poll: { timeout: POLL_MS } },
          exclude: ['tests/{e2e,in-browser,network,sleep,netplay}/**', '**/node_modules/**'],
        },
      },
      {
        // Unit tests too, of whole rooms: as no clock runs there, they can wait for the browsers' leftovers.
        root,
        test: {
          ...modulesOf(mode),
          name: 'rooms',
          pool: 'forks',
          maxWorkers: '100%',
          isolate: false,
          include: ['tests/netplay/**/*.test.ts'],
          // Nothing in them waits, but all else comes first, for minutes.
          testTimeout: 1_800_000,
          hookTimeout: 1_800_000,
        },
      },
      {
        root,
        test: {
          name: 'browsers',
          pool: 'forks',
          include: ['tests/{e2e,in-browser,network}/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: POLL_MS } },
          // Two at a time end a quarter sooner, and then some page waits for a minute: four and more of them play at once.
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'sleep',
          pool: 'forks',
          include: ['tests/sleep/**/*.test.ts'],
          testTimeout: SLEEP_MS,
          // They sleep, nearly all of the time: side by side.
          maxConcurrency: 64,
        },
      },
    ],
  },
}));
