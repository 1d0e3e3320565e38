import { signal } from '@preact/signals';
import { attempt } from '../../../shared/base/attempt.ts';
import type { PadSource } from '../../input/pads.ts';
import type { Settings } from '../../settings/settings.ts';
import type { SecondParts, SecondView } from '../../ui/model/second-model.ts';
import type { OnlineRoom } from '../room/online-room.ts';

/** Where it is kept in which room this window has a second person: its code, and what that person chose. */
export const SECOND_KEY = 'peerball.second';

/** What the first person of this window plays with, as long as there is a second one. */
export type FirstHands = {
  readonly settings: (own: Settings) => Settings;
  readonly pads: PadSource;
};

/** What is loaded once a second person is wanted. */
export type Second = FirstHands & {
  readonly parts: SecondParts;
  /** Before each tick of the first person's session: the second's ticks. */
  follow(first: OnlineRoom | null, nowMs: number): void;
};

/** The way to a second person at this window: brings what that needs once it is wanted, or was there before a reload. */
export class SecondDoor implements SecondView, FirstHands {
  readonly isAllowed = signal(false);
  readonly parts = signal<SecondParts | null>(null);
  readonly #load: (retry: () => void) => Promise<Second | null>;
  #second: Second | null = null;
  #isLoading = false;
  /** [L163] The room that had one before a reload. */
  #kept: string | undefined;

  /**
   * @param load null where it is missing, which is said
   * @param storage may throw, as a browser's does where it is forbidden
   */
  constructor(load: (retry: () => void) => Promise<Second | null>, storage: () => Storage) {
    this.#load = load;
    this.#kept = attempt(() => storage().getItem(SECOND_KEY), null)?.slice(0, 6);
  }

  /** Runs before each tick. */
  follow(first: OnlineRoom | null, nowMs: number): void {
    // [L164] Strangers are sent to a quick room one by one.
    this.isAllowed.value = first !== null && !first.joined.room.quick;
    this.#second?.follow(first, nowMs);
    if (!this.isAllowed.value || first?.joined.room.code !== this.#kept) return;
    this.#kept = undefined;
    void this.open();
  }

  /** Brings it once: of two, one would be in the room, and without ticks. */
  readonly open = async (): Promise<void> => {
    if (this.#isLoading || this.#second !== null) return;
    this.#isLoading = true;
    this.#second = await this.#load(() => void this.open());
    this.#isLoading = false;
    this.parts.value = this.#second?.parts ?? null;
  };

  readonly settings = (own: Settings): Settings => this.#second?.settings(own) ?? own;

  readonly pads: PadSource = () => this.#second?.pads() ?? navigator.getGamepads();
}
