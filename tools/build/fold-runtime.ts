import type { Plugin, Rolldown } from 'vite';

/** The bundler's name for what makes modules of old-fashioned ones; it is a file wherever two files need it. */
const NAME = 'rolldown-runtime';

/** Where all that is exported stands. */
const EXPORTS = /export\s*\{([^}]*)\};?/;

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
  const made = values.map(([inside, outside]) => `${outside ?? inside}:${inside}`).join(',');
  const body = runtime.replace(EXPORTS, '');
  const before = `const{${names}}=(()=>{${body}
return{${made}}})();\n`;
  const blank = found[0].replaceAll(/[^\n]/g, ' ');
  return {
    code: `${before}${code.replace(found[0], () => blank)}`,
    lines: before.split('\n').length - 1,
  };
}

/** A source map for code that stands so many lines further down. */
export function moveDown(map: string, lines: number): string {
  const parsed = JSON.parse(map) as { mappings: string };
  return JSON.stringify({ ...parsed, mappings: `${';'.repeat(lines)}${parsed.mappings}` });
}
