import { signal } from '@preact/signals';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { MemberId } from '../../../shared/room/command.ts';
import {
  findPerson,
  isScriptHosted,
  peopleIn,
  type RoomState,
  runsRoom,
} from '../../../shared/room/room-state.ts';
import { isStopped } from '../../../shared/room/world.ts';
import type { InputBits } from '../../../shared/sim/input.ts';
import { TEAM_NONE, type Team } from '../../../shared/sim/team.ts';
import type { SatOutView } from '../../ui/model/sat-out-model.ts';

/** [R51] A person that does nothing for so long is taken to be elsewhere. */
export const SIT_OUT_MS = 5 * 60_000;

type Session = Pick<RoomSession, 'world' | 'self' | 'request'>;

/** As much of a window as tells that somebody is at it. */
export type TouchedWindow = Pick<Window, 'addEventListener'>;

/** Moves of a pointer are none: browsers make some up where the page changes below it. */
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel'] as const;

/** [R51] Takes the person of this page to the bench once it did nothing for five minutes, and back when it says so. */
export class SatOutWatch implements SatOutView {
  readonly isOut = signal(false);
  #session: Session | null = null;
  #held: InputBits | null = null;
  #isTouched = false;
  /** When the person did something last. */
  #sinceMs = 0;
  /** The team that it was taken from; null: it was not. */
  #from: Team | null = null;

  constructor(window: TouchedWindow) {
    const early = { capture: true, passive: true };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, this.#touch, early);
  }

  /**
   * Runs every tick in a room with others; null elsewhere.
   *
   * @param nowMs of a clock that stands still while the page sleeps
   */
  follow(session: Session | null, nowMs: number, held: InputBits): void {
    const isOther = session === null || session.self !== this.#session?.self;
    this.#session = session;
    if (isOther || this.#isTouched || held !== this.#held) this.#sinceMs = nowMs;
    this.#isTouched = false;
    this.#held = held;
    if (isOther) this.close();
    if (session === null || session.self === null) return;
    const team = findPerson(session.world.room, session.self)?.team ?? TEAM_NONE;
    if (this.#from !== null) this.#followBench(team);
    else if (team !== TEAM_NONE && nowMs - this.#sinceMs >= SIT_OUT_MS)
      this.#sitOut(session, session.self, team);
  }

  readonly goBack = (): void => {
    const session = this.#session;
    const team = this.#from;
    this.close();
    if (session === null || session.self === null || team === null) return;
    const { world, self } = session;
    if (world.room.auto > 0) session.request({ type: 'wait', waiting: true });
    else session.request({ type: 'team', member: self, team });
  };

  readonly close = (): void => {
    this.#from = null;
    this.isOut.value = false;
  };

  readonly #touch = (): void => {
    this.#isTouched = true;
  };

  #sitOut(session: Session, self: MemberId, team: Team): void {
    const { world } = session;
    if (!isStopped(world) || !mayChoose(world.room, self)) return;
    const others = peopleIn(world.room).filter(({ id, script }) => id !== self && !script);
    if (others.every(({ absent }) => absent)) return;
    this.#from = team;
    session.request({ type: 'team', member: self, team: TEAM_NONE });
  }

  /** The request is on its way; then it holds, until the person has a team again by whatever way. */
  #followBench(team: Team): void {
    if (team === TEAM_NONE) this.isOut.value = true;
    else if (this.isOut.value) this.close();
  }
}

/** A person is left in a team to which only others could bring it back. */
function mayChoose(room: RoomState, self: MemberId): boolean {
  return !isScriptHosted(room) && (!room.areTeamsLocked || runsRoom(room, self));
}
