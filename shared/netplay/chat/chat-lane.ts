import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId } from '../../room/command.ts';
import {
  type Person,
  findMemberOf,
  findPerson,
  peopleIn,
  runsRoom,
} from '../../room/room-state.ts';
import { TEAM_NONE } from '../../sim/team.ts';
import { filterOf } from '../../room/scripted.ts';
import { type ControlMessage, LINE_MARKS } from '../../wire/control-packet.ts';
import { type Announcement, type AnnouncementRefusal, fitAnnouncement } from './announcement.ts';
import {
  type AskedLines,
  type AskedLine,
  AwaitedLines,
  KnownLines,
  UNFILTERED_AFTER_MS,
} from './chat-filter.ts';
import { type ChatRoom, ChatWays } from './chat-ways.ts';
import {
  type AnnouncementMessage,
  type AnyWords,
  type AnnouncementWords,
  type ChatMessage,
  isForTeam,
  type Words,
} from './words.ts';
import {
  type Audience,
  type ChatLine,
  type ChatRefusal,
  EMOTES,
  QUICK_CHATS,
  type RoomChat,
} from './chat.ts';
import { ChatLimits, receiverRate } from './chat-limit.ts';
import { checkChatText } from './chat-text.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';

/** Lines that wait for whoever shows them. */
const INBOX_MAX = 64;

/** [N18] What members say to each other: beside the timeline, over the reliable lane of each link. */
export class ChatLane implements RoomChat {
  /** Lines of others that were not believed, were too many or said nothing. */
  dropped = 0;
  /** [N61] Of a script; null: this is a page, which nobody asks. */
  asked: AskedLines | null = null;
  readonly #remotes: Remotes;
  readonly #room: () => ChatRoom;
  readonly #own = new ChatLimits();
  readonly #others = new Map<MemberId, ChatLimits>();
  readonly #awaited = new AwaitedLines();
  readonly #known = new KnownLines();
  readonly #ways: ChatWays;
  #inbox: ChatLine[] = [];
  #nowMs = 0;
  /** Null: nothing was said. A page that was loaded anew begins elsewhere, or its lines would be known. */
  #mark: number | null = null;

  constructor(remotes: Remotes, room: () => ChatRoom) {
    this.#ways = new ChatWays(remotes, room);
    this.#remotes = remotes;
    this.#room = room;
  }

  say(text: string, audience: Audience): ChatRefusal | null {
    const checked = checkChatText(text);
    if (!checked.ok) return checked.error;
    const toTeam = audience === 'team';
    return this.#say({ type: 'chat', mark: this.#nextMark(), toTeam, text: checked.value });
  }

  sayQuick(id: number): ChatRefusal | null {
    return this.#say({ type: 'quickChat', mark: this.#nextMark(), id });
  }

