import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { lookup } from 'mrmime';

/** In the order in which the server prefers them. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type Form = { readonly bytes: Buffer; readonly etag: string };

export type GameFile = {
  readonly type: string;
  readonly cacheControl: string;
  readonly plain: Form;
  /** Those that the build made. */
  readonly encoded: ReadonlyMap<Encoding, Form>;
  /** The path of the map that belongs to a script, when maps are shown. */
  readonly sourceMap: string | null;
};

/** By path, `/` for the page. */
export type GameFiles = ReadonlyMap<string, GameFile>;

const SUFFIX: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };
const DECODE = { br: brotliDecompressSync, gzip: gunzipSync } as const;
const ENCODE = { br: brotliCompressSync, gzip: gzipSync } as const;
const SOURCE_MAP = '.map';
const PAGE = '/index.html';
/** Of the page: what stands before the path of the picture. */
const PICTURE = /<meta property="og:image" content="(?=\/)/;
const YEAR_S = 31_536_000;
const ETAG_CHARS = 22;

/**
 * [L54] Reads the whole built game, a few megabytes, so that no request touches the disk: what is
 * served is one build, whatever becomes of the folder. Null when nothing is built.
 * [L51] Files with a hash in their name never change; the page itself may.
 * [L85] In the page the public address stands before that of the picture for links.
 */
export function readGame(
  folder: string,
  showSourceMaps: boolean,
  publicUrl: string | null,
): GameFiles | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const paths = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .map((path) => `/${path.replaceAll(sep, '/')}`),
  );
  const isServed = (path: string): boolean => {
    if (path.endsWith(SOURCE_MAP)) return showSourceMaps;
    return !Object.values(SUFFIX).some(
      (suffix) => path.endsWith(suffix) && paths.has(path.slice(0, -suffix.length)),
    );
  };
  const files = new Map(
    [...paths].filter(isServed).map((path) => [path, readFile(folder, path, paths)] as const),
  );
  const page = nameHost(files.get(PAGE)!, publicUrl);
  files.set(PAGE, page);
  return new Map(
    [...files, ['/', page] as const].map(([path, file]) => {
      const map = `${path}${SOURCE_MAP}`;
      return [path, { ...file, sourceMap: files.has(map) ? map : null }];
    }),
  );
}

function readFile(folder: string, path: string, paths: ReadonlySet<string>): GameFile {
  const bytes = readFileSync(join(folder, path));
  const name = nameOf(bytes);
  const encoded = ENCODINGS.flatMap((encoding) => {
    if (!paths.has(path + SUFFIX[encoding])) return [];
    const form = { bytes: readFileSync(join(folder, path + SUFFIX[encoding])), etag: '' };
    // One that was left behind when the file was changed by hand would show the old file.
    if (!decodesTo(encoding, form.bytes, bytes)) return [];
    return [[encoding, { ...form, etag: `"${name}-${encoding}"` }] as const];
  });
  const hashed = path.startsWith('/assets/');
  return {
    type: typeOf(path),
    cacheControl: hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
    plain: { bytes, etag: `"${name}"` },
    encoded: new Map(encoded),
    sourceMap: null,
  };
}

/** A program that shows a link loads the picture by itself, and has to be told from where. */
function nameHost(page: GameFile, publicUrl: string | null): GameFile {
  if (publicUrl === null) return page;
  const bytes = Buffer.from(
    page.plain.bytes.toString().replace(PICTURE, (before) => before + publicUrl),
  );
  const name = nameOf(bytes);
  const forms = Array.from(page.encoded.keys(), (encoding): [Encoding, Form] => [
    encoding,
    { bytes: ENCODE[encoding](bytes), etag: `"${name}-${encoding}"` },
  ]);
  return { ...page, plain: { bytes, etag: `"${name}"` }, encoded: new Map(forms) };
}

function nameOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, ETAG_CHARS);
}

function decodesTo(encoding: Encoding, packed: Buffer, bytes: Buffer): boolean {
  try {
    return DECODE[encoding](packed, { maxOutputLength: bytes.length + 1 }).equals(bytes);
  } catch {
    return false;
  }
}

function typeOf(path: string): string {
  if (path.endsWith(SOURCE_MAP)) return 'application/json';
  const type = lookup(path) ?? 'application/octet-stream';
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
