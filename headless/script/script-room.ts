import type { MemberId } from '../../shared/room/command.ts';
import { type Member, findMember } from '../../shared/room/room-state.ts';
import type { World } from '../../shared/room/world.ts';
import { assertNever } from '../../shared/base/assert.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Asked, KnownPerson, Told } from '../feed/room-feed.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { EventTeller } from './event-teller.ts';
import {
  type EventArguments,
  noHandlers,
  nothing,
  type RoomEventName,
  type RoomHandlers,
} from './published-object.ts';
import { ScriptRecording } from './script-recording.ts';
import { ScriptView } from './script-view.ts';
import { stadiumName } from './stadium-names.ts';
import { WorldFold } from './world-fold.ts';

/** What the script does at an event threw: the room goes on. `event` is for its log. */
export type OnProblem = (event: string, problem: unknown) => void;

type Kick = { readonly reason: string; readonly ban: boolean };

/** A room as its script sees it: the final world, and handlers that are called in the order of its ticks. */
export class ScriptRoom {
  readonly view = new ScriptView();
  readonly fold: WorldFold;
  /** The object on which the script sets its handlers. */
  handlers: RoomHandlers = noHandlers();
  /** Hears of each event whose handler is about to be called; for tools that count. */
  onEvent: (name: RoomEventName) => void = nothing;
  /** Hands what the script wants to its member. */
  ask: (asked: Asked) => void = nothing;
  /** The InputBits of each seat in the newest final tick. */
  inputs: Uint8Array = new Uint8Array(MAX_SEATS);
  /** [N71] Hears of a button of the panel that was pressed, by the number of the player. */
  onPress: (player: number, button: string) => void = nothing;
  /** [N72] Hears of a quick line or an emote, by its number. */
  onQuick: (player: number, id: number) => void = nothing;
  /** Behind each final tick and what it told. */
  onTick: () => void = nothing;
  readonly #onProblem: OnProblem;
  readonly #recording: ScriptRecording;
  readonly #kicks = new Map<MemberId, Kick>();
  /** Those that were banned, by the numbers that the script knows them by. */
  readonly #banned = new Map<number, PeerId>();
  #known: ReadonlyMap<PeerId, KnownPerson> = new Map();
  /** The tick before which it does not say again that it is a script. */
  #introduceAt = 0;

  constructor(onProblem: OnProblem) {
    this.#onProblem = onProblem;
    this.#recording = new ScriptRecording((stadium) => this.fold.stadiums.text(stadium));
    const teller = new EventTeller({
      view: this.view,
      call: (name, ...values) => this.#call(name, values),
      stadiumName: (id) => stadiumName(this.fold.stadiums, id),
      known: (member) => this.knownOf(member),
      takeKick: (member) => this.#takeKick(member),
    });
    this.fold = new WorldFold({
      begin: (world) => {
        this.#recording.begin(world);
        teller.begin(world);
      },
      tick: (world, inputs, commands, events) => {
        this.inputs = inputs;
        this.#recording.record(world, inputs, commands);
        teller.tick(world, inputs, commands, events);
        this.onTick();
      },
    });
  }

  /** Null until the room is there. */
  get world(): World | null {
    return this.fold.world;
  }

  /** The member that a script means by a number; null when it names nobody who is there. */
  memberOf(number: unknown): Member | null {
    const id = this.view.numbers.memberOf(number);
    return (id !== null && this.world && findMember(this.world.room, id)) || null;
  }

  hear(told: Told): void {
    switch (told.type) {
      case 'world':
        this.view.self = told.self;
        this.fold.begin(told.bytes, told.stadiumText);
        return;
      case 'stadium':
        this.fold.stadiums.add(told.text);
        return;
      case 'ticks':
        for (const tick of told.ticks) this.fold.play(tick);
        return this.#introduce();
      case 'chat':
        return this.#judge(told);
      case 'press':
        return this.#hearOf(told.member, (player) => this.onPress(player, told.button));
      case 'emote':
        return this.#hearOf(told.member, (player) => this.onQuick(player, told.id));
      case 'link':
        return void this.#call('onRoomLink', [told.url]);
      case 'people':
        this.#known = new Map(told.people.map((person) => [person.peer, person]));
        return;
      case 'over':
        return;
      default:
        return assertNever(told);
    }
  }

  /** What the lobby knows of a member beside its name. */
  knownOf({ peer }: Member): { readonly auth: string | null; readonly conn: string } {
    const known = peer === null ? undefined : this.#known.get(peer);
    return { auth: known?.auth ?? peer, conn: known?.conn ?? '' };
  }

  kick({ id, peer }: Member, reason: string, ban: boolean): void {
    this.#kicks.set(id, { reason, ban });
    if (ban && peer !== null) this.#banned.set(this.view.numbers.of(id), peer);
    this.ask({ type: 'kick', member: id, isBan: ban });
  }

  /** @param number of a player that was banned; null: all of them */
  clearBans(number: number | null): void {
    if (number === null) {
      this.#banned.clear();
      return this.ask({ type: 'forgive', peer: null });
    }
    const peer = this.#banned.get(number);
    this.#banned.delete(number);
    if (peer !== undefined) this.ask({ type: 'forgive', peer });
  }

  startRecording(): void {
    if (this.world) this.#recording.start(this.world);
  }

  /** A replay file; null when nothing was recorded. */
  stopRecording(): Uint8Array | null {
    return this.#recording.stop();
  }

  /** [R41] [R42] Says that it is a script, and whether it looks at chat, where the room has it otherwise. */
  #introduce(): void {
    const { world } = this;
    const me = world && world.room.members.find(({ peer }) => peer === this.view.self);
    if (!world || me?.type !== 'person') return;
    const filters = this.handlers.onPlayerChat !== nothing;
    if ((me.script && me.filters === filters) || world.tick < this.#introduceAt) return;
    this.#introduceAt = world.tick + TICK_RATE;
    this.ask({ type: 'request', request: { type: 'script', filters } });
  }

  /** A line is shown unless the script says false to it, or throws at it. */
  #judge({ author, text, line }: Told & { readonly type: 'chat' }): void {
    const member = this.world && findMember(this.world.room, author);
    const isHidden =
      !!member &&
      !this.view.isHidden(member) &&
      this.#call('onPlayerChat', [this.view.player(this.world!, member), text]) === false;
    this.ask({ type: 'verdict', line, isShown: !isHidden });
  }

  /** Of one that is there, by the number that the script knows it by. */
  #hearOf(member: MemberId, hear: (player: number) => void): void {
    const known = this.world && findMember(this.world.room, member);
    if (known) hear(this.view.numbers.of(known.id));
  }

  #call<Name extends RoomEventName>(name: Name, values: EventArguments<Name>): unknown {
    const handler: unknown = this.handlers[name];
    if (typeof handler !== 'function' || handler === nothing) return undefined;
    this.onEvent(name);
    try {
      return Reflect.apply(handler, this.handlers, values);
    } catch (problem) {
      this.#onProblem(name, problem);
      return undefined;
    }
  }

  #takeKick(member: MemberId): Kick | null {
    const kick = this.#kicks.get(member) ?? null;
    this.#kicks.delete(member);
    return kick;
  }
}