  /** [N63] Says something as the room, to all or to one member; null when it was said. */
  announce({ to, ...said }: Announcement): AnnouncementRefusal | null {
    const { room, self } = this.#room();
    const me = self === null ? undefined : findPerson(room, self);
    if (!me) return 'nobody';
    if (!runsRoom(room, me.id)) return 'no-right';
    if (!this.#own.tryTake('scripted', this.#nowMs)) return 'too-fast';
    const text = fitAnnouncement(said.text);
    if (text === null) return 'empty';
    const words = { type: 'announcement', ...said, text, isPrivate: to !== null } as const;
    const others = peopleIn(room).filter(({ id }) => id !== me.id && (to === null || id === to));
    this.#ways.put(words, null, others);
    if (to === null || to === me.id) this.#keepAnnouncement(me.id, words);
    return null;
  }

  /** [N61] What the script that filters is asked since the last call; empty for everybody else. */
  takeAsked(): readonly AskedLine[] {
    return this.asked?.takeUntold() ?? NO_ASKED;
  }

  /** [N61] Says what becomes of a line that was asked about. */
  judge(id: number, isShown: boolean): void {
    const line = this.asked?.decide(id);
    const { room } = this.#room();
    const author = line && findPerson(room, line.author);
    if (!line || !author) return;
    const { words } = line;
    if (!isShown) {
      this.#remotes.get(author.peer)?.channel.offerControl({ type: 'hidden', mark: words.mark });
      return;
    }
    this.#ways.put(words, author.id, this.#listenersOf(author, words, this.#room().self));
    this.#show(author, words);
  }

  /** What was said since the last call, one's own lines among it. */
  take(): readonly ChatLine[] {
    if (this.#inbox.length === 0) return NO_LINES;
    const lines = this.#inbox;
    this.#inbox = [];
    return lines;
  }

  /** False when a message is none of chat. */
  handle(remote: RemotePeer, message: ControlMessage): boolean {
    switch (message.type) {
      case 'chat':
      case 'quickChat':
        this.#takeLine(remote, message);
        return true;
      case 'announcement':
        this.#takeAnnouncement(remote, message);
        return true;
      case 'hidden':
        // [N61] The script that filters shows a line of this member to nobody.
        if (this.#isFilter(remote.peer)) this.#awaited.take(message.mark);
        return true;
      default:
        return false;
    }
  }

  #takeLine(remote: RemotePeer, message: ChatMessage): void {
    const { author: passedOn, relayTo, ...words } = message;
    const isFromFilter = this.#isFilter(remote.peer);
    const author = this.#authorOf(remote, passedOn);
    const isTwicePassed = passedOn !== null && relayTo.length > 0 && !isFromFilter;
    if (!author || isTwicePassed) return this.#drop();
    const { self } = this.#room();
    if (author.id === self) return this.#takeBack(words.mark);
    if (!this.#limitsOf(author.id).tryTake(kindOf(author, words), this.#nowMs)) return this.#drop();
    const isForMe = relayTo.length === 0 || (self !== null && relayTo.includes(self));
    if (relayTo.length > 0) this.#relay(remote, author, relayTo, words);
    if (!isForMe) return;
    if (self !== null && self === filterOf(this.#room().room)) this.asked?.ask(author.id, words);
    else if (passedOn === null && !this.#mayReach(author.id)) this.#drop();
    else this.#showOnce(author, words);
  }

  /** [N63] */
  #takeAnnouncement(remote: RemotePeer, message: AnnouncementMessage): void {
    const { author: passedOn, relayTo, ...words } = message;
    const { room, self } = this.#room();
    const author = this.#authorOf(remote, passedOn);
    const isTwicePassed = passedOn !== null && relayTo.length > 0;
    if (!author || isTwicePassed || !runsRoom(room, author.id)) return this.#drop();
    if (!this.#limitsOf(author.id).tryTake('scripted', this.#nowMs)) return this.#drop();
    if (relayTo.length > 0) this.#relay(remote, author, relayTo, words);
    const text = fitAnnouncement(words.text);
    if (relayTo.length > 0 && (self === null || !relayTo.includes(self))) return;
    if (text === null) return this.#drop();
    this.#keepAnnouncement(author.id, { ...words, text });
  }

  /** Once a tick: sends what waits. */
  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    for (const words of this.#awaited.takeOld(nowMs)) this.#sayToAll(words);
    this.#ways.advance(nowMs);
  }

  #say(words: Words): ChatRefusal | null {
    const { room, self } = this.#room();
    const me = self === null ? undefined : findPerson(room, self);
    if (!me) return 'nobody';
    if (isForTeam(words) && me.team === TEAM_NONE) return 'no-team';
    if (!this.#own.tryTake(kindOf(me, words), this.#nowMs)) return 'too-fast';
    const filter = this.#filterThere();
    if (filter === null || filter === me.id) this.#sayToAll(words);
    else {
      this.#awaited.wait(words, this.#nowMs);
      this.#ways.put(words, null, [findPerson(room, filter)!]);
    }
    return null;
  }

  #sayToAll(words: Words): void {
    const { room, self } = this.#room();
    const me = self === null ? undefined : findPerson(room, self);
    if (!me) return;
    this.#ways.put(words, null, this.#listenersOf(me, words, me.id));
    this.#keep(me, words);
  }

  /** [N61] Back from the script: the own line is shown, to this person too. */
  #takeBack(mark: number): void {
    const { room, self } = this.#room();
    const words = this.#awaited.take(mark);
    const me = self === null ? undefined : findPerson(room, self);
    if (words && me) this.#keep(me, words);
    else this.#drop();
  }

  #listenersOf(author: Person, words: Words, except: MemberId | null): readonly Person[] {
    const isToTeam = isForTeam(words);
    return peopleIn(this.#room().room).filter(
      ({ id, team }) => id !== except && (!isToTeam || team === author.team),
    );
  }

  #nextMark(): number {
    this.#mark = ((this.#mark ?? Math.floor(this.#nowMs)) + 1) % LINE_MARKS;
    return this.#mark;
  }

  /** [N61] The script that filters, while it is there; null: lines go to everybody at once. */
  #filterThere(): MemberId | null {
    const { room, self } = this.#room();
    const id = filterOf(room);
    const filter = id === null ? undefined : findPerson(room, id);
    if (!filter || filter.absent) return null;
    if (id === self) return id;
    return this.#ways.silenceOf(filter.peer) < UNFILTERED_AFTER_MS ? id : null;
  }

  /** [N61] By its own word, without the script. */
  #mayReach(author: MemberId): boolean {
    const filter = this.#filterThere();
    return filter === null || filter === author;
  }

