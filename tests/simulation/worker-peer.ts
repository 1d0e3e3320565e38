import type { MovableLink } from '../../game/net/link/moved-channel.ts';
import type { FromWorker, ToWorker } from '../../game/worker/messages.ts';
import { SessionRunner } from '../../game/worker/session-runner.ts';
import { WorkerSession } from '../../game/worker/worker-session.ts';
import type { RoomThread } from '../../game/worker/worker-thread.ts';
import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';

/** How much earlier the clock of the worker began than that of the page, ms. */
const BEGAN_EARLIER_MS = 5_000;

/** A page and its worker in virtual time: what one posts the other gets as a copy, behind its present turn. */
export class WorkerPeer {
  readonly session: WorkerSession;
  readonly runner: SessionRunner;
  /** Of both, by type. */
  readonly posted = new Map<string, number>();
  isLost = false;
  hasEnded = false;
  #toPage: FromWorker[] = [];
  #toWorker: ToWorker[] = [];

  /** @param now the page's clock */
  constructor(options: PeerSessionOptions, now: () => number) {
    const page = this.#count((message: ToWorker) => this.#toWorker.push(message));
    const worker = this.#count((message: FromWorker) => this.#toPage.push(message));
    const thread: RoomThread = {
      onMessage: () => {},
      isLost: false,
      post: page,
      end: () => (this.hasEnded = true),
    };
    this.#thread = thread;
    const timers = { now: () => now() + BEGAN_EARLIER_MS, after: () => () => {} };
    this.runner = new SessionRunner({ post: worker, timers, absoluteMs: now, hold: () => {} });
    const clocks = { now, absoluteMs: now, isHeld: () => false };
    this.session = new WorkerSession(options, thread, clocks, () => (this.isLost = true));
  }

  readonly #thread: RoomThread;

  addLink(link: MovableLink, page: number): void {
    this.session.addLink(link, page);
  }

  /** One turn of the worker: its mail, then its clock. */
  runWorker(): void {
    for (const message of this.#toWorker.splice(0)) this.runner.take(message);
    this.runner.beat();
  }

  /** One turn of the page. */
  runPage(nowMs: number): void {
    for (const message of this.#toPage.splice(0)) this.#thread.onMessage(message);
    this.session.advance(nowMs);
  }

  /** Copies as a browser does, so that nothing is shared by mistake. */
  #count<Message extends { type: string }>(put: (message: Message) => void) {
    return (message: Message, transfer: Transferable[] = []): void => {
      this.posted.set(message.type, (this.posted.get(message.type) ?? 0) + 1);
      put(structuredClone(message, { transfer }));
    };
  }
}
