import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { BUNDLE_ALIAS } from '../../tools/build/bundle-alias.ts';
import { phaserPlugins } from '../../tools/build/phaser/lean-phaser.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';

type Files = Rolldown.RolldownOutput['output'];

/**
 * Bundles a module of the project into one classic script that puts its exports into the global
 * `name`, for browsers that have no build of the game at hand.
 */
export async function bundleScript(path: string, name: string): Promise<string> {
  const [script] = await bundleFiles(path, name);
  return script.code;
}

/** That script, and behind it the style sheets that the module imports. */
export async function bundleFiles(path: string, name: string): Promise<Files> {
  const output = await build({
    configFile: false,
    root: PROJECT_ROOT,
    logLevel: 'error',
    plugins: phaserPlugins(process.env),
    resolve: { alias: BUNDLE_ALIAS },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(PROJECT_ROOT, path), formats: ['iife'], name, fileName: name },
    },
  });
  const [bundle] = Array.isArray(output) ? output : [output as Rolldown.RolldownOutput];
  if (bundle?.output[0] === undefined) throw new Error(`bundling ${path} gave no script`);
  return bundle.output;
}
