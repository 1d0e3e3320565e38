import { signal } from '@preact/signals';
import type { MemberId, RoomRequest } from '../../../shared/room/command.ts';
import { mayClaim } from '../../../shared/room/claiming.ts';
import { isPerson, type RoomState, runsRoom } from '../../../shared/room/room-state.ts';
import type { World } from '../../../shared/room/world.ts';
import type { DesertedView } from '../../ui/model/deserted-model.ts';

/** A person that waits is asked again so long after. */
const WAIT_MS = 20_000;

type Session = {
  readonly world: World;
  readonly self: MemberId | null;
  request(request: RoomRequest): void;
};
type Deserted = NonNullable<RoomState['deserted']>;

/** [R47] [R48] Asks the person who stays in a match that the other side has left, and does what it chooses. */
export class DesertedWatch implements DesertedView {
  readonly away = signal<readonly string[] | null>(null);
  readonly #showRoom: (room: RoomState) => RoomState;
  #session: Session | null = null;
  /** The tick of what was answered. */
  #answered: number | null = null;
  #againMs = Number.POSITIVE_INFINITY;
  #nowMs = 0;
  #wantsBot = false;

  constructor(showRoom: (room: RoomState) => RoomState) {
    this.#showRoom = showRoom;
  }

  /** Runs every tick in a room with others; null elsewhere, and while it may be this page that is away. */
  follow(session: Session | null, nowMs: number): void {
    this.#session = session;
    this.#nowMs = nowMs;
    const deserted = session?.world.room.deserted ?? null;
    if (session === null || deserted === null) {
      this.#wantsBot = false;
      return this.#show(null);
    }
    if (nowMs >= this.#againMs || deserted.since !== this.#answered) this.#forget();
    if (this.#wantsBot) this.#bringBot(session, deserted);
    const { self, world } = session;
    const isAsked = self !== null && this.#answered === null && mayClaim(world, self);
    this.#show(isAsked ? namesOf(this.#showRoom(world.room), deserted) : null);
  }

  readonly claim = (): void => {
    this.#session?.request({ type: 'claim' });
    this.#answer(Number.POSITIVE_INFINITY);
  };

  readonly wait = (): void => this.#answer(this.#nowMs + WAIT_MS);

  readonly playBot = (): void => {
    this.#answer(Number.POSITIVE_INFINITY);
    this.#wantsBot = true;
  };

  #answer(againMs: number): void {
    this.#answered = this.#session?.world.room.deserted?.since ?? null;
    this.#againMs = againMs;
    this.#show(null);
  }

  #forget(): void {
    this.#answered = null;
    this.#againMs = Number.POSITIVE_INFINITY;
    this.#wantsBot = false;
  }

  /** Once the seat is given up: until then a bot has it. */
  #bringBot(session: Session, { team }: Deserted): void {
    const { self, world } = session;
    const { room } = world;
    if (self === null || !runsRoom(room, self)) return;
    if (room.members.some((member) => member.team === team)) return;
    this.#wantsBot = false;
    session.request({ type: 'bot', team, level: 'regular' });
  }

  #show(names: readonly string[] | null): void {
    if (names?.join() !== this.away.value?.join()) this.away.value = names;
  }
}

function namesOf({ members }: RoomState, { team }: Deserted): readonly string[] {
  return members.filter((one) => isPerson(one) && one.team === team).map(({ name }) => name);
}
