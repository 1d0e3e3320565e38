import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId } from '../../room/command.ts';
import {
  type Person,
  type RoomState,
  findMemberOf,
  findPerson,
  isPerson,
} from '../../room/room-state.ts';
import { TEAM_NONE } from '../../sim/team.ts';
import type { ControlMessage } from '../../wire/control-packet.ts';
import {
  type Audience,
  type ChatLine,
  type ChatRefusal,
  QUICK_CHATS,
  type RoomChat,
} from './chat.ts';
import { ChatLimits, receiverRate } from './chat-limit.ts';
import { checkChatText } from './chat-text.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';

/** ms: a member not heard for so long is written to through the sequencer. */
const RELAY_AFTER_MS = 2_000;
/** Shorter than the other side's patience, so that no line falls between the two. */
const HEARD_WITHIN_MS = 1_000;
/** What was passed on before a link came back may arrive for so long after it. */
const BACK_FOR_MS = 3_000;
/** What finds no way to somebody is kept: a takeover is over by then. */
const KEEP_MS = 5_000;
/** Lines that wait for whoever shows them. */
const INBOX_MAX = 64;

export type ChatMessage = ControlMessage & { readonly type: 'chat' | 'quickChat' };

/** What a line is, whatever way it came. */
type Words = ChatMessage extends infer Message
  ? Message extends unknown
    ? Omit<Message, 'author' | 'relayTo'>
    : never
  : never;

/** The members that speak and listen at present. */
export type ChatRoom = {
  readonly room: RoomState;
  readonly self: MemberId | null;
  readonly sequencer: PeerId;
};

type Outgoing = { readonly words: Words; readonly to: Set<MemberId>; readonly untilMs: number };

/** [N18] What members say to each other: beside the timeline, over the reliable lane of each link. */
export class ChatLane implements RoomChat {
  /** Lines of others that were not believed, were too many or said nothing. */
  dropped = 0;
  readonly #remotes: Remotes;
  readonly #room: () => ChatRoom;
  readonly #own = new ChatLimits();
  readonly #others = new Map<MemberId, ChatLimits>();
  /** When a peer was last not heard directly. */
  readonly #unheardAtMs = new Map<PeerId, number>();
  #outgoing: Outgoing[] = [];
  #inbox: ChatLine[] = [];
  #nowMs = 0;

  constructor(remotes: Remotes, room: () => ChatRoom) {
    this.#remotes = remotes;
    this.#room = room;
  }

  say(text: string, audience: Audience): ChatRefusal | null {
    const checked = checkChatText(text);
    if (!checked.ok) return checked.error;
    return this.#say({ type: 'chat', toTeam: audience === 'team', text: checked.value });
  }

  sayQuick(id: number): ChatRefusal | null {
    return this.#say({ type: 'quickChat', id });
  }

