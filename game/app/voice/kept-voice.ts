import { attempt } from '../../../shared/base/attempt.ts';
import { parseRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';

const KEY = 'peerball.voice';

/**
 * Keeps for this tab in which room its person had voice on, so that a reload does not turn it off. Storage
 * can be forbidden: then it does.
 */
export class KeptVoice {
  readonly #storage: () => Storage;

  /** @param storage may throw, as a browser's does where it is forbidden */
  constructor(storage: () => Storage) {
    this.#storage = storage;
  }

  save(code: RoomCode): void {
    attempt<void>(() => this.#storage().setItem(KEY, code), undefined);
  }

  load(): RoomCode | null {
    const text = attempt(() => this.#storage().getItem(KEY), '');
    return parseRoomCode(text);
  }

  clear(): void {
    attempt<void>(() => this.#storage().removeItem(KEY), undefined);
  }
}
