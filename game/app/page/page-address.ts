/** As much of a window as knows where the page is. */
export type AddressWindow = {
  readonly location: Pick<Location, 'search' | 'pathname' | 'hash'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
};

export type PageAddress = {
  /** For whoever works on the game. */
  readonly isDebug: boolean;
  /** Where the page was led to, with the fragment: by its address, or by what stood behind a hidden one. */
  readonly path: string;
  /** Shows where a reload leads; while the address is hidden, only keeps it. */
  readonly showPath: (path: string) => void;
  /** Hides the room in the address from those who watch the screen, or shows it again. */
  readonly hide: (isHidden: boolean) => void;
};

const ROOM = /^\/j\//i;
/** A path that was kept is one of ours; a longer one is none. */
const PATH_MAX = 200;

/**
 * The address of the page. The mark of somebody who works on the game stays in it. A hidden one is that
 * of home; where a reload leads stands in the entry of the history, which nobody sees.
 */
export function readAddress({ location, history }: AddressWindow): PageAddress {
  const isDebug = new URLSearchParams(location.search).has('debug');
  const here = `${location.pathname}${location.hash}`;
  const path = keptPath(history.state) ?? here;
  let shown = path;
  let hides = false;
  const show = (): void => {
    const isSecret = hides && ROOM.test(shown);
    const url = isSecret ? '/' : shown;
    const [before, ...fragment] = url.split('#');
    const marked = isDebug ? [`${before}?debug`, ...fragment].join('#') : url;
    history.replaceState(isSecret ? { path: shown } : null, '', marked);
  };
  return {
    isDebug,
    path,
    showPath: (next) => {
      shown = next;
      show();
    },
    hide: (isHidden) => {
      if (isHidden === hides) return;
      hides = isHidden;
      if (ROOM.test(shown)) show();
    },
  };
}

/** Written by this page, or by a hand: anything but a path to a room is none. */
function keptPath(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('path' in state)) return null;
  const { path } = state;
  return typeof path === 'string' && path.length <= PATH_MAX && ROOM.test(path) ? path : null;
}
