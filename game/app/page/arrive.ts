import { roomOfPath } from '../../net/invite-link.ts';
import type { App } from '../app.ts';

const HOME = /^\/(?:index\.html)?$/;

/** [L83] Goes where the page's address leads, and says so where that is nowhere. */
export function arrive(
  app: Pick<App, 'model' | 'joinRoom'>,
  pathname: string,
  isNamed: boolean,
): void {
  const code = roomOfPath(pathname);
  if (code !== null && isNamed) app.joinRoom(code);
  // The person's name is not known yet: one click is asked for.
  else if (code !== null) app.model.showHome(null, code);
  else if (!HOME.test(pathname)) app.model.showHome('bad-code', null);
}
