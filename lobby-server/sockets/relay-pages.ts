import { RelayBatch } from './relay-batch.ts';
import type { RelayPage } from './relay.ts';

/** The part of a socket of Socket.IO that frames leave by. */
type FrameSocket = {
  readonly id: string;
  readonly conn: { readonly transport: { readonly name: string } };
  emit(event: 'relay', ...packed: (Uint8Array | string)[]): unknown;
  compress(isOn: boolean): { emit(event: 'relay', ...packed: string[]): unknown };
};

/** [L26] [L76] Pages as those who relay see them: frames for a page on long polling leave together. */
export class RelayPages {
  readonly #batches = new WeakMap<FrameSocket, RelayBatch>();

  /** Socket.IO's own `volatile` would drop the second of two frames that leave at once. */
  of(socket: FrameSocket, waitingBytes: () => number): RelayPage {
    return {
      connection: socket.id,
      waitingBytes,
      send: (packed) => {
        if (isPolling(socket)) this.#batchOf(socket).put(packed);
        else socket.emit('relay', packed);
      },
    };
  }

  #batchOf(socket: FrameSocket): RelayBatch {
    const known = this.#batches.get(socket);
    if (known !== undefined) return known;
    const batch = new RelayBatch((texts) => socket.compress(false).emit('relay', ...texts));
    this.#batches.set(socket, batch);
    return batch;
  }
}

/** True while it has no websocket. */
export function isPolling({ conn }: Pick<FrameSocket, 'conn'>): boolean {
  return conn.transport.name === 'polling';
}
