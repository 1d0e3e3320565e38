import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LinkReport } from '../../../shared/netplay/session/link-report.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { isPerson } from '../../../shared/room/room-state.ts';
import { practise } from '../../../tests/simulation/practice-match.ts';
import { isCutOff } from './cut-off.ts';

const AWAKE = { awakeMs: Number.POSITIVE_INFINITY };
const SURE = { ...AWAKE, isSure: true, hasOthersOnline: true };

/** A room with one other, who is heard so many milliseconds ago; null: there is no link. */
function roomOfTwo(silentMs: number | null) {
  const session = practise({ botNames: ['Ben'] });
  for (let tick = 0; tick < 3; tick += 1) session.advance(tick * TICK_MS);
  const { state, self, world } = session;
  const { peer } = world.room.members.filter(isPerson).find(({ id }) => id !== self)!;
  const reports = silentMs === null ? [] : [reportOf(peer, silentMs)];
  return { state, self, world, reports };
}

function reportOf(peer: PeerId, silentMs: number): LinkReport {
  const rest = { rttMs: 40, jitterMs: 2, loss: 0, version: 'same', path: 'direct' } as const;
  return { peer, silentMs, ...rest };
}

test('[L75] whoever hears somebody is not cut off', () => {
  expect(isCutOff(roomOfTwo(100), SURE)).toBe(false);
});

test('[L75] whoever hears nobody is cut off, as far as anybody knows', () => {
  expect(isCutOff(roomOfTwo(2000), SURE)).toBe(true);
  expect(isCutOff(roomOfTwo(null), SURE)).toBe(true);
});

test('[L75] when the lobby says that the others are away, it is they', () => {
  expect(isCutOff(roomOfTwo(2000), { ...SURE, hasOthersOnline: false })).toBe(false);
});

test('[L75] what the lobby said before the page slept is not believed', () => {
  expect(isCutOff(roomOfTwo(2000), { ...AWAKE, isSure: false, hasOthersOnline: false })).toBe(true);
});

test('[L75] what was heard before the page woke says nothing', () => {
  expect(isCutOff(roomOfTwo(200), { ...SURE, awakeMs: 200 })).toBe(true);
  expect(isCutOff(roomOfTwo(50), { ...SURE, awakeMs: 200 })).toBe(false);
});

test('[L75] somebody who is no member any more is not counted', () => {
  const room = roomOfTwo(2000);
  const reports = [...room.reports, reportOf('gone' as PeerId, 100)];
  expect(isCutOff({ ...room, reports }, SURE)).toBe(true);
});
