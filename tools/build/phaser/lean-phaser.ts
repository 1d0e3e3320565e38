import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import {
  CONSTANTS,
  CONSTANTS_MODULE,
  EXPORTS,
  KEPT_OF_LISTS,
  LEFT_OUT,
  REGISTERED,
  SILENT,
} from './phaser-modules.ts';

/** What Phaser's own builds decide too, in its folder `config`: its source asks `typeof CANVAS_RENDERER`. */
const FLAGS: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
  WEBGL_DEBUG: false,
  WEBGL_RENDERER: true,
};
const FLAG = new RegExp(String.raw`\btypeof (${Object.keys(FLAGS).join('|')})\b`, 'g');

const SOURCE = '/node_modules/phaser/src/';
/** What `phaser` resolves to. */
const BUNDLE = '/node_modules/phaser/dist/phaser.esm.js';
const PHASER = /[\\/]node_modules[\\/]phaser[\\/]/;

const TABLES = [FLAGS, CONSTANTS, EXPORTS, KEPT_OF_LISTS, LEFT_OUT, REGISTERED, SILENT];
/** Development makes packages anew when a plugin has another name, and not for what it does. */
const NAME = `lean-phaser-${createHash('sha256').update(JSON.stringify(TABLES)).digest('hex').slice(0, 8)}`;

/** Set to `stock` it takes Phaser's own file, to see whether what is wrong comes from here. */
export const PHASER_CHOICE = 'PEERBALL_PHASER';

/**
 * The plugins that put Phaser together, none for `stock`. Throws where the environment says anything
 * else.
 */
export function phaserPlugins(env: NodeJS.ProcessEnv): Plugin[] {
  const choice = env[PHASER_CHOICE] ?? 'lean';
  if (choice !== 'lean' && choice !== 'stock') {
    throw new Error(`${PHASER_CHOICE} is "${choice}", but must be lean or stock`);
  }
  return choice === 'stock' ? [] : [leanPhaser()];
}

/** Puts Phaser's file together anew: from its source, and with nothing but what the game uses. */
function leanPhaser(): Plugin {
  return {
    name: NAME,
    load: {
      filter: { id: PHASER },
      handler(id) {
        const path = id.replaceAll('\\', '/');
        if (path.endsWith(BUNDLE)) return entry(path.slice(0, -BUNDLE.length));
        return standIn(moduleOf(path));
      },
    },
    transform: {
      filter: { id: PHASER },
      // No line moves, so that source maps stay right.
      handler: (code, id) => ({ code: lean(code, moduleOf(id.replaceAll('\\', '/'))), map: null }),
    },
  };
}

function moduleOf(path: string): string {
  const start = path.lastIndexOf(SOURCE) + SOURCE.length;
  return path.slice(start).replace(/\.js$/, '');
}

/** A module that exports what the game imports. */
function entry(root: string): string {
  const file = (module: string): string => JSON.stringify(`${root}${SOURCE}${module}.js`);
  return [
    ...REGISTERED.map((module) => `import ${file(module)};`),
    ...Object.entries(EXPORTS).map(
      ([name, module]) => `export { default as ${name} } from ${file(module)};`,
    ),
    `import constants from ${file(CONSTANTS_MODULE)};`,
    `export const { ${CONSTANTS.join(', ')} } = constants;`,
  ].join('\n');
}

/** What stands in the place of this module of Phaser; null = it is kept. */
export function standIn(module: string): string | null {
  const methods = SILENT[module];
  if (methods !== undefined) {
    const bodies = methods.map((name) => `${name}() {}`);
    return `module.exports = function () {};\nmodule.exports.prototype = { ${bodies.join(', ')} };`;
  }
  const isLeftOut = LEFT_OUT.some((path) =>
    path.endsWith('/') ? module.startsWith(path) : module === path,
  );
  if (!isLeftOut) return null;
  const text = `phaser/src/${module} is left out of this build, see tools/build/phaser`;
  return `module.exports = function () { throw new Error(${JSON.stringify(text)}); };`;
}

/** The code of this module without the modules that it only lists, and with the flags decided. */
export function lean(code: string, module: string): string {
  const kept = KEPT_OF_LISTS[module];
  const shorter =
    kept === undefined
      ? code
      : code.replaceAll(/^[ \t]*(\w+): require\(.*$/gm, (line, name: string) =>
          kept.includes(name) ? line : '',
        );
  return shorter.replaceAll(FLAG, (_, name: string) => String(FLAGS[name]));
}
