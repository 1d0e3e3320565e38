import type { PeerId } from '../../base/peer-id.ts';
import type { MemberId } from '../../room/command.ts';
import { type Person, type RoomState, findPerson } from '../../room/room-state.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { AnyWords } from './words.ts';

/** ms: a member not heard for so long is written to through the sequencer. */
const RELAY_AFTER_MS = 2_000;
/** Shorter than the other side's patience, so that no line falls between the two. */
const HEARD_WITHIN_MS = 1_000;
/** What was passed on before a link came back may arrive for so long after it. */
const BACK_FOR_MS = 3_000;
/** What finds no way to somebody is kept: a takeover is over by then. */
const KEEP_MS = 5_000;

/** The members that speak and listen at present. */
export type ChatRoom = {
  readonly room: RoomState;
  readonly self: MemberId | null;
  readonly sequencer: PeerId;
};

type Outgoing = {
  readonly words: AnyWords;
  /** The author of words that the script that filters passes on; null: they are this member's own. */
  readonly author: MemberId | null;
  readonly to: Set<MemberId>;
  readonly untilMs: number;
};

/** [N19] The ways that a line goes: over the own link, or by the sequencer. */
export class ChatWays {
  readonly #remotes: Remotes;
  readonly #room: () => ChatRoom;
  /** When a peer was last not heard directly. */
  readonly #unheardAtMs = new Map<PeerId, number>();
  #outgoing: Outgoing[] = [];
  #nowMs = 0;

  constructor(remotes: Remotes, room: () => ChatRoom) {
    this.#remotes = remotes;
    this.#room = room;
  }

  /** A line goes to these as soon as it can. `author`: null where it is this member's own. */
  put(words: AnyWords, author: MemberId | null, to: readonly Person[]): void {
    const untilMs = this.#nowMs + KEEP_MS;
    this.#outgoing.push({ words, author, to: new Set(to.map(({ id }) => id)), untilMs });
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

  /** Says something to one member now, over the own link or by the sequencer; false when there is no way. */
  offerTo(words: AnyWords, { id, peer }: Person): boolean {
    const remote = this.#openTo(peer);
    if (remote) return offer(remote, words, null, []);
    const middle = this.#openTo(this.#room().sequencer);
    return middle !== null && offer(middle, words, null, [id]);
  }

  /** Passes a line on to one member, if there is a link. */
  passOn(words: AnyWords, author: MemberId, { peer }: Person): void {
    const remote = this.#remotes.get(peer);
    if (remote) offer(remote, words, author, []);
  }

  /** A peer was not heard all the time lately, so that a line of it may come by the sequencer. */
  wasUnheard(peer: PeerId): boolean {
    if (!this.#remotes.has(peer)) return true;
    const unheardAtMs = this.#unheardAtMs.get(peer) ?? Number.NEGATIVE_INFINITY;
    return this.#nowMs - unheardAtMs < BACK_FOR_MS;
  }

  /** ms since a peer was heard; 0 of one that there is no link to. */
  silenceOf(peer: PeerId): number {
    const remote = this.#remotes.get(peer);
    return remote ? this.#nowMs - remote.channel.meter.lastHeardMs : 0;
  }

  /** Over the own link to whoever has one; the sequencer's copy names those who have none. */
  #send({ words, author, to }: Outgoing): void {
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
      } else if (offer(remote, words, author, [])) to.delete(id);
    }
    const middle = this.#openTo(sequencer);
    if (!middle || viaSequencer.length === 0) return;
    if (!offer(middle, words, author, isRelayed ? viaSequencer : [])) return;
    for (const id of viaSequencer) to.delete(id);
  }

  /** Null when the link is not open, or nothing was heard over it for a while. */
  #openTo(peer: PeerId): RemotePeer | null {
    const remote = this.#remotes.get(peer);
    if (!remote?.channel.isReady) return null;
    return this.silenceOf(peer) < RELAY_AFTER_MS ? remote : null;
  }
}

function offer(
  { channel }: RemotePeer,
  words: AnyWords,
  author: MemberId | null,
  relayTo: readonly MemberId[],
): boolean {
  return channel.offerControl({ ...words, author, relayTo });
}
