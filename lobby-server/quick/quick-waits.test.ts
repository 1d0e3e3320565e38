import { expect, test } from 'vitest';
import type { LobbySeat } from '../store/room-store.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { QuickWaits } from './quick-waits.ts';

function watch() {
  const ends: string[] = [];
  const waits = new QuickWaits((end, ms) => ends.push(`${end} ${ms}`));
  const follow = (code: string, guests: readonly string[], nowMs: number): void =>
    waits.follow({ code: code as RoomCode, seats: guests.map(seat) }, nowMs);
  return { ends, waits, follow };
}

const seat = (guest: string) => ({ guest }) as unknown as LobbySeat;

test('[L140] a wait ends when somebody comes, and who comes to others waits for nobody', () => {
  const { ends, follow } = watch();
  follow('one', ['ada'], 0);
  follow('one', ['ada'], 500);
  follow('one', ['ada', 'bob'], 1500);
  follow('one', ['ada', 'bob', 'cy'], 9000);
  expect(ends).toEqual(['met 1500', 'met 0', 'met 0']);
});

test('[L140] one that is sent to another room has waited since it came to the first', () => {
  const { ends, waits, follow } = watch();
  follow('one', ['ada'], 0);
  follow('two', ['bob'], 1000);
  follow('two', ['bob', 'ada'], 4000);
  waits.forget('one' as RoomCode, 4000);
  expect(ends).toEqual(['met 3000', 'met 4000']);
});

test('[L140] one that is alone again waits anew, and one that goes meanwhile met nobody', () => {
  const { ends, waits, follow } = watch();
  follow('one', ['ada', 'bob'], 0);
  follow('one', ['ada'], 10_000);
  waits.forget('one' as RoomCode, 12_000);
  expect(ends).toEqual(['met 0', 'met 0', 'left 2000']);
  expect(waits.size).toBe(0);
});
