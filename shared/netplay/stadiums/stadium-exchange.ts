import { isContentHash } from '../../base/content-hash.ts';
import type { PeerId } from '../../base/peer-id.ts';
import { isMomentArena } from '../../room/moment-arena.ts';
import type { Packet } from '../../wire/packets.ts';
import type { BlobPacket, WantPacket } from '../../wire/stadium-packet.ts';
import type { PeerChannel } from '../link/peer-channel.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { StadiumTransfer } from '../session/stadium-transfer.ts';
import { StadiumDownload } from './stadium-download.ts';
import type { StadiumLibrary } from './stadium-library.ts';
import { StadiumUploads } from './stadium-uploads.ts';

const ASK_EVERY_MS = 50;
/** Beside the round trip: pieces wait their turn at the other side. */
const RETRY_MS = 400;
/** ms: a peer that was asked and sends nothing for so long is not asked any more. */
const SILENT_MS = 1_500;
/** ms without a piece from any peer: the stadium cannot be had. */
const GIVE_UP_MS = 60_000;
/** Texts that were not what they were said to be, before nobody is asked any more. */
const FALSE_MAX = 3;
/** What was refused is remembered, so that it is not loaded again and again. */
const FAILED_MAX = 64;

type Task = {
  download: StadiumDownload;
  /** The peer that is asked; null = the next that is ready. */
  provider: PeerId | null;
  askedAtMs: number;
  heardAtMs: number;
  /** When the provider sent a piece, or was chosen. */
  providerAtMs: number;
  falseTexts: number;
  /** Nothing goes on here without it: no other takes its place. */
  isNeeded: boolean;
};

/** `left` is a guess until the other end knows the number of pieces. */
type Lacking = { readonly stadium: string; readonly left: number; readonly isGuess: boolean };

type StadiumPacket = Packet & { readonly type: 'blob' | 'want' };

/**
 * [N15] Stadiums on their way from peer to peer. One comes in at a time; who holds one sends it to
 * whoever asks. A text counts only with the right hash, and is then read like anybody's file.
 */
export class StadiumExchange {
  readonly #library: StadiumLibrary;
  readonly #uploads: StadiumUploads;
  readonly #failed = new Set<string>();
  /** Pieces of a stadium that the other end of a channel lacks, as it said last. */
  readonly #lacking = new WeakMap<PeerChannel, Lacking>();
  #task: Task | null = null;
  #nowMs = 0;
  #heardAtMs = Number.NEGATIVE_INFINITY;
  #transfers: readonly StadiumTransfer[] = [];

  constructor(library: StadiumLibrary) {
    this.#library = library;
    this.#uploads = new StadiumUploads(library);
  }

  /** True when the stadium can be played on here. */
  has(stadium: string): boolean {
    return this.#library.arena(stadium) !== undefined;
  }

  /** True for a stadium that not everybody has and that is here. */
  mustTravel(stadium: string): boolean {
    return this.#library.text(stadium) !== null;
  }

  /** True for a moment that is here, and not a map. */
  isMoment(stadium: string): boolean {
    const arena = this.#library.arena(stadium);
    return arena !== undefined && isMomentArena(arena);
  }

  hasFailed(stadium: string | null): boolean {
    return stadium !== null && this.#failed.has(stadium);
  }

  /** 0 … 1 of the stadium that is coming in, null when none is. */
  get progress(): number | null {
    return this.#task?.download.progress ?? null;
  }

  /** When the last piece came in, on the session's clock. */
  get heardAtMs(): number {
    return this.#heardAtMs;
  }

  get transfers(): readonly StadiumTransfer[] {
    return this.#transfers;
  }

