import type { FromWorker, ToWorker } from './messages.ts';

/** The worker that a session is run in. */
export interface RoomThread {
  /** Gets what the worker says. */
  onMessage: (message: FromWorker) => void;
  /** Its code could not be had, or broke. */
  readonly isLost: boolean;
  /** Throws where something cannot be moved. */
  post(message: ToWorker, transfer?: Transferable[]): void;
  end(): void;
}

/** One worker; it says when its code is there. Throws where there are none. */
export class WorkerThread implements RoomThread {
  onMessage: (message: FromWorker) => void = () => {};
  isLost = false;
  isReady = false;
  /** Resolves once its code is there, or lost. */
  readonly settled: Promise<void>;
  readonly #worker: Worker;

  constructor() {
    const worker = new Worker(new URL('room-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    this.settled = new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type !== 'ready') return this.onMessage(data);
        this.isReady = true;
        resolve();
      });
      for (const type of ['error', 'messageerror'] as const) {
        worker.addEventListener(type, () => {
          this.isLost = true;
          resolve();
        });
      }
    });
  }

  post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  end(): void {
    this.#worker.terminate();
  }
}
