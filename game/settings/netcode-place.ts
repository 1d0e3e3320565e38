/** Where the session of a room runs: in a worker of its own, or on the page. */
export type NetcodePlace = 'worker' | 'page';

const KEY = 'peerball.netcode';
const DEFAULT_PLACE: NetcodePlace = 'page';

/**
 * Where the sessions of this tab run, from the next room on: as the address says (`?netcode=worker`), or as it
 * was chosen in this tab before. Storage may be forbidden: then it holds until the page is loaded anew.
 */
export class NetcodeChoice {
  /** Another place was chosen. */
  onChosen: () => void = () => {};
  readonly #storage: () => Storage;
  #place: NetcodePlace;

  /** @param storage may throw, as a browser's does where it is forbidden */
  constructor(search: string, storage: () => Storage) {
    this.#storage = storage;
    const asked = parsePlace(new URLSearchParams(search).get('netcode'));
    this.#place = asked ?? this.#load() ?? DEFAULT_PLACE;
    if (asked !== null) this.place = asked;
  }

  get place(): NetcodePlace {
    return this.#place;
  }

  set place(place: NetcodePlace) {
    this.#place = place;
    try {
      this.#storage().setItem(KEY, place);
    } catch {
      // Forbidden, or full.
    }
    this.onChosen();
  }

  #load(): NetcodePlace | null {
    try {
      return parsePlace(this.#storage().getItem(KEY));
    } catch {
      return null;
    }
  }
}

function parsePlace(text: string | null): NetcodePlace | null {
  return text === 'worker' || text === 'page' ? text : null;
}

/** Of this tab. A process that has no page runs its sessions itself. */
export const netcodeChoice = new NetcodeChoice(
  globalThis.location?.search ?? '',
  () => sessionStorage,
);
