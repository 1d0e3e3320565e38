import { expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { SessionState } from '../../shared/netplay/room-session.ts';
import { isAway } from './room-presence.ts';
import type { OnlineRoom } from './online-room.ts';

const LOBBY = { isOnline: true, isUnsure: false };

/** A page in a room with one other, heard so many milliseconds ago, that woke and is coming back. */
function wakePage() {
  const wakeUp = {
    isHeld: false,
    awakeMs: 0,
    comingBackMs(): number {
      return this.awakeMs;
    },
    noteBack(): void {
      this.awakeMs = Number.POSITIVE_INFINITY;
    },
  };
  const see = (
    silentMs: number,
    isMoving: boolean,
    lobby: typeof LOBBY | null = LOBBY,
  ): boolean => {
    const state: SessionState = isMoving
      ? { state: 'live', isMoving, from: 'ben' as PeerId, hasLeft: false }
      : { state: 'live', isMoving };
    const members = [
      { id: 0, peer: 'ana' as PeerId, absent: false },
      { id: 1, peer: 'ben' as PeerId, absent: false },
    ];
    const reports = () => [{ peer: 'ben' as PeerId, silentMs }];
    const session = { state, self: 0, world: { room: { members } }, reports };
    const room = { session, isListed: true, hasOthersOnline: true };
    return isAway(room as unknown as OnlineRoom, lobby, wakeUp, 0);
  };
  return { wakeUp, see };
}

test('[L75] a page that woke says nothing of the others until it knows who orders what happens', () => {
  const { wakeUp, see } = wakePage();
  expect(see(0, false)).toBe(true);
  wakeUp.awakeMs = 400;
  // The others went on without it: that it misses their sequencer is its own doing.
  expect(see(20, true)).toBe(true);
  expect(see(20, false)).toBe(false);
});

test('[L75] once it was back, a sequencer that falls silent is missed', () => {
  const { wakeUp, see } = wakePage();
  wakeUp.awakeMs = 400;
  expect(see(20, false)).toBe(false);
  expect(see(1100, true)).toBe(false);
});

test('[L75] a page that never slept misses a silent sequencer at once', () => {
  const { wakeUp, see } = wakePage();
  wakeUp.noteBack();
  expect(see(1100, true)).toBe(false);
});
