import type { FillChannel, StormCounts } from './ack-storm.ts';

/** Under the same number on both sides; nothing that it carries is read, late pieces help too. */
const CHANNEL = { negotiated: true, id: 1, ordered: false, maxRetransmits: 0 } as const;

type Entry = Readonly<Record<string, unknown>>;

/** The second channel of a connection, and how many packets the connection took in. */
export class FillWay implements FillChannel {
  readonly #connection: RTCPeerConnection | null;
  readonly #channel: RTCDataChannel | null;
  #piecesIn = 0;

  constructor(connection: RTCPeerConnection | null | undefined) {
    this.#connection = connection ?? null;
    this.#channel = connection?.createDataChannel('fill', CHANNEL) ?? null;
    this.#channel?.addEventListener('message', () => (this.#piecesIn += 1));
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

  /** @param game what the game's own channel counted */
  async count(game: { readonly sent: number; readonly received: number }) {
    if (this.#connection === null) return null;
    const packetsIn = readPacketsIn(await this.#connection.getStats());
    if (packetsIn === null) return null;
    const { sent, received } = game;
    const counts: StormCounts = {
      packetsIn,
      datagramsIn: received + this.#piecesIn,
      datagramsOut: sent,
    };
    return counts;
  }
}

/** Chromium counts in `transport`; Firefox, if at all, in the pair that is used. */
export function readPacketsIn(report: RTCStatsReport): number | null {
  let most: number | null = null;
  report.forEach(({ type, packetsReceived }: Entry) => {
    const isWay = type === 'transport' || type === 'candidate-pair';
    if (isWay && typeof packetsReceived === 'number') most = Math.max(most ?? 0, packetsReceived);
  });
  return most;
}
