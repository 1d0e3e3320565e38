import { assertNever } from '../../../shared/base/assert.ts';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { type ChatLine, type ChatRefusal, emoteOf } from '../../../shared/netplay/chat/chat.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { findMember, findPerson } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { chatChoice, type Settings } from '../../settings/settings.ts';
import {
  type ChatEntry,
  type ChatView,
  QUICK_PAIRS,
  quickOf,
  type ShownEmote,
  type QuickMenuState,
} from '../../ui/model/chat-model.ts';

const LOG_MAX = 50;
/** How long a line stands over a match, and how many do. */
const FRESH_MS = 6_000;
const FRESH_MAX = 5;
/** How long an emote stands over its disc. */
const EMOTE_MS = 1_600;
/** A reader that is interrupted by every line reads none. */
const ANNOUNCE_EVERY_MS = 2_500;
const ANNOUNCED_MAX = 3;
const REFUSAL_MS = 6_000;
/** A menu that was opened by a key closes by itself: the hands are on the disc. */
const QUICK_MS = 3_000;
/** The newest ones: each is by a tap, or has the name of one that was tapped. */
export const MUTED_MAX = 64;

const CLOSED: QuickMenuState = { state: 'closed' };

export type ChatDeskOptions = {
  /** Read within computed values: it may be a signal's value. */
  readonly settings: () => Pick<Settings, 'chat' | 'streamer' | 'quickText' | 'emotes'>;
  /** With strangers, see `settings`. */
  readonly isQuick: () => boolean;
  readonly playSound: (sound: 'chat' | 'quickchat') => void;
};

/** What is said in a room, as the screens show it: filtered by settings and by who is muted. */
export class ChatDesk implements ChatView {
  readonly isHere = signal(false);
  readonly hasTeam = signal(false);
  readonly log = signal<readonly ChatEntry[]>([]);
  readonly fresh = signal<readonly ChatEntry[]>([]);
  readonly emotes = signal<readonly ShownEmote[]>([]);
  readonly announced = signal<readonly ChatEntry[]>([]);
  readonly muted = signal<ReadonlyMap<PeerId, string>>(new Map());
  readonly refusal = signal<ChatRefusal | 'strangers' | null>(null);
  readonly typing = signal(false);
  readonly toTeam = signal(false);
  readonly quick = signal<QuickMenuState>(CLOSED);
  readonly canType: ReadonlySignal<boolean>;
  readonly lacksText: ReadonlySignal<boolean>;
  readonly canBeQuick: ReadonlySignal<boolean>;
  readonly #options: ChatDeskOptions;
  readonly #saidAtMs = new Map<number, number>();
  readonly #emotesUntilMs = new Map<number, number>();
  #session: RoomSession | null = null;
  #nowMs = 0;
  #count = 0;
  #unread: readonly ChatEntry[] = [];
  #announcedAtMs = Number.NEGATIVE_INFINITY;
  #refusedAtMs = 0;
  #quickUntilMs = 0;

  constructor(options: ChatDeskOptions) {
    this.#options = options;
    const isOn = () => this.isHere.value && chatChoice(options.settings()) === 'on';
    const isQuiet = () => options.isQuick() && !options.settings().quickText;
    this.canType = computed(() => isOn() && !isQuiet());
    this.lacksText = computed(() => isOn() && isQuiet());
    this.canBeQuick = computed(() => this.isHere.value && chatChoice(options.settings()) !== 'off');
  }

