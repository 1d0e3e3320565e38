import { PeerSession } from '../../../shared/netplay/peer-session.ts';
import type { StadiumLibrary } from '../../../shared/netplay/stadiums/stadium-library.ts';
import { tabKeptMatches } from '../../net/kept-match.ts';
import { tabGuestStore } from '../../net/lobby/guest-store.ts';
import { LeftSeatStore } from '../../net/lobby/left-seat.ts';
import { LobbyClient } from '../../net/lobby/lobby-client.ts';
import { hasWebRtc } from '../../net/link/peer-link.ts';
import { OnlineRoom, type OnlineRoomOptions } from './online-room.ts';

/** Everything that playing with others needs, and nothing of what the menu does. */
export type Online = {
  readonly lobby: LobbyClient;
  /** Of any page of this browser. */
  readonly leftSeats: LeftSeatStore;
  readonly hasWebRtc: boolean;
  openRoom(
    options: Omit<
      OnlineRoomOptions,
      'lobby' | 'makeSession' | 'stadiums' | 'stadium' | 'keptMatches' | 'leftSeats'
    >,
  ): OnlineRoom;
};

/** A 1v1 fits it; the host chooses another. */
const FIRST_STADIUM = 'classic';

/** Loaded apart from the menu, which is there sooner for it. */
export function createOnline(stadiums: StadiumLibrary): Online {
  const guests = tabGuestStore();
  const lobby = new LobbyClient({ guests });
  const leftSeats = new LeftSeatStore(
    () => localStorage,
    () => Date.now(),
    () => guests.load(),
  );
  const keptMatches = tabKeptMatches();
  return {
    lobby,
    leftSeats,
    hasWebRtc: hasWebRtc(),
    openRoom: (options) =>
      new OnlineRoom({
        ...options,
        lobby,
        makeSession: (setup) => new PeerSession(setup),
        stadiums,
        stadium: FIRST_STADIUM,
        keptMatches,
        leftSeats,
      }),
  };
}
