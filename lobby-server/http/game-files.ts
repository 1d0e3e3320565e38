import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';

export type ServeFile = ReturnType<typeof sirv>;

const YEAR_S = 31_536_000;

/** [L51] The built game. Files with a hash in their name never change; the page itself may. */
export function serveGame(folder: string): ServeFile | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  return sirv(folder, {
    etag: true,
    setHeaders(response, pathname) {
      const hashed = pathname.startsWith('/assets/');
      response.setHeader(
        'Cache-Control',
        hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
      );
    },
  });
}
