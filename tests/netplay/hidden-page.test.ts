import { expect, test } from 'vitest';
import { expectAgreement, openMatch } from '../simulation/running-match.ts';

test('[C6] when the sequencer crashes a page that is looked at takes over before a hidden one', () => {
  const room = openMatch(4, true);
  const [host, hidden, ...seen] = room.peers;
  hidden!.session.setHidden(true);
  room.run(1_000);
  room.crash(host!);
  const isOver = (): boolean => room.alive.some(({ session }) => session.stats().isSequencer);
  expect(room.run(4_000, isOver)).toBe(true);
  expect(seen.some(({ session }) => session.stats().isSequencer)).toBe(true);
  expectAgreement(room);
});