  /** What was said since the last call, one's own lines among it. */
  take(): readonly ChatLine[] {
    if (this.#inbox.length === 0) return NO_LINES;
    const lines = this.#inbox;
    this.#inbox = [];
    return lines;
  }

  receive(remote: RemotePeer, message: ChatMessage): void {
    const { author: passedOn, relayTo, ...words } = message;
    const author = this.#authorOf(remote, passedOn);
    if (!author || (passedOn !== null && relayTo.length > 0)) return this.#drop();
    if (!this.#limitsOf(author.id).tryTake(kindOf(words), this.#nowMs)) return this.#drop();
    const { self } = this.#room();
    const isForMe = relayTo.length === 0 || (self !== null && relayTo.includes(self));
    if (relayTo.length > 0) this.#relay(author, relayTo, words);
    if (isForMe) this.#show(author, words);
  }

  /** Once a tick: sends what waits. */
  advance(nowMs: number): void {
    this.#nowMs = nowMs;
    for (const { peer, channel } of this.#remotes.values()) {
      const isHeard = channel.isReady && nowMs - channel.meter.lastHeardMs < HEARD_WITHIN_MS;
      if (!isHeard) this.#unheardAtMs.set(peer, nowMs);
    }
    if (this.#outgoing.length === 0) return;
    for (const line of this.#outgoing) this.#send(line);
    this.#outgoing = this.#outgoing.filter(({ to, untilMs }) => to.size > 0 && nowMs < untilMs);
  }

  #say(words: Words): ChatRefusal | null {
    const { room, self } = this.#room();
    const me = self === null ? undefined : findPerson(room, self);
    if (!me) return 'nobody';
    const isToTeam = isForTeam(words);
    if (isToTeam && me.team === TEAM_NONE) return 'no-team';
    if (!this.#own.tryTake(kindOf(words), this.#nowMs)) return 'too-fast';
    const others = room.members.filter(
      (one) => isPerson(one) && one.id !== me.id && (!isToTeam || one.team === me.team),
    );
    const to = new Set(others.map(({ id }) => id));
    this.#outgoing.push({ words, to, untilMs: this.#nowMs + KEEP_MS });
    this.#keep(me, words);
    return null;
  }

  /** Over the own link to whoever has one; the sequencer's copy names those who have none. */
  #send({ words, to }: Outgoing): void {
    const { room, sequencer } = this.#room();
    const viaSequencer: MemberId[] = [];
    let isRelayed = false;
    for (const id of to) {
      const member = findPerson(room, id);
      const remote = member && this.#openTo(member.peer);
      if (!member) to.delete(id);
      else if (!remote || member.peer === sequencer) {
        viaSequencer.push(id);
        isRelayed ||= member.peer !== sequencer;
      } else if (offer(remote, words, null, [])) to.delete(id);
    }
    const middle = this.#openTo(sequencer);
    if (!middle || viaSequencer.length === 0) return;
    if (!offer(middle, words, null, isRelayed ? viaSequencer : [])) return;
    for (const id of viaSequencer) to.delete(id);
  }

  /** [N19] Once, to those named; nobody passes on what was passed on. */
  #relay(author: Person, relayTo: readonly MemberId[], words: Words): void {
    const { room, self, sequencer } = this.#room();
    if (self === null || findPerson(room, self)?.peer !== sequencer) return this.#drop();
    for (const id of new Set(relayTo)) {
      const member = findPerson(room, id);
      if (!member || id === self || id === author.id) continue;
      if (isForTeam(words) && member.team !== author.team) continue;
      const remote = this.#remotes.get(member.peer);
      if (remote) offer(remote, words, author.id, []);
    }
  }

  /** The author: the member at the other end, or the one that the sequencer names; no other peer can. */
  #authorOf(remote: RemotePeer, passedOn: MemberId | null): Person | undefined {
    const { room, self, sequencer } = this.#room();
    if (passedOn === null) return findMemberOf(room, remote.peer);
    if (remote.peer !== sequencer || passedOn === self) return undefined;
    const author = findPerson(room, passedOn);
    if (!author || !this.#remotes.has(author.peer)) return author;
    const unheardAtMs = this.#unheardAtMs.get(author.peer) ?? Number.NEGATIVE_INFINITY;
    return this.#nowMs - unheardAtMs < BACK_FOR_MS ? author : undefined;
  }

  #show(author: Person, words: Words): void {
    const { room, self } = this.#room();
    const me = self === null ? undefined : findPerson(room, self);
    if (!me || (isForTeam(words) && (me.team !== author.team || me.team === TEAM_NONE))) {
      return this.#drop();
    }
    if (words.type === 'quickChat') {
      if (words.id < QUICK_CHATS) this.#keep(author, words);
      return;
    }
    const checked = checkChatText(words.text);
    if (checked.ok) this.#keep(author, { ...words, text: checked.value });
    else this.#drop();
  }

  #keep({ id: author }: Person, words: Words): void {
    if (this.#inbox.length >= INBOX_MAX) this.#inbox.shift();
    const audience = isForTeam(words) ? 'team' : 'all';
    const line = { author, audience, atMs: this.#nowMs } as const;
    this.#inbox.push(
      words.type === 'chat'
        ? { ...line, kind: 'text', text: words.text }
        : { ...line, kind: 'quick', id: words.id },
    );
  }

  /** Null when the link is not open, or nothing was heard over it for a while. */
  #openTo(peer: PeerId): RemotePeer | null {
    const remote = this.#remotes.get(peer);
    if (!remote?.channel.isReady) return null;
    return this.#nowMs - remote.channel.meter.lastHeardMs < RELAY_AFTER_MS ? remote : null;
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

function offer(
  { channel }: RemotePeer,
  words: Words,
  author: MemberId | null,
  relayTo: readonly MemberId[],
): boolean {
  return channel.offerControl({ ...words, author, relayTo });
}

function kindOf({ type }: Words): 'text' | 'quick' {
  return type === 'chat' ? 'text' : 'quick';
}

function isForTeam(words: Words): boolean {
  return words.type === 'chat' && words.toTeam;
}
