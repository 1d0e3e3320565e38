import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import { isAway, viewLobby } from './room-presence.ts';
import type { OnlineRoom } from './online-room.ts';

const LOBBY = { isOnline: true, isUnsure: false };

/** What is said of a page in a room with one other, heard so many milliseconds ago. */
function see(awakeMs: number, silentMs: number, isMoving: boolean): boolean {
  const state: SessionState = isMoving
    ? { state: 'live', isMoving, from: 'ben' as PeerId, hasLeft: false }
    : { state: 'live', isMoving };
  const members = [
    { type: 'person', id: 0, peer: 'ana' as PeerId, absent: false },
    { type: 'person', id: 1, peer: 'ben' as PeerId, absent: false },
  ];
  const reports = () => [{ peer: 'ben' as PeerId, silentMs }];
  const session = { state, self: 0, world: { room: { members } }, reports };
  const room = { session, isListed: true, hasOthersOnline: true } as unknown as OnlineRoom;
  const wakeUp = { isHeld: false, comingBackMs: () => awakeMs, note: () => {} };
  return isAway(room, LOBBY, wakeUp, 0);
}

test('[L75] a page that woke is away until it hears somebody who was not heard before', () => {
  expect(see(0, 0, false)).toBe(true);
  expect(see(400, 400, false)).toBe(true);
  expect(see(400, 20, false)).toBe(false);
});

test('[L75] that it misses a sequencer when it has just woken is its own doing', () => {
  expect(see(400, 20, true)).toBe(true);
});

test('[L75] a page that did not sleep misses a silent sequencer at once', () => {
  expect(see(Number.POSITIVE_INFINITY, 1100, true)).toBe(false);
  expect(see(Number.POSITIVE_INFINITY, 1600, false)).toBe(true);
});

test('[L59] [L130] a page says that its lobby is away, that it restarts, and that the room is gone', () => {
  const [here, gone] = [{ isListed: true }, { isListed: false }];
  const online = { isDraining: false, status: { state: 'online' } as const };
  const offline = { isDraining: false, status: { state: 'offline' } as const };
  expect(viewLobby(here, online)).toBe('fine');
  expect(viewLobby(here, offline)).toBe('lost');
  expect(viewLobby(here, { ...online, isDraining: true })).toBe('restarting');
  expect(viewLobby(here, { ...offline, isDraining: true })).toBe('restarting');
  expect(viewLobby(gone, offline)).toBe('room-gone');
});
