import {
  type ChannelCounts,
  type MoveChannel,
  type MovedChannel,
  NO_COUNTS,
} from './moved-channel.ts';

/** What a channel was opened with; null where a browser does not say. */
export type ChannelTraits = {
  readonly ordered: boolean | null;
  readonly maxPacketLifeTime: number | null;
  readonly maxRetransmits: number | null;
};

/**
 * The channel of a connection that the game's datagrams take. It is made beside the one by which
 * simple-peer knows that the other side is there, so that it may be moved to a worker: browsers allow that
 * only in the task that made it.
 */
export class GameChannel {
  /** Null where it stays on this page. */
  readonly moved: MovedChannel | null;
  readonly traits: ChannelTraits;
  readonly #channel: RTCDataChannel | null;
  #isHeard = false;

  /** @param take gets what comes, as the browser hands it over; of a channel that was moved nothing does */
  constructor(
    connection: RTCPeerConnection | null,
    config: RTCDataChannelInit,
    move: MoveChannel | undefined,
    take: (data: unknown) => void,
  ) {
    const channel = connection?.createDataChannel('game', config) ?? null;
    this.traits = {
      ordered: channel?.ordered ?? null,
      maxPacketLifeTime: channel?.maxPacketLifeTime ?? null,
      maxRetransmits: channel?.maxRetransmits ?? null,
    };
    this.moved = (channel && move?.(channel)) ?? null;
    this.#channel = this.moved ? null : channel;
    if (!this.#channel) return;
    this.#channel.binaryType = 'arraybuffer';
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      this.#isHeard = true;
      take(data instanceof ArrayBuffer ? new Uint8Array(data) : data);
    });
  }

  /** Null where the browser does not say, as of one that was moved. */
  get state(): RTCDataChannelState | null {
    return this.#channel?.readyState ?? null;
  }

  /** The other side speaks over it, so it listens there too: it is no older build, which has no such channel. */
  get isHeard(): boolean {
    return this.moved?.isHeard ?? this.#isHeard;
  }

  /** Of a channel that was moved, as the worker says; what goes over this page its link counts. */
  get movedCounts(): ChannelCounts {
    return this.moved?.counts ?? NO_COUNTS;
  }

  /** False when it was not sent: not open, not here, or older bytes wait and nothing is hurried. */
  send(bytes: Uint8Array<ArrayBuffer>, isHurried: boolean): boolean {
    return sendOver(this.#channel, bytes, isHurried);
  }
}

/** As `GameChannel.send`, over any channel of this page. */
export function sendOver(
  channel: RTCDataChannel | null,
  bytes: Uint8Array<ArrayBuffer>,
  isHurried: boolean,
): boolean {
  if (channel?.readyState !== 'open' || (channel.bufferedAmount > 0 && !isHurried)) return false;
  try {
    channel.send(bytes);
    return true;
  } catch {
    // The channel can close between the look at its state and this call.
    return false;
  }
}
