import type { PeerId } from '../../base/peer-id.ts';
import type { Members, PageNumber } from '../../consensus/members.ts';
import { RepairCount } from './repair-count.ts';
import type { LinkReport } from '../session/link-report.ts';
import { MemberFeed } from './member-feed.ts';
import type { Goodbye } from '../../wire/control-packet.ts';
import type { Packet } from '../../wire/packets.ts';
import type { PeerChannel } from '../link/peer-channel.ts';
import { SendPace } from '../timing/send-pace.ts';

/** What a peer said of its own way, and when that came. */
export type OwnWord = {
  readonly waitMs: number;
  readonly rttMs: number;
  readonly reached: Members;
  readonly atMs: number;
};

/** One other peer of the room, across all the links that were opened to it. */
export class RemotePeer {
  readonly peer: PeerId;
  /** [L87] The number of its page. */
  page: PageNumber;
  /** What it told last of its term, in full, and of the witness. */
  told: { readonly term: number; readonly life: number } | null = null;
  /** The life of the witness that it said to have heard of in this term. */
  heardLife = 0;
  readonly pace = new SendPace();
  /** Only the sequencer's is used. */
  readonly feed = new MemberFeed();
  channel: PeerChannel;
  /** What it said of its way to the others when it was asked last, and when that came. */
  way: OwnWord | null = null;
  /** It said goodbye, or the lobby said it for it. */
  hasLeft = false;
  /** It said goodbye itself, and does not mean to come back: the newest configuration that it held. */
  goodbye: Goodbye['mark'] | null = null;
  /** True while its page is hidden. */
  isHidden = false;
  /** It asked for a world; nothing shows yet that it has one. */
  lacksWorld = false;
  /** When its last input came that was not too late by far. */
  freshAtMs = Number.NEGATIVE_INFINITY;
  /** The sequencer owes this peer a world. */
  needsSnapshot = false;
  /** Tick of the newest input that it told; -1 when it told none. */
  newestInput = -1;
  /** Place of the packet that told it among all that were sent over the present channel. */
  inputOrder = -1;
  /** Times that its state was replaced by ours. */
  readonly repairs = new RepairCount();

  constructor(channel: PeerChannel, page: PageNumber) {
    this.peer = channel.remote;
    this.page = page;
    this.channel = channel;
  }

  /** A new link to the same peer takes the old one's place. */
  replaceChannel(channel: PeerChannel, page: PageNumber): void {
    this.channel.close();
    this.channel = channel;
    this.page = page;
    this.told = null;
    this.heardLife = 0;
    this.inputOrder = -1;
    this.hasLeft = false;
    this.goodbye = null;
    this.lacksWorld = false;
    this.way = null;
  }

  /** What a packet tells of its sender, whatever becomes of it. */
  notice(packet: Packet): void {
    if ('hidden' in packet) this.isHidden = packet.hidden;
    // An input may be sent by habit; these show a world.
    if (packet.type === 'hint' || packet.type === 'confirm') {
      this.lacksWorld = false;
    }
    if (packet.type !== 'bye') return;
    this.hasLeft = true;
    this.goodbye = packet.mark;
  }

  report(nowMs: number): LinkReport {
    const { meter, state } = this.channel;
    const version = state.state !== 'mismatch' ? 'same' : state.remoteNewer ? 'newer' : 'older';
    return {
      peer: this.peer,
      rttMs: meter.rttMs,
      jitterMs: meter.jitterMs,
      loss: meter.loss,
      silentMs: Math.max(0, nowMs - meter.lastHeardMs),
      version,
      path: this.channel.link.path ?? null,
    };
  }
}

export type Remotes = ReadonlyMap<PeerId, RemotePeer>;

/** The peer whose page has this number. */
export function findRemoteAt(remotes: Remotes, page: PageNumber): RemotePeer | undefined {
  for (const remote of remotes.values()) if (remote.page === page) return remote;
  return undefined;
}
