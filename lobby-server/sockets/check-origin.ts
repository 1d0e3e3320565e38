/**
 * [L34] May a page of this origin open a socket? Cross-origin rules do not cover websockets, so the
 * server has to look itself. Programs send no `Origin`; a browser cannot leave it out.
 */
export function isOriginAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  const match = /^https?:\/\/([^/]+)$/.exec(origin);
  return match !== null && host !== undefined && match[1] === host.toLowerCase();
}
