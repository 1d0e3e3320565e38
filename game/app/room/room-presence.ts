import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { JoinStep, LobbyView } from '../../ui/model/view-model.ts';
import { isCutOff } from './cut-off.ts';
import type { OnlineRoom } from './online-room.ts';
import type { WakeUp } from './wake-up.ts';

/** How far somebody is on the way into a room. */
export type JoiningStage = {
  /** Null while an own room is made. */
  readonly code: RoomCode | null;
  readonly step: JoinStep;
  /** Into a room that this page fell out of. */
  readonly isBack: boolean;
  /** To strangers. */
  readonly isQuick?: boolean;
  /** 0 … 1 of the step is done. */
  readonly progress?: number;
};

type Lobby = Pick<LobbyClient, 'isOnline' | 'isUnsure' | 'isDraining' | 'status'>;

/**
 * [L75] It may be this page that is away: nobody else is heard, or it was asleep and is not among the
 * others yet. That it misses whoever orders is then its own doing.
 */
export function isAway(
  room: Pick<OnlineRoom, 'session' | 'isListed' | 'hasOthersOnline'>,
  lobby: Pick<Lobby, 'isOnline' | 'isUnsure'> | null,
  wakeUp: Pick<WakeUp, 'isHeld' | 'comingBackMs' | 'note'>,
  nowMs: number,
): boolean {
  const isSure = room.isListed && lobby !== null && lobby.isOnline && !lobby.isUnsure;
  const { state, self, world } = room.session;
  const heard = { state, self, world, reports: room.session.reports() };
  const awakeMs = wakeUp.comingBackMs(nowMs);
  const hearsNobody = isCutOff(heard, { isSure, hasOthersOnline: room.hasOthersOnline, awakeMs });
  const isMoving = state.state === 'live' && state.isMoving;
  wakeUp.note(!hearsNobody && !isMoving, nowMs);
  const isComingBack = awakeMs < Number.POSITIVE_INFINITY;
  return wakeUp.isHeld || hearsNobody || (isComingBack && isMoving);
}

/** How the lobby stands to this room, as the page shows it. */
export function viewLobby(
  room: Pick<OnlineRoom, 'isListed'>,
  lobby: Pick<Lobby, 'isDraining' | 'status'> | null,
): LobbyView {
  if (!room.isListed) return 'room-gone';
  if (lobby?.isDraining) return 'restarting';
  return lobby?.status.state === 'offline' ? 'lost' : 'fine';
}

/** Where the way in stands. `isOurs`: something is being done; otherwise the host or the lobby is away. */
export function stageOf(
  room: OnlineRoom,
  lobby: Lobby | null,
  { step, progress }: SessionState & { readonly state: 'joining' },
): { readonly step: JoinStep; readonly progress: number; readonly isOurs: boolean } {
  if (room.isSequencerAway) return { step: 'host', progress: 0, isOurs: false };
  const isLobbyAway = lobby?.isOnline !== true && room.links().length === 0;
  if (isLobbyAway) return { step: 'lobby', progress: 0, isOurs: false };
  return { step: STEPS[step], progress, isOurs: true };
}

const STEPS = { link: 'route', hello: 'hello', snapshot: 'snapshot', stadium: 'stadium' } as const;
