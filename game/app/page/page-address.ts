/** As much of a window as knows where the page is. */
export type AddressWindow = {
  readonly location: Pick<Location, 'search'>;
  readonly history: Pick<History, 'replaceState'>;
};

export type PageAddress = {
  /** For whoever works on the game. */
  readonly isDebug: boolean;
  /** Shows where a reload leads. */
  readonly showPath: (path: string) => void;
};

/** The address of the page. The mark of somebody who works on the game stays in it. */
export function readAddress({ location, history }: AddressWindow): PageAddress {
  const isDebug = new URLSearchParams(location.search).has('debug');
  const showPath = (path: string) =>
    history.replaceState(null, '', isDebug ? `${path}?debug` : path);
  return { isDebug, showPath };
}