  #isFilter(peer: PeerId): boolean {
    const { room } = this.#room();
    const filter = filterOf(room);
    return filter !== null && findPerson(room, filter)?.peer === peer;
  }

  /**
   * [N19] Once, to those named; nobody passes on what was passed on. [N61] While a script filters, to nobody but it
   * unless it said so itself.
   */
  #relay(from: RemotePeer, author: Person, relayTo: readonly MemberId[], words: AnyWords): void {
    const { room, self, sequencer } = this.#room();
    if (self === null || findPerson(room, self)?.peer !== sequencer) return this.#drop();
    const isAnnounced = words.type === 'announcement';
    const filter = isAnnounced || this.#isFilter(from.peer) ? null : this.#filterThere();
    for (const id of new Set(relayTo)) {
      const member = findPerson(room, id);
      const isSelf = id === self || (id === author.id && !this.#isFilter(from.peer));
      if (!member || isSelf || (filter !== null && id !== filter)) continue;
      if (isForTeam(words) && member.team !== author.team) continue;
      this.#ways.passOn(words, author.id, member);
    }
  }

  /** The author: the member at the other end, or the one that the sequencer names; no other peer can. */
  #authorOf(remote: RemotePeer, passedOn: MemberId | null): Person | undefined {
    const { room, self, sequencer } = this.#room();
    if (passedOn === null) return findMemberOf(room, remote.peer);
    const author = findPerson(room, passedOn);
    // [N61] Of whom it passed a line on is for the script to say; the sequencer brings it where that has no link.
    if (this.#isFilter(remote.peer)) return author;
    if (remote.peer !== sequencer) return undefined;
    if (this.#filterThere() !== null) return author;
    if (passedOn === self) return undefined;
    return author && this.#ways.wasUnheard(author.peer) ? author : undefined;
  }

  #showOnce(author: Person, words: Words): void {
    if (this.#known.isNew(author.id, words.mark, this.#nowMs)) this.#show(author, words);
    else this.#drop();
  }

  #show(author: Person, words: Words): void {
    const { room, self } = this.#room();
    const me = self === null ? undefined : findPerson(room, self);
    if (!me || (isForTeam(words) && (me.team !== author.team || me.team === TEAM_NONE))) {
      return this.#drop();
    }
    if (words.type === 'quickChat') {
      if (words.id < QUICK_CHATS + EMOTES.length) this.#keep(author, words);
      return;
    }
    const checked = checkChatText(words.text);
    if (checked.ok) this.#keep(author, { ...words, text: checked.value });
    else this.#drop();
  }

  #keep({ id: author }: Person, words: Words): void {
    const audience = isForTeam(words) ? 'team' : 'all';
    const line = { author, audience, atMs: this.#nowMs } as const;
    this.#receive(
      words.type === 'chat'
        ? { ...line, kind: 'text', text: words.text }
        : { ...line, kind: 'quick', id: words.id },
    );
  }

  #keepAnnouncement(author: MemberId, { type: kind, ...words }: AnnouncementWords): void {
    this.#receive({ author, audience: 'all', atMs: this.#nowMs, kind, ...words });
  }

  #receive(line: ChatLine): void {
    if (this.#inbox.length >= INBOX_MAX) this.#inbox.shift();
    this.#inbox.push(line);
  }

  #limitsOf(author: MemberId): ChatLimits {
    const known = this.#others.get(author) ?? new ChatLimits(receiverRate);
    this.#others.set(author, known);
    return known;
  }

  #drop(): void {
    this.dropped += 1;
  }
}

const NO_LINES: readonly ChatLine[] = [];
const NO_ASKED: readonly AskedLine[] = [];

/** [N64] What a script says is counted together, and more of it may be said. */
function kindOf({ script }: Person, { type }: Words): 'text' | 'quick' | 'scripted' {
  if (script) return 'scripted';
  return type === 'chat' ? 'text' : 'quick';
}
