import { attempt } from '../../../shared/base/attempt.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { KeepsTexts } from '../../net/lobby/left-seat.ts';
import { readSecondHand, type SecondHand } from '../../settings/two-hands.ts';
import { SECOND_KEY } from './second-door.ts';

/** What a second person chose: the name as it was written, and what it plays with. */
export type SecondChoice = { readonly name: string; readonly hand: SecondHand };

const CODE_CHARS = 6;
/** Longer than any name is, in code units. */
const NAME_CHARS_MAX = 64;

/** [L163] Says to the next load of this tab that its room had a second person. Storage can be forbidden: then none comes. */
export function keepSecond(
  storage: () => KeepsTexts,
  code: RoomCode,
  { name, hand }: SecondChoice,
): void {
  attempt<void>(
    () => storage().setItem(SECOND_KEY, code + JSON.stringify({ name, hand })),
    undefined,
  );
}

/** The second person is gone, by its own wish. */
export function forgetSecond(storage: () => KeepsTexts): void {
  attempt<void>(() => storage().removeItem(SECOND_KEY), undefined);
}

/** The one that was there before a reload; null for another room, and for what this version would not have written. */
export function loadSecond(storage: () => KeepsTexts, code: RoomCode): SecondChoice | null {
  const text = attempt(() => storage().getItem(SECOND_KEY), null) ?? '';
  if (!text.startsWith(code)) return null;
  const read: unknown = attempt(() => JSON.parse(text.slice(CODE_CHARS)), null);
  const { name, hand: kept }: Record<string, unknown> = Object(read);
  const hand = readSecondHand(kept);
  if (hand === null || typeof name !== 'string' || name.length > NAME_CHARS_MAX) return null;
  return { name, hand };
}

/** What a person keeps beside another one of the same tab: the same storage, under other names. */
export function storageOfSecond(tab: () => KeepsTexts): KeepsTexts {
  return {
    getItem: (key) => tab().getItem(named(key)),
    setItem: (key, value) => tab().setItem(named(key), value),
    removeItem: (key) => tab().removeItem(named(key)),
  };
}

function named(key: string): string {
  return `${key}.second`;
}
