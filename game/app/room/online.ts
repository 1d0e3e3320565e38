import { fail, type Result } from '../../../shared/base/result.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import type { QueueJoin } from '../../../shared/lobby/quick.ts';
import { PeerSession } from '../../../shared/netplay/peer-session.ts';
import type { StadiumLibrary } from '../../../shared/netplay/stadiums/stadium-library.ts';
import { measureWay, type ProbePace } from '../../net/list/probe.ts';
import { KeptMatchStore, tabKeptMatches } from '../../net/kept-match.ts';
import { tabGuestStore, TabGuestStore } from '../../net/lobby/guest-store.ts';
import { KeptTicket } from '../../net/lobby/kept-ticket.ts';
import { type KeepsTexts, LeftSeatStore } from '../../net/lobby/left-seat.ts';
import { LobbyClient, type LobbyClientOptions } from '../../net/lobby/lobby-client.ts';
import { hasWebRtc } from '../../net/link/peer-link.ts';
import { netcodeChoice } from '../../settings/netcode-place.ts';
import { pageTimers } from '../../time/timers.ts';
import type { WorkerSessions } from '../../worker/worker-sessions.ts';
import { introduce } from '../quick/introduce.ts';
import { OwnSkill } from '../quick/own-skill.ts';
import { type MakeSession, OnlineRoom, type OnlineRoomOptions } from './online-room.ts';

/** Everything that playing with others needs, and nothing of what the menu does. */
export type Online = {
  /**
   * [L110] Measures the ways to rooms ([L134]), and asks for a place among strangers.
   *
   * @param isWanted false once the person has turned away: then no place is asked for
   */
  joinQuick(
    name: string,
    hand: QueueJoin['hand'],
    isWanted: () => boolean,
  ): Promise<Result<JoinedRoom, LobbyError>>;
  readonly lobby: LobbyClient;
  /** Of any page of this browser. */
  readonly leftSeats: LeftSeatStore;
  readonly hasWebRtc: boolean;
  /** Resolves when a worker is ready for the first room, or is not to be had. */
  readonly isPrepared: Promise<void>;
  /** [L162] For another person of this page, who keeps what a tab keeps in `storage`. Its sessions run on the page. */
  another(storage: () => KeepsTexts): Online;
  openRoom(
    options: Omit<
      OnlineRoomOptions,
      'lobby' | 'makeSession' | 'stadiums' | 'stadium' | 'keptMatches' | 'leftSeats' | 'skill'
    >,
  ): OnlineRoom;
};

/** What one person of this page keeps in its browser. */
type PersonKeeps = Pick<OnlineRoomOptions, 'keptMatches'> &
  Pick<Online, 'leftSeats'> &
  Pick<LobbyClientOptions, 'ticket'> & { readonly guests: TabGuestStore };

/** [L134] A person waits for it. */
const PLAY_PACE: ProbePace = { frames: 12, betweenMs: 40, enough: 5 };

/** A way in waits no longer for a worker: the session runs on the page then. */
const WORKER_MAX_MS = 10_000;
/** Behind the way into a room, which needs the processor for itself. */
const NEXT_WORKER_MS = 3_000;

/** A 1v1 fits it; the host chooses another. */
const FIRST_STADIUM = 'classic';

/**
 * Loaded apart from the menu, which is there sooner for it.
 *
 * @param stadiums first asked for when a room is opened
 * @param loadWorkers brings what runs sessions in workers; null: it cannot be had
 */
export function createOnline(
  stadiums: () => StadiumLibrary,
  hidesAddress: () => boolean,
  loadWorkers: () => Promise<WorkerSessions | null>,
): Online {
  const skill = new OwnSkill(() => localStorage);
  let workers: WorkerSessions | null = null;
  const prepare = async (): Promise<void> => {
    if (netcodeChoice.place !== 'worker') return;
    workers ??= await loadWorkers();
    await workers?.prepare();
  };
  const isPrepared = Promise.race([
    prepare(),
    new Promise<void>((resolve) => void pageTimers.after(WORKER_MAX_MS, resolve)),
  ]);
  netcodeChoice.onChosen = () => void prepare();
  const seat = (keeps: PersonKeeps, makeSession: MakeSession): Online => {
    const lobby = new LobbyClient({ ...keeps, hidesAddress });
    const measure = (code: RoomCode, ice: IceConfig) =>
      measureWay(lobby.line, code, ice, pageTimers, PLAY_PACE);
    return {
      async joinQuick(name, hand, isWanted) {
        const said = await introduce({
          lobby: lobby.line,
          timers: pageTimers,
          hand,
          skill: skill.points,
          measure: hasWebRtc() ? measure : () => Promise.resolve(null),
        });
        if (!said.ok) return said;
        return isWanted() ? lobby.joinQuick({ name, ...said.value }) : fail({ code: 'CANCELLED' });
      },
      lobby,
      leftSeats: keeps.leftSeats,
      hasWebRtc: hasWebRtc(),
      isPrepared,
      another: (storage) =>
        seat(
          keepsIn(
            storage,
            new TabGuestStore({ tab: storage, browser: storage, locks: null }),
            new KeptMatchStore(storage, wallClockMs),
            new KeptTicket(storage),
          ),
          (setup) => new PeerSession(setup),
        ),
      openRoom: (options) =>
        new OnlineRoom({
          ...options,
          ...keeps,
          lobby,
          makeSession,
          stadiums: stadiums(),
          stadium: FIRST_STADIUM,
          skill,
        }),
    };
  };
  return seat(
    keepsIn(() => localStorage, tabGuestStore(), tabKeptMatches()),
    // [N67] Where no worker is ready the session runs on the page.
    (setup) => {
      const isForWorker = netcodeChoice.place === 'worker';
      pageTimers.after(NEXT_WORKER_MS, () => void prepare());
      return (isForWorker && workers?.make(setup)) || new PeerSession(setup);
    },
  );
}

const wallClockMs = () => Date.now();

/** @param storage of seats that were left: of the browser, or of the one person */
function keepsIn(
  storage: () => KeepsTexts,
  guests: TabGuestStore,
  keptMatches: KeptMatchStore,
  ticket?: KeptTicket,
): PersonKeeps {
  const leftSeats = new LeftSeatStore(storage, wallClockMs, () => guests.load());
  return { guests, keptMatches, leftSeats, ...(ticket && { ticket }) };
}
