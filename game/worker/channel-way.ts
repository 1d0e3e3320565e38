import { MAX_DATAGRAM_BYTES } from '../../shared/netplay/link/link.ts';
import type { ChannelCounts } from '../net/link/moved-channel.ts';
import { Inbox } from '../net/link/inbox.ts';
import type { Timers } from '../time/timers.ts';

/** As much of a data channel as a session sends and hears over. */
export type WorkerChannel = Pick<
  RTCDataChannel,
  'readyState' | 'bufferedAmount' | 'binaryType' | 'send'
> & {
  addEventListener(type: 'message', take: (event: MessageEvent<unknown>) => void): void;
};

/** A data channel that was moved here: datagrams come and go without the page. */
export class ChannelWay {
  readonly counts = {
    sent: 0,
    received: 0,
    sentBytes: 0,
    receivedBytes: 0,
    skipped: 0,
    refused: 0,
  } satisfies ChannelCounts;
  /** When the last datagram came. */
  heardMs = 0;
  isHurried = false;
  lagMs = 0;
  readonly #channel: WorkerChannel;
  readonly #inbox: Inbox;

  constructor(channel: WorkerChannel, timers: Timers) {
    this.#channel = channel;
    this.#inbox = new Inbox(timers);
    channel.binaryType = 'arraybuffer';
    channel.addEventListener('message', ({ data }) => {
      if (!(data instanceof ArrayBuffer) || data.byteLength > MAX_DATAGRAM_BYTES) {
        this.counts.refused++;
        return;
      }
      this.heardMs = timers.now();
      this.counts.received++;
      this.counts.receivedBytes += data.byteLength;
      this.#inbox.put(new Uint8Array(data), this.heardMs + this.lagMs);
    });
  }

  /** It will be open in a moment. */
  get isComing(): boolean {
    return this.#channel.readyState === 'connecting';
  }

  /** Nothing comes or goes over it any more, and what came was taken. */
  get isOver(): boolean {
    return this.#channel.readyState === 'closed' && this.isEmpty;
  }

  get isEmpty(): boolean {
    return this.#inbox.isEmpty;
  }

  /** False when it was dropped: the channel is not open, or older bytes wait. */
  send(bytes: Uint8Array<ArrayBuffer>): boolean {
    const channel = this.#channel;
    const isFree = channel.bufferedAmount === 0 || this.isHurried;
    if (channel.readyState !== 'open' || !isFree) {
      this.counts.skipped++;
      return false;
    }
    channel.send(bytes);
    this.counts.sent++;
    this.counts.sentBytes += bytes.length;
    return true;
  }

  receive(handle: (bytes: Uint8Array, atMs: number) => void): void {
    this.#inbox.take(handle);
  }
}
