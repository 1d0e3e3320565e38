import { hashText } from '../../shared/base/hash.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { PacketBody } from '../../shared/netplay/link/peer-channel.ts';
import type { SimulatedLink } from '../../shared/netplay/link/simulated-network.ts';
import { SEQ_MODULO, TERM_MODULO } from '../../shared/wire/packet-header.ts';
import type { ElectionMessage } from '../../shared/wire/election-packet.ts';
import {
  type ControlMessage,
  PIECE_ID_MODULO,
  controlMessage,
} from '../../shared/wire/control-packet.ts';
import {
  type Packet,
  PacketEncoder,
  decodePacket,
  encodeMessage,
} from '../../shared/wire/packets.ts';
import type { SimulatedPeer, SimulatedRoom } from './simulated-room.ts';

const ROOM = hashText('simulated') & 0xff;

/** Changes what the client says on its way to a peer; null keeps it back. */
export type Rewrite = (packet: Packet, to: SimulatedPeer) => Packet | null;

/** A peer with a modified client: plays along, and beside that says what it likes to each of the others. */
export class HostilePeer {
  readonly peer: SimulatedPeer;
  /** What becomes of the packets of its own client. */
  rewrite: Rewrite = (packet) => packet;
  readonly #room: SimulatedRoom;
  readonly #encoder = new PacketEncoder();
  readonly #sends = new Map<PeerId, (bytes: Uint8Array) => boolean>();
  readonly #seqs = new Map<PeerId, number>();
  readonly #expected = new Map<PeerId, number>();

  /** @param peer is taken over from now on; its links to those who come later have to be `bug`ged */
  constructor(room: SimulatedRoom, peer: SimulatedPeer) {
    this.#room = room;
    this.peer = peer;
    for (const other of this.others) this.bug(other);
  }

  get others(): readonly SimulatedPeer[] {
    return this.#room.alive.filter((one) => one !== this.peer);
  }

  /** Of its client among all, which is the number of its page while none was loaded anew. */
  get place(): number {
    return this.#room.peers.indexOf(this.peer);
  }

  /** Takes over the link to a peer. */
  bug(other: SimulatedPeer): void {
    const link: SimulatedLink | undefined = this.peer.links.get(other.id);
    if (!link || this.#sends.has(other.id)) return;
    const send = link.send.bind(link);
    this.#sends.set(other.id, send);
    this.#listen(link);
    link.send = (bytes) => {
      const packet = decodePacket(bytes);
      if (!packet) return send(bytes);
      const seq = 'seq' in packet ? packet.seq : 0;
      this.#seqs.set(other.id, seq);
      const rewritten = this.rewrite(packet, other);
      return rewritten ? send(this.#encoder.encode(rewritten)) : true;
    };
  }

  /** Says something of its own, in the numbers of the packet that its client sent last. */
  say(to: SimulatedPeer, body: PacketBody, term = this.term): void {
    const seq = (this.#seqs.get(to.id) ?? 0) % SEQ_MODULO;
    const header = { room: ROOM, term: term % TERM_MODULO, seq, ack: 0, holdMs: 255 };
    const packet = { ...body, ...header } as Packet;
    this.#sends.get(to.id)?.(this.#encoder.encode(packet));
  }

  /** Hears which piece of the reliable lane each waits for. */
  #listen(link: SimulatedLink): void {
    const receive = link.receive.bind(link);
    link.receive = (handle) =>
      receive((bytes, atMs) => {
        const packet = decodePacket(bytes);
        if (packet?.type === 'control') this.#expected.set(link.remote, packet.expected);
        handle(bytes, atMs);
      });
  }

  /** Says it over the reliable lane, without caring whether it arrives. */
  tell(message: ControlMessage): void {
    const bytes = encodeMessage(controlMessage, message, 1_000);
    for (const other of this.others) {
      const id = this.#expected.get(other.id) ?? 0;
      const pieces = [{ id, endsMessage: true, bytes }];
      this.say(other, { type: 'control', expected: 0, pieces });
      this.#expected.set(other.id, (id + 1) % PIECE_ID_MODULO);
    }
  }

  /** Says it to everybody. */
  sayToAll(body: PacketBody, term = this.term): void {
    for (const other of this.others) this.say(other, body, term);
  }

  /** The same of an election. */
  elect(said: ElectionMessage): void {
    this.sayToAll({ type: 'election', said }, 'term' in said ? said.term : this.term);
  }

  /** In full, as its own client knows it. */
  get term(): number {
    return this.peer.session.stats().term;
  }

  get finalTick(): number {
    return this.peer.session.engine.timeline.finalEnd;
  }
}
