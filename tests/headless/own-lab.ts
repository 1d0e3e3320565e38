import type {
  Player,
  RoomEvents,
  ScriptedRoom as OwnRoom,
} from '../../headless/own/room-interface.ts';
import { DISC_STRIDE, MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { ScriptedRoom } from './scripted-room.ts';

/** An event with its values. */
export type Heard = [keyof RoomEvents, ...unknown[]];

/** A simulated room of a script that uses our own interface, and what it heard. */
export class OwnLab extends ScriptedRoom {
  readonly own: OwnRoom;
  readonly events: Heard[] = [];

  constructor(players = 2) {
    let own: OwnRoom | null = null;
    const events: Heard[] = [];
    super({
      players,
      begin: (_init, openRoom) => {
        own = openRoom({ title: 'Own' });
        for (const name of NAMES) own.on(name, (...values) => void events.push([name, ...values]));
      },
    });
    this.own = own!;
    this.events = events;
    this.settle();
  }

  player(id: number): Player {
    return this.own.players.find((one) => one.id === id)!;
  }

  values(name: keyof RoomEvents): unknown[][] {
    return this.events.flatMap(([heard, ...values]) => (heard === name ? [values] : []));
  }

  get phase(): number {
    return this.seen.match.ints[MATCH.phase]!;
  }

  /** Player 1 against player 2, kicked off. */
  play(): this {
    this.player(1).moveTo('sun');
    this.player(2).moveTo('wave');
    this.own.start();
    this.until(() => this.phase === PHASE.kickOff);
    this.own.changeBall({ speedX: 0.5 });
    this.until(() => this.phase === PHASE.playing);
    return this;
  }

  discOf(place: number): number {
    return this.seen.arena.firstPlayerDisc + this.memberAt(place)!.seat!;
  }

  /** Where the disc of a player is, on another machine. */
  at(place: number): readonly [number, number] {
    const at = this.discOf(place) * DISC_STRIDE;
    return [this.seen.match.discs[at]!, this.seen.match.discs[at + 1]!];
  }
}

const NAMES = [
  'link',
  'join',
  'leave',
  'sentAway',
  'team',
  'rights',
  'start',
  'stop',
  'pause',
  'resume',
  'kickOff',
  'kick',
  'goal',
  'win',
  'map',
] as const satisfies readonly (keyof RoomEvents)[];
