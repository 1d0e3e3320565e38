import { roomOfPath } from '../../net/invite-link.ts';
import type { App } from '../app.ts';

const HOME = /^\/(?:index\.html)?$/;

/**
 * [L83] Goes where the page's address leads, and says so where that is nowhere.
 *
 * @param path with the fragment
 * @returns whether a room is joined
 */
export function arrive(
  app: Pick<App, 'model' | 'joinRoom' | 'readCode'>,
  path: string,
  isNamed: boolean,
): boolean {
  const [pathname = ''] = path.split('#');
  const code = roomOfPath(pathname);
  // The key of a private room stands in the fragment, which no server is told.
  if (code !== null) app.readCode(path);
  const joins = code !== null && isNamed;
  if (joins) app.joinRoom(code);
  // The person's name is not known yet: one click is asked for.
  else if (code !== null) app.model.showHome(null, code);
  else if (!HOME.test(pathname)) app.model.showHome('bad-code', null);
  return joins;
}
