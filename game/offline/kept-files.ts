import { readBuild } from '../load/served-build.ts';

/** What a build is made of: the address and the SHA-256 of each file, as `tools/build/list-kept.ts` writes it. */
export type FileList = {
  readonly build: string;
  readonly files: ReadonlyMap<string, string>;
  /** The language of those that are the words of one. */
  readonly languageOf: ReadonlyMap<string, string>;
};

export const LIST = '/offline.json';
export const PAGE = '/';
/** Stands before the build in the name of a cache, and of the lock that each page of it holds. */
export const KEPT = 'peerball-build-';
/** What a page is told apart by that comes out of a cache. */
export const KEPT_MARK = '<meta name="peerball-kept">';

/** Some 100 are built; a list of more is none of ours. */
const FILES_MAX = 400;
const LIST_CHARS_MAX = 64 * 1024;

/** Reads a list that a server or a cache handed out; null where it is none. */
export function readFileList(text: string): FileList | null {
  if (text.length > LIST_CHARS_MAX) return null;
  const { build, files, texts } = record(parse(text));
  const entries = Object.entries(record(files));
  const isList =
    typeof build === 'string' &&
    /^[0-9a-f]{8,64}$/.test(build) &&
    entries.length > 0 &&
    entries.length <= FILES_MAX &&
    entries.every(isEntry);
  if (!isList) return null;
  const words = Object.entries(record(texts)).flatMap(([language, paths]) =>
    Array.isArray(paths) ? paths.map((path) => [String(path), language] as const) : [],
  );
  return {
    build,
    files: new Map(entries as [string, string][]),
    languageOf: new Map(words.slice(0, FILES_MAX)),
  };
}

/** SHA-256, in hexadecimal digits. */
export async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The page as it is kept: it says of itself where it comes from. Null where it is not the one of that build. */
export function markPage(html: string, build: string): string | null {
  return readBuild(html) === build ? html.replace('<head>', `<head>${KEPT_MARK}`) : null;
}

/** An answer to keep: decoded, so it says neither how it was packed nor how long that was. */
export function keptAnswer(body: BodyInit, { headers }: Response): Response {
  const kept = new Headers(headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'Vary', 'ETag']) kept.delete(name);
  return new Response(body, { headers: kept });
}

function isEntry([path, digest]: [string, unknown]): boolean {
  return (
    /^\/assets\/[\w.-]+$/.test(path) && typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest)
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
