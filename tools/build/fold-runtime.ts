import { minifySync, type Plugin, type Rolldown } from 'vite';

/** The bundler's name for what makes modules of old-fashioned ones; it is a file wherever two files need it. */
const NAME = 'rolldown-runtime';

/** Where all that is exported stands. */
const EXPORTS = /export\s*\{([^}]*)\};?/;

/** What stands in for `require` is made by a call. The bundler's word that it has no other effect was minified away. */
const REQUIRE = /=(\(\w+\s*=>\s*typeof require)/;

/** For who builds, not for who plays. */
const ADVICE = / See https:\/\/rolldown\.rs\S+ for more details\./;

/**
 * Puts the bundler's runtime into each file that needs it: it is half a kilobyte, and a request of its own on the way
 * to every first match. Two copies of it do no harm, as it keeps nothing.
 */
export function foldRuntime(): Plugin {
  return {
    name: 'fold-runtime',
    apply: 'build',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const runtime = chunks.find(({ name }) => name === NAME);
        if (runtime === undefined) return;
        for (const chunk of chunks) {
          if (!chunk.imports.includes(runtime.fileName)) continue;
          const { code, lines } = foldInto(chunk.code, runtime);
          chunk.code = code;
          const map = bundle[`${chunk.fileName}.map`];
          if (map?.type === 'asset') map.source = moveDown(String(map.source), lines);
        }
        delete bundle[runtime.fileName];
      },
    },
  };
}

/**
 * The code with the runtime before it, and how many lines that takes. In place of its import are spaces, so that source
 * maps stay right.
 * Throws where the code does not import it: then the bundler writes imports in another form than this knows.
 */
export function foldInto(
  code: string,
  { code: runtime, fileName }: Pick<Rolldown.OutputChunk, 'code' | 'fileName'>,
): { readonly code: string; readonly lines: number } {
  const file = fileName.slice(fileName.lastIndexOf('/') + 1).replaceAll(/[.$]/g, String.raw`\$&`);
  const statement = new RegExp(String.raw`import\s*\{([^}]*)\}\s*from\s*["']\./${file}["'];?`);
  const found = statement.exec(code);
  const listed = EXPORTS.exec(runtime);
  if (found === null || listed === null) throw new Error(`${fileName} is imported in a new form`);
  const names = found[1]!.replaceAll(/\s+as\s+/g, ':');
  const values = listed[1]!.split(',').map((one) => one.trim().split(/\s+as\s+/));
  const taken = new Set(names.split(',').map((one) => one.split(':')[0]!.trim()));
  const made = values
    .map(([inside, outside]) => [outside ?? inside!, inside!] as const)
    .filter(([outside]) => taken.has(outside))
    .map(([outside, inside]) => `${outside}:${inside}`);
  const body = runtime
    .replace(EXPORTS, '')
    .replace(REQUIRE, '=/* @__PURE__ */$1')
    .replace(ADVICE, '');
  const before = `const{${names}}=${shorten(`(()=>{${body}\nreturn{${made.join(',')}}})()`)};\n`;
  const blank = found[0].replaceAll(/[^\n]/g, ' ');
  return {
    code: `${before}${code.replace(found[0], () => blank)}`,
    lines: before.split('\n').length - 1,
  };
}

/** What an expression needs of itself: the rest of the runtime is left out. */
function shorten(expression: string): string {
  const { code } = minifySync('runtime.js', `export default ${expression};`);
  return code
    .trim()
    .replace(/^export default\s*/, '')
    .replace(/;$/, '');
}

/** A source map for code that stands so many lines further down. */
export function moveDown(map: string, lines: number): string {
  const parsed = JSON.parse(map) as { mappings: string };
  return JSON.stringify({ ...parsed, mappings: `${';'.repeat(lines)}${parsed.mappings}` });
}
