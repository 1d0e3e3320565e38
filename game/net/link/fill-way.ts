import type { FillChannel, StormCounts } from './ack-storm.ts';

/** Under the same number on both sides; nothing that it carries is read, late pieces help too. */
const CHANNEL = { negotiated: true, id: 1, ordered: false, maxRetransmits: 0 } as const;

/** DTLS 1.3, SCTP and the only chunk of a packet: an acknowledgement, or the head of a message. */
const PACKET_BYTES = 50;
/** Messages are filled up to a multiple of four bytes. */
const PADDING_BYTES = 2;

/** What the game's own channel counted. */
export type GameCounts = {
  readonly sent: number;
  readonly received: number;
  readonly receivedBytes: number;
};

type Entry = Readonly<Record<string, unknown>>;

/** The second channel of a connection, and how many packets the connection took in. */
export class FillWay implements FillChannel {
  readonly #connection: RTCPeerConnection | null;
  readonly #channel: RTCDataChannel | null;
  #piecesIn = 0;
  #pieceBytesIn = 0;

  constructor(connection: RTCPeerConnection | null | undefined) {
    this.#connection = connection ?? null;
    this.#channel = connection?.createDataChannel('fill', CHANNEL) ?? null;
    if (!this.#channel) return;
    this.#channel.binaryType = 'arraybuffer';
    this.#channel.addEventListener('message', ({ data }) => {
      this.#piecesIn += 1;
      this.#pieceBytesIn += data instanceof ArrayBuffer ? data.byteLength : 0;
    });
  }

  get isOpen(): boolean {
    return this.#channel?.readyState === 'open';
  }

  get bufferedAmount(): number {
    return this.#channel?.bufferedAmount ?? 0;
  }

  send(bytes: Uint8Array<ArrayBuffer>): void {
    try {
      this.#channel?.send(bytes);
    } catch {
      // The channel can close between the look at its state and this call.
    }
  }

  async count(game: GameCounts): Promise<StormCounts | null> {
    if (this.#connection === null) return null;
    // One that was closed meanwhile may refuse, and has nothing to tell any more.
    const report = await this.#connection.getStats().catch(() => null);
    if (report === null) return null;
    const datagramsIn = game.received + this.#piecesIn;
    const bytesIn = game.receivedBytes + this.#pieceBytesIn;
    const packetsIn = readPacketsIn(report, datagramsIn, bytesIn);
    return packetsIn === null ? null : { packetsIn, datagramsIn, datagramsOut: game.sent };
  }
}

/**
 * Packets that a connection took in. Chromium counts them; Firefox counts bytes alone, but what is left
 * of these beside the datagrams and their heads are acknowledgements.
 *
 * @param datagrams that came in so far, and their bytes
 */
export function readPacketsIn(
  report: RTCStatsReport,
  datagrams: number,
  bytes: number,
): number | null {
  const packets = highest(report, 'packetsReceived');
  if (packets !== null) return packets;
  const all = highest(report, 'bytesReceived');
  if (all === null) return null;
  const rest = all - bytes - datagrams * (PACKET_BYTES + PADDING_BYTES);
  return datagrams + rest / PACKET_BYTES;
}

/** Of the way in use: those that were tried and left have counted less. */
function highest(report: RTCStatsReport, key: string): number | null {
  let most: number | null = null;
  report.forEach((entry: Entry) => {
    const value = entry[key];
    const isWay = entry['type'] === 'transport' || entry['type'] === 'candidate-pair';
    if (isWay && typeof value === 'number') most = Math.max(most ?? 0, value);
  });
  return most;
}