  /** Nothing goes on here without this stadium; null when nothing is missing. */
  need(stadium: string | null): void {
    if (this.#task) this.#task.isNeeded = stadium === this.#task.download.stadium;
    if (stadium !== null) this.want(stadium, null);
  }

  /** Asks for a stadium until it is here; another one that was asked for is given up. */
  want(stadium: string, from: PeerId | null): void {
    if (this.#task?.download.stadium === stadium || this.has(stadium)) return;
    if (this.#task?.isNeeded) return;
    // [R44] A moment that is here already, and that the page cannot read yet.
    if (this.mustTravel(stadium)) return;
    if (!isContentHash(stadium) || this.#failed.has(stadium)) return;
    this.#task = {
      download: new StadiumDownload(stadium),
      provider: from,
      askedAtMs: Number.NEGATIVE_INFINITY,
      heardAtMs: this.#nowMs,
      providerAtMs: this.#nowMs,
      falseTexts: 0,
      isNeeded: false,
    };
  }

  /** The person asks for it by hand: what failed may be tried again. */
  retry(stadium: string): void {
    this.#failed.delete(stadium);
  }

  /** True when the peer said that it holds the stadium. */
  isHeldBy(remote: RemotePeer, stadium: string): boolean {
    const known = this.#lacking.get(remote.channel);
    return known?.stadium === stadium && known.left === 0;
  }

  /** Tells a peer that the stadium is here: it answers in kind, or asks for it. */
  offer(remote: RemotePeer, stadium: string, nowMs: number): void {
    remote.channel.send({ type: 'want', stadium, left: 0, wanted: [] }, nowMs);
  }

  handlePacket(remote: RemotePeer, packet: StadiumPacket, sequencer: PeerId): void {
    if (packet.type === 'blob') this.#takePiece(remote, packet);
    else this.#takeWant(remote, packet, sequencer);
  }

  /** At every call of the session's `advance`. */
  advance(nowMs: number, remotes: Remotes, room: { sequencer: PeerId; isPlaying: boolean }): void {
    this.#nowMs = nowMs;
    this.#uploads.advance(nowMs, remotes, room.isPlaying);
    if (this.#task) this.#ask(this.#task, remotes, room.sequencer);
    this.#transfers = this.#report(remotes);
  }

  #takeWant(remote: RemotePeer, { stadium, left, wanted }: WantPacket, sequencer: PeerId): void {
    const before = this.#lacking.get(remote.channel);
    const wasGuess = before?.stadium !== stadium || before.isGuess;
    this.#lacking.set(remote.channel, { stadium, left, isGuess: wasGuess && left === 1 });
    this.#uploads.enqueue(remote.peer, { stadium, left, wanted });
    if (left > 0 || remote.peer !== sequencer) return;
    if (this.has(stadium)) this.offer(remote, stadium, this.#nowMs);
    else this.want(stadium, remote.peer);
  }

  /** Only who was asked is listened to: nobody else can spoil what is on its way. */
  #takePiece(remote: RemotePeer, packet: BlobPacket): void {
    const task = this.#task;
    if (!task || packet.stadium !== task.download.stadium || remote.peer !== task.provider) return;
    if (!task.download.take(packet)) return;
    task.heardAtMs = this.#nowMs;
    task.providerAtMs = this.#nowMs;
    this.#heardAtMs = this.#nowMs;
    if (task.download.left > 0) return;
    const text = task.download.finish();
    if (text === null) return this.#startOver(task);
    if (!this.#library.add(text).ok) return this.#fail(task);
    this.#task = null;
    if (this.has(packet.stadium)) this.offer(remote, packet.stadium, this.#nowMs);
  }

  #startOver(task: Task): void {
    task.falseTexts += 1;
    task.download = new StadiumDownload(task.download.stadium);
    task.providerAtMs = Number.NEGATIVE_INFINITY;
    if (task.falseTexts >= FALSE_MAX) this.#fail(task);
  }

  #fail(task: Task): void {
    this.#task = null;
    if (this.#failed.size < FAILED_MAX) this.#failed.add(task.download.stadium);
  }

  #ask(task: Task, remotes: Remotes, sequencer: PeerId): void {
    const nowMs = this.#nowMs;
    if (this.has(task.download.stadium)) this.#task = null;
    else if (nowMs - task.heardAtMs > GIVE_UP_MS) this.#fail(task);
    if (this.#task !== task) return;
    const remote = this.#chooseProvider(task, remotes, sequencer);
    if (!remote || nowMs - task.askedAtMs < ASK_EVERY_MS) return;
    const { stadium, left } = task.download;
    const { meter } = remote.channel;
    const retryMs = RETRY_MS + (meter.hasRtt ? 2 * meter.rttMs : 0);
    const wanted = task.download.takeWanted(nowMs, retryMs);
    if (wanted.length === 0) return;
    task.askedAtMs = nowMs;
    remote.channel.send({ type: 'want', stadium, left, wanted }, nowMs);
  }

  /** The peer that offered it, then the sequencer, then everybody in turn: each member may hold it. */
  #chooseProvider(task: Task, remotes: Remotes, sequencer: PeerId): RemotePeer | null {
    const silentMs = this.#nowMs - task.providerAtMs;
    const current = task.provider === null ? undefined : remotes.get(task.provider);
    if (current?.channel.isReady && silentMs < SILENT_MS) return current;
    const ready = [...remotes.values()].filter(({ channel }) => channel.isReady);
    const first = task.provider === null && ready.find(({ peer }) => peer === sequencer);
    const place = ready.findIndex(({ peer }) => peer === task.provider);
    const next = first || (ready[(place + 1) % Math.max(ready.length, 1)] ?? null);
    if (next === null) return null;
    task.provider = next.peer;
    task.providerAtMs = this.#nowMs;
    return next;
  }

  #report(remotes: Remotes): readonly StadiumTransfer[] {
    const transfers: StadiumTransfer[] = [];
    const { download, provider } = this.#task ?? {};
    if (download && provider) {
      transfers.push({ peer: provider, direction: 'in', progress: download.progress });
    }
    for (const { peer, channel } of remotes.values()) {
      const lacking = this.#lacking.get(channel);
      const total = lacking && lacking.left > 0 ? this.#uploads.piecesOf(lacking.stadium) : 0;
      if (!lacking || total === 0 || channel.state.state === 'closed') continue;
      const progress = lacking.isGuess ? 0 : Math.max(0, 1 - lacking.left / total);
      transfers.push({ peer, direction: 'out', progress });
    }
    // Nothing on its way, as almost always, allocates nothing for whoever compares.
    return transfers.length === 0 ? NO_TRANSFERS : transfers;
  }
}

const NO_TRANSFERS: readonly StadiumTransfer[] = [];
