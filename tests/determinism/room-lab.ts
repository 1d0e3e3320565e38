import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import {
  type BotRequest,
  type PlayOnRequest,
  BY_SEQUENCER,
  type Command,
  type MemberId,
  type RoomRequest,
  type SequencerCommand,
  toMemberId,
} from '../../shared/room/command.ts';
import { findMember, type Member } from '../../shared/room/room-state.ts';
import { stepWorld } from '../../shared/room/step-world.ts';
import { createWorld, type World } from '../../shared/room/world.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { MATCH } from '../../shared/sim/match-state.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';

/** A room without a network: commands and inputs of ticks go in, and one looks at the world. */
export class RoomLab {
  readonly world: World = createWorld('classic', builtInArena, 1);
  readonly inputs = new Uint8Array(MAX_SEATS);
  readonly #commands: Command[] = [];
  readonly #events = new EventBuffer();

  /** @param count members who come in turn, so they alternate between the teams; 0 is the host */
  constructor(count: number) {
    for (let id = 0; id < count; id += 1) this.join(id);
  }

  get phase(): number {
    return this.get('phase');
  }

  /** What the last tick told. */
  get events(): EventBuffer {
    return this.#events;
  }

  get(field: keyof typeof MATCH): number {
    return this.world.match.ints[MATCH[field]]!;
  }

  member(id: number): Member {
    const member = findMember(this.world.room, toMemberId(id));
    if (!member) throw new Error(`no member ${id}`);
    return member;
  }

  join(id: number): void {
    const peer = parsePeerId(`peer-${id}`)!;
    this.order({ type: 'join', member: toMemberId(id), peer, name: `Name ${id}` });
  }

  /** A member asks for something, and the tick goes by. */
  ask(id: number, request: Exclude<RoomRequest, BotRequest | PlayOnRequest>): void {
    this.#commands.push({ ...request, by: toMemberId(id) });
    this.step();
  }

  ready(...ids: readonly number[]): void {
    for (const id of ids) this.ask(id, { type: 'ready', ready: true });
  }

  /** The sequencer says something by itself, and the tick goes by. */
  order(command: SequencerCommand | { type: 'leave'; member: MemberId }): void {
    this.#commands.push({ ...command, by: BY_SEQUENCER });
    this.step();
  }

  step(ticks = 1): void {
    for (let count = 0; count < ticks; count += 1) {
      this.#events.clear();
      stepWorld(this.world, this.inputs, this.#commands, builtInArena, this.#events);
      this.#commands.length = 0;
    }
  }
}
