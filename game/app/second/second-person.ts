import { signal } from '@preact/signals';
import { mapOk, type Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { NEUTRAL_INPUT, type InputBits } from '../../../shared/sim/input.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { createPageLinks } from '../../net/link/page-link.ts';
import type { KeepsTexts } from '../../net/lobby/left-seat.ts';
import type { RoomPass } from '../../net/lobby/public-channel.ts';
import type { SecondHand } from '../../settings/two-hands.ts';
import type { Timers } from '../../time/timers.ts';
import type { CheckName, RoomView } from '../../ui/model/view-model.ts';
import { stillnessOf } from '../hud/stillness.ts';
import type { Online } from '../room/online.ts';
import type { OnlineRoom } from '../room/online-room.ts';
import { RoomDesk } from '../room/room-desk.ts';
import { RoomDoor } from '../room/room-door.ts';
import type { WakeUp } from '../room/wake-up.ts';
import { forgetSecond, keepSecond, type SecondChoice, storageOfSecond } from './kept-second.ts';

export type SecondPersonPorts = {
  readonly loadOnline: () => Promise<Result<Online, LoadProblem>>;
  readonly timers: Timers;
  /** Of this person's own. */
  readonly wakeUp: WakeUp;
  readonly isHidden: () => boolean;
  readonly makeSeed: () => number;
  readonly checkName: () => CheckName | null;
  /** Of this tab; it may throw, as a browser's does where it is forbidden. */
  readonly storage: () => KeepsTexts;
  /** As the first person's page shows its room. */
  readonly showRoom: (room: RoomView['state']) => RoomView['state'];
  /** The first person is on its way back into its room. */
  readonly isFirstComing: () => boolean;
};

/** Before two sessions that lost each other are joined again. */
const AGAIN_MS = 1000;

/**
 * [N74] The second person of this window: a member of its own, with its own place in the lobby, its own session and its
 * own links to the others. The way between the two sessions stays in the page.
 */
export class SecondPerson {
  readonly state = signal<'out' | 'asking' | 'knocking' | 'in'>('out');
  readonly problem = signal<ErrorCode | null>(null);
  /** The room as this person sees it; null while it is in none. */
  readonly room = signal<RoomView | null>(null);
  readonly stillness = signal<'asked' | 'idle' | null>(null);
  readonly hand = signal<SecondHand>('arrows');
  readonly desk: RoomDesk;
  readonly #ports: SecondPersonPorts;
  readonly #door: RoomDoor;
  #online: Online | null = null;
  #first: OnlineRoom | null = null;
  #name = '';
  /** The room that it is in, by the code that the room has for good. */
  #code: RoomCode | null = null;
  #held: InputBits = NEUTRAL_INPUT;
  /** The two rooms that were joined last, and when. */
  #joined: readonly [OnlineRoom, OnlineRoom] | null = null;
  #joinedMs = 0;
  #isCut: () => boolean = () => false;

  constructor(ports: SecondPersonPorts) {
    this.#ports = ports;
    const door: RoomDoor = new RoomDoor({
      ...ports,
      loadOnline: async () => mapOk(await ports.loadOnline(), (online) => this.#seat(online)),
      ownName: () => {
        const name = ports.checkName()?.(this.#name);
        return name?.ok ? name.value : null;
      },
      // The page is the first person's.
      showPath: () => {},
      onEnter: () => {},
      onOpen: () => {},
      view: {
        showJoining: ({ step }) => {
          this.state.value = step === 'knock' ? 'knocking' : 'asking';
        },
        showBack: () => {},
      },
      onOut: (error) => {
        this.problem.value = error;
        this.#goOut();
      },
    });
    this.#door = door;
    this.desk = new RoomDesk({
      get session() {
        return door.room!.session;
      },
      get onlineRoom() {
        return door.room;
      },
    });
  }

  /** Comes into the room that the first person is in. */
  join(first: OnlineRoom, choice: SecondChoice, pass: RoomPass): void {
    const { door } = first;
    const { code } = first.joined.room;
    this.#name = choice.name;
    this.#code = code;
    this.hand.value = choice.hand;
    this.problem.value = null;
    this.state.value = 'asking';
    keepSecond(this.#ports.storage, code, choice);
    // [L182] A newcomer comes by the code that the room has now.
    this.#door.remember(door, pass);
    this.#door.join(door);
  }

  /** Plays with something else from now on. */
  takeUp(hand: SecondHand): void {
    this.hand.value = hand;
    if (this.#code !== null) {
      keepSecond(this.#ports.storage, this.#code, { name: this.#name, hand });
    }
  }

  /** [N76] Says goodbye, by the person's own wish or as the first one leaves. */
  leave(): void {
    this.problem.value = null;
    this.#goOut();
  }

  /** The page goes away, for good or to be shown again. */
  depart(isForGood: boolean): void {
    this.#door.depart(isForGood);
  }

  /**
   * [N75] Runs before each tick of the first person's session, which knows by then what the second one holds.
   *
   * @param first the room of the first person
   */
  follow(first: OnlineRoom | null, held: InputBits, nowMs: number): void {
    const door = this.#door;
    this.#first = first;
    if (this.state.value !== 'out' && this.#isFirstGone(first)) this.leave();
    const { room } = door;
    if (room !== null) {
      this.#join(first, room, nowMs);
      room.session.holdInput(held);
      room.session.advance(nowMs);
    }
    for (const session of door.leaving) session.advance(nowMs);
    const live = door.follow(nowMs);
    if (live === null) return;
    this.state.value = 'in';
    live.keep(nowMs);
    this.#show(live);
    // What was held all the time is no answer.
    if (held !== this.#held && this.stillness.value === 'idle') this.desk.beHere();
    this.#held = held;
  }

  /** One that fell out of its room and comes back is not gone. */
  #isFirstGone(first: OnlineRoom | null): boolean {
    return first === null
      ? !this.#ports.isFirstComing()
      : first.joined.room.code !== this.#code || first.session.state.state === 'closed';
  }

  #seat(online: Online): Online {
    if (this.#online !== null) return this.#online;
    const storage = storageOfSecond(this.#ports.storage);
    const own = online.another(() => storage);
    this.#online = {
      ...own,
      openRoom: (options) => {
        const room = own.openRoom(options);
        // Before its first turn, in which it would connect to the first person as to anybody.
        this.#join(this.#first, room, options.nowMs);
        return room;
      },
    };
    return this.#online;
  }

  #join(first: OnlineRoom | null, second: OnlineRoom, nowMs: number): void {
    if (first === null || first.joined.room.code !== second.joined.room.code) return;
    const isKnown = this.#joined?.[0] === first && this.#joined[1] === second;
    if (isKnown && (!this.#isCut() || nowMs - this.#joinedMs < AGAIN_MS)) return;
    this.#joined = [first, second];
    this.#joinedMs = nowMs;
    const { now } = this.#ports.timers;
    const [toSecond, toFirst] = createPageLinks(first.joined.self, second.joined.self, now);
    this.#isCut = () => toSecond.state === 'closed';
    first.sitBeside(toSecond, second.page);
    second.sitBeside(toFirst, first.page);
  }

  #show({ session }: OnlineRoom): void {
    this.stillness.value = stillnessOf(session);
    const known = this.room.value;
    const state = this.#ports.showRoom(session.world.room);
    const wishes = session.wishes.open;
    if (known?.state === state && known.wishes === wishes && known.self === session.self) return;
    this.room.value = { code: null, link: '', state, self: session.self, pings: NO_PINGS, wishes };
  }

  #goOut(): void {
    this.#door.leave();
    this.#code = null;
    this.#joined = null;
    this.state.value = 'out';
    this.room.value = this.stillness.value = null;
    forgetSecond(this.#ports.storage);
  }
}

const NO_PINGS: RoomView['pings'] = new Map();
