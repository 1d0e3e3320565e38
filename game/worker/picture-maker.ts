import type { ChatLine, ChatRefusal } from '../../shared/netplay/chat/chat.ts';
import type { Panel } from '../../shared/netplay/panel/panel.ts';
import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import type { MissedWish } from '../../shared/netplay/wishes.ts';
import type { RoomRequest } from '../../shared/room/command.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import type { FinalTape } from './final-tape.ts';
import type { ChannelWord, Picture } from './messages.ts';

/** An event of so many ticks ago is no guess any more. */
const GUESSED_TICKS = 32;
/** What waits for a page that stands still: older ones are dropped, as where nobody looks. */
const WAITING_MAX = 64;

/**
 * Keeps what a page has yet to be told of a session, and makes pictures of it. What happens between two
 * pictures waits for the next one.
 */
export class PictureMaker {
  readonly #session: PeerSession;
  readonly #tape: FinalTape;
  readonly #told: MatchEvent[] = [];
  #events: MatchEvent[] = [];
  #missed: MissedWish[] = [];
  #lines: ChatLine[] = [];
  #refusal: ChatRefusal | null = null;
  #room: RoomState | null = null;
  #wishes: readonly RoomRequest[] | null = null;
  #panel: Panel | null = null;
  #spare: Uint32Array<ArrayBuffer>[] = [];

  constructor(session: PeerSession, tape: FinalTape) {
    this.#session = session;
    this.#tape = tape;
  }

  /** Behind each advance of the session. */
  look(): void {
    const { chat, wishes, orderedTick } = this.#session;
    const events = this.#session.takeEvents();
    keep(this.#events, events);
    keep(this.#told, events);
    const guessed = this.#told.findIndex(({ tick }) => tick + GUESSED_TICKS > orderedTick);
    this.#told.splice(0, guessed < 0 ? this.#told.length : guessed);
    keep(this.#missed, wishes.takeMissed());
    keep(this.#lines, chat.take());
  }

  /** Something that a person asked to say was not said. */
  refuse(refusal: ChatRefusal | null): void {
    this.#refusal = refusal ?? this.#refusal;
  }

  /** A buffer that came back from the page. */
  giveBack(words: Uint32Array<ArrayBuffer>): void {
    this.#spare.push(words);
  }

  make(nowMs: number, absoluteMs: number, channels: readonly ChannelWord[]): Picture {
    const session = this.#session;
    const { world, previous } = session;
    const { room } = world;
    const wishes = session.wishes.open;
    const shown = session.panel.lane?.shown ?? null;
    const picture: Picture = {
      type: 'picture',
      absoluteMs,
      tick: world.tick,
      words: this.#write(previous.match.words, world.match.words),
      before: previous.match.words.length,
      previousTick: previous.tick,
      room: room === this.#room ? null : room,
      finals: this.#tape.take(),
      blend: session.blendAt(nowMs),
      state: session.state,
      self: session.self,
      orderedTick: session.orderedTick,
      eatenInputs: session.eatenInputs,
      events: this.#events,
      undone: this.#told.filter((event) => !session.holds(event)),
      wishes: wishes === this.#wishes ? null : wishes,
      missed: this.#missed,
      lines: this.#lines,
      refusal: this.#refusal,
      panel: shown === this.#panel ? null : { shown },
      transfers: session.transfers,
      reports: session.reports(),
      stats: session.stats(),
      channels,
    };
    this.#room = room;
    this.#wishes = wishes;
    this.#panel = shown;
    this.#events = [];
    this.#missed = [];
    this.#lines = [];
    this.#refusal = null;
    return picture;
  }

  #write(before: Uint32Array, now: Uint32Array): Uint32Array<ArrayBuffer> {
    const length = before.length + now.length;
    const spare = this.#spare.pop();
    const words = spare?.length === length ? spare : new Uint32Array(length);
    words.set(before);
    words.set(now, before.length);
    return words;
  }
}

function keep<Thing>(list: Thing[], news: readonly Thing[]): void {
  list.push(...news);
  if (list.length > WAITING_MAX) list.splice(0, list.length - WAITING_MAX);
}
