import type { IncomingMessage, ServerResponse } from 'node:http';
import Negotiator from 'negotiator';
import { type Encoding, ENCODINGS, type Form, type GameFile } from './game-files.ts';

/**
 * [L54] Answers with a file from memory, compressed if the browser takes that. Ranges are not
 * offered: no part of the game is large enough to be worth them.
 */
export function sendFile(request: IncomingMessage, response: ServerResponse, file: GameFile): void {
  const encoding = chooseEncoding(request, file);
  const { bytes, etag } = formOf(file, encoding);
  response.setHeader('Cache-Control', file.cacheControl);
  response.setHeader('ETag', etag);
  response.setHeader('Accept-Ranges', 'none');
  if (file.encoded.size > 0) response.setHeader('Vary', 'Accept-Encoding');
  // Only of what was found: the page in place of something that is missing is sent anew.
  if (response.statusCode === 200 && isKnown(request.headers['if-none-match'], etag)) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', bytes.length);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  if (file.sourceMap !== null) response.setHeader('SourceMap', file.sourceMap);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function chooseEncoding(request: IncomingMessage, { encoded }: GameFile): Encoding | null {
  const offered = ENCODINGS.filter((encoding) => encoded.has(encoding));
  const accepted = new Negotiator(request).encodings(offered);
  return offered.find((encoding) => accepted.includes(encoding)) ?? null;
}

function formOf(file: GameFile, encoding: Encoding | null): Form {
  return (encoding === null ? undefined : file.encoded.get(encoding)) ?? file.plain;
}

/** A proxy may have made a weak one (`W/"…"`) of ours. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(etag) || tags.includes('*');
}