  /** Follows a room with others; may run every tick. */
  follow(session: RoomSession, nowMs: number): void {
    if (session !== this.#session) this.leave();
    this.#session = session;
    this.#nowMs = nowMs;
    this.isHere.value = true;
    const { room } = session.world;
    const me = session.self === null ? undefined : findMember(room, session.self);
    this.hasTeam.value = me !== undefined && me.team !== TEAM_NONE;
    for (const line of session.chat.take()) this.#take(line, session);
    const refusal = session.chat.takeRefusal?.() ?? null;
    if (refusal !== null) this.#tell(refusal);
    this.#forget(nowMs);
    this.#announce(nowMs);
  }

  /** The room is left: the next one begins with nothing said. */
  leave(): void {
    this.#session = null;
    this.#unread = [];
    this.#saidAtMs.clear();
    this.#emotesUntilMs.clear();
    this.isHere.value = false;
    this.log.value = [];
    this.fresh.value = [];
    this.emotes.value = [];
    this.announced.value = [];
    this.refusal.value = null;
    this.typing.value = false;
    this.toTeam.value = false;
    this.quick.value = CLOSED;
  }

  readonly openTyping = (open: boolean): void => {
    this.typing.value = open && this.canType.value;
    if (open && this.lacksText.value) this.#tell('strangers');
    if (open) this.quick.value = CLOSED;
  };

  readonly setToTeam = (toTeam: boolean): void => {
    this.toTeam.value = toTeam;
  };

  readonly say = (text: string): boolean => {
    const audience = this.toTeam.value ? 'team' : 'all';
    return this.#tell(this.#session?.chat.say(text, audience) ?? null);
  };

  readonly sayQuick = (id: number): void => {
    this.quick.value = CLOSED;
    if (this.canBeQuick.value) this.#tell(this.#session?.chat.sayQuick(id) ?? null);
  };

  readonly openQuick = (open: boolean): void => {
    this.quick.value = open && this.canBeQuick.value ? { state: 'open' } : CLOSED;
    this.#quickUntilMs = Number.POSITIVE_INFINITY;
  };

  /** The button of a gamepad: like the keys, for as long as the hands are quick. */
  readonly toggleQuick = (): void => {
    this.openQuick(this.quick.value.state === 'closed');
    this.#quickUntilMs = this.#nowMs + QUICK_MS;
  };

  /** One of the four keys. The first press opens a pair, the second one says a line of it or shows an emote. */
  readonly pressQuick = (key: number): void => {
    const { value } = this.quick;
    const pair = QUICK_PAIRS[key];
    if (!this.canBeQuick.value || pair === undefined) return;
    if (value.state === 'pair') return this.sayQuick(quickOf(value.pair, key));
    this.quick.value = { state: 'pair', pair };
    this.#quickUntilMs = this.#nowMs + QUICK_MS;
  };

  readonly mute = (peer: PeerId, muted: boolean): void => {
    const all = new Map(this.muted.value);
    all.delete(peer);
    const members = this.#session?.world.room.members ?? [];
    if (muted) all.set(peer, members.find((member) => member.peer === peer)?.name ?? '');
    this.muted.value = new Map([...all].slice(-MUTED_MAX));
    if (!muted) return;
    const isHeard = (entry: ChatEntry): boolean => entry.peer !== peer;
    this.log.value = this.log.value.filter(isHeard);
    this.fresh.value = this.fresh.value.filter(isHeard);
    this.emotes.value = this.emotes.value.filter((emote) => emote.peer !== peer);
    this.announced.value = this.announced.value.filter(isHeard);
    this.#unread = this.#unread.filter(isHeard);
  };

  #take(line: ChatLine, { world, self }: RoomSession): void {
    const author = findPerson(world.room, line.author);
    if (!author || this.muted.value.has(author.peer)) return;
    if (!(line.kind === 'quick' ? this.canBeQuick : this.canType).value) return;
    const isSelf = line.author === self;
    const emote = line.kind === 'quick' ? emoteOf(line.id) : undefined;
    if (emote && !isSelf && !this.#options.settings().emotes) return;
    this.#count += 1;
    const entry: ChatEntry = {
      number: this.#count,
      peer: author.peer,
      name: author.name,
      team: author.team,
      isSelf,
      toTeam: line.audience === 'team',
      words: wordsOf(line),
    };
    this.#saidAtMs.set(entry.number, this.#nowMs);
    this.log.value = [...this.log.value, entry].slice(-LOG_MAX);
    // Over a disc it is seen; of one that has none it is read.
    if (emote && author.seat !== null)
      this.#showEmote({ number: entry.number, peer: author.peer, emote });
    else this.fresh.value = [...this.fresh.value, entry].slice(-FRESH_MAX);
    if (isSelf) return;
    this.#unread = [...this.#unread, entry].slice(-ANNOUNCED_MAX);
    const sound = soundOf(line);
    if (sound !== null) this.#options.playSound(sound);
  }

  /** The newest one of each person. */
  #showEmote(shown: ShownEmote): void {
    const others = this.emotes.value.filter(({ peer }) => peer !== shown.peer);
    this.emotes.value = [...others, shown];
    this.#emotesUntilMs.set(shown.number, this.#nowMs + EMOTE_MS);
  }

  /** What stood long enough goes. */
  #forget(nowMs: number): void {
    for (const [number, untilMs] of this.#emotesUntilMs) {
      if (nowMs < untilMs) break;
      this.#emotesUntilMs.delete(number);
      this.emotes.value = this.emotes.value.filter((emote) => emote.number !== number);
    }
    for (const [number, atMs] of this.#saidAtMs) {
      if (nowMs - atMs < FRESH_MS) break;
      this.#saidAtMs.delete(number);
      this.fresh.value = this.fresh.value.filter((entry) => entry.number !== number);
    }
    if (this.refusal.value !== null && nowMs - this.#refusedAtMs > REFUSAL_MS) {
      this.refusal.value = null;
    }
    if (nowMs > this.#quickUntilMs) this.quick.value = CLOSED;
  }

  #announce(nowMs: number): void {
    if (this.#unread.length === 0 || nowMs - this.#announcedAtMs < ANNOUNCE_EVERY_MS) return;
    this.announced.value = this.#unread;
    this.#unread = [];
    this.#announcedAtMs = nowMs;
  }

  /** True when it was said. */
  #tell(refusal: ChatRefusal | 'strangers' | null): boolean {
    this.refusal.value = refusal;
    this.#refusedAtMs = this.#nowMs;
    // Never to all by itself what was meant for the team: that takes a second press.
    if (refusal === 'no-team') this.toTeam.value = false;
    return refusal === null;
  }
}

function wordsOf(line: ChatLine): ChatEntry['words'] {
  switch (line.kind) {
    case 'text':
      return { kind: 'text', text: line.text };
    case 'quick':
      return { kind: 'quick', id: line.id };
    case 'announcement': {
      const { kind, text, color, style, isPrivate } = line;
      return { kind, text, color, style, isPrivate };
    }
    default:
      return assertNever(line);
  }
}

/** A notice has the sound of the quick chat, which stands out from that of what people write. */
function soundOf(line: ChatLine): 'chat' | 'quickchat' | null {
  if (line.kind !== 'announcement') return line.kind === 'text' ? 'chat' : 'quickchat';
  if (line.sound === 'none') return null;
  return line.sound === 'notice' ? 'quickchat' : 'chat';
}
