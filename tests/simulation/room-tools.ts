import { ARRANGEMENTS, type RoomRequest } from '../../shared/room/command.ts';
import { peopleIn } from '../../shared/room/room-state.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/** Of which there are four, and none. */
const AUTO_SIZES = 5;
const TEAMS = [0, 1, 2] as const;

/** What people do with a room beside the match: votes, pauses, teams, who stays, the bench. */
export class RoomTools {
  readonly #ports: LuckPorts;

  constructor(ports: LuckPorts) {
    this.#ports = ports;
  }

  /** A member, or the host, asks for something by chance. */
  act(): void {
    const { room, note } = this.#ports;
    const live = room.alive.filter(({ session }) => session.state.state === 'live');
    const one = live[this.#below(live.length)];
    if (!one) return;
    const host = live.find(({ session }) => session.self === session.engine.final.room.host);
    const isHostWanted = this.#below(2) === 0 && host !== undefined;
    const asker = isHostWanted ? host : one;
    const request = isHostWanted ? this.#ofHost() : this.#ofAnybody(asker);
    if (request === null) return;
    note(`${asker.id} asks for ${JSON.stringify(request)}`);
    asker.session.request(request);
  }

  #ofHost(): RoomRequest {
    const choices: readonly (() => RoomRequest)[] = [
      () => ({ type: 'arrange', how: ARRANGEMENTS[this.#below(ARRANGEMENTS.length)]! }),
      () => makeAuto(this.#below(AUTO_SIZES)),
      () => ({ type: 'pause', paused: this.#below(2) === 0 }),
      () => ({ type: 'start' }),
      () => ({ type: 'stop' }),
    ];
    return choices[this.#below(choices.length)]!();
  }

  #ofAnybody({ session }: SimulatedPeer): RoomRequest | null {
    const { self } = session;
    if (self === null) return null;
    const people = peopleIn(session.engine.final.room);
    const isFirst = people[0]?.id === self;
    const other = people[this.#below(people.length)]?.id ?? self;
    const isYes = this.#below(3) > 0;
    const choices: readonly (() => RoomRequest)[] = [
      () => ({ type: 'vote', against: null, yes: isYes }),
      // Of one alone: nobody is sent away by it.
      () => ({ type: 'vote', against: isFirst ? other : null, yes: isYes }),
      () => ({ type: 'wait', waiting: isYes }),
      () => ({ type: 'team', member: self, team: TEAMS[this.#below(TEAMS.length)]! }),
      () => ({ type: 'ready', ready: isYes }),
    ];
    return choices[this.#below(choices.length)]!();
  }

  #below(limit: number): number {
    return Math.floor(this.#ports.random() * limit);
  }
}

/** Without a draw of its own: kept seeds go on meaning what they meant. */
function makeAuto(size: number): RoomRequest {
  return { type: 'auto', size, rotates: size % 2 === 0 };
}
