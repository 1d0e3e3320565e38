import type { Timers } from '../timers.ts';
import { type Backplane, BEAT_MS, HOME_MS, NODE_MS, type NodeName } from './backplane.ts';

export type NodeLifePorts = {
  readonly backplane: Backplane;
  readonly node: NodeName;
  readonly timers: Pick<Timers, 'now' | 'after'>;
  /** Names that this node takes for its own. */
  readonly names: () => Promise<readonly string[]>;
  /** Another node has claimed them meanwhile. */
  readonly onTaken: (names: readonly string[]) => void;
  /** The backplane is there again, or the others have given this node up: what was said meanwhile is lost. */
  readonly onBack: () => void;
};

/** Less than others wait before they claim: so that two never decide for one room. */
export const SURE_MS = NODE_MS - BEAT_MS;
const KEEP_EVERY_MS = HOME_MS / 3;
/** [L154] Without the backplane for so long, nobody new is to be sent here. */
const READY_MS = 5000;
/** [L154] Behind an outage every node confirms its own first, before any takes what seems to be nobody's. */
const SETTLE_MS = BEAT_MS + 500;

/** [L151] Whether this node may take its rooms for its own: it says that it is there, and hears when it was not. */
export class NodeLife {
  readonly #ports: NodeLifePorts;
  #cancel: () => void = () => {};
  #beating: Promise<void> | null = null;
  #sureUntilMs = Number.NEGATIVE_INFINITY;
  #lastBeatMs = Number.NEGATIVE_INFINITY;
  #lastKeepMs = Number.NEGATIVE_INFINITY;
  #settledMs = Number.NEGATIVE_INFINITY;
  #begunMs = Number.NEGATIVE_INFINITY;
  #isClosed = false;

  constructor(ports: NodeLifePorts) {
    this.#ports = ports;
    ports.backplane.onConnected = () => {
      const isBack = Number.isFinite(this.#lastBeatMs);
      if (isBack) this.#settledMs = ports.timers.now() + SETTLE_MS;
      void this.#beat();
      if (isBack) this.#begin();
    };
    void this.#beat();
  }

  /** [L152] No other node can have claimed a room of this one by now. */
  get isSure(): boolean {
    return this.#ports.timers.now() < this.#sureUntilMs;
  }

  get isReady(): boolean {
    return this.#ports.timers.now() - this.#lastBeatMs < READY_MS;
  }

  /** ms until what is nobody's may be claimed; 0: now. */
  get unsettledMs(): number {
    return Math.max(0, Math.ceil(this.#settledMs - this.#ports.timers.now()));
  }

  /** Resolves once what was claimed of this node's is known, or cannot be known. Never rejects. */
  async check(): Promise<void> {
    if (!this.isSure && this.#ports.backplane.isConnected) await this.#beat();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  #beat(): Promise<void> {
    this.#beating ??= this.#beatOnce().finally(() => {
      this.#beating = null;
      this.#cancel();
      if (!this.#isClosed) {
        this.#cancel = this.#ports.timers.after(BEAT_MS, () => void this.#beat());
      }
    });
    return this.#beating;
  }

  async #beatOnce(): Promise<void> {
    const { backplane, node, timers } = this.#ports;
    const sentMs = timers.now();
    try {
      const wasKnown = await backplane.beat(node);
      if (!wasKnown || sentMs - this.#lastKeepMs >= KEEP_EVERY_MS) await this.#keep();
      // A node that was stopped keeps its connections, and the others have forgotten its pages.
      const isForgotten = !wasKnown && Number.isFinite(this.#lastBeatMs);
      this.#lastBeatMs = timers.now();
      this.#sureUntilMs = sentMs + SURE_MS;
      if (isForgotten && sentMs - this.#begunMs >= NODE_MS) this.#begin();
    } catch {
      // Said by what depends on it: `isSure` and `isReady`.
    }
  }

  #begin(): void {
    this.#begunMs = this.#ports.timers.now();
    this.#ports.onBack();
  }

  async #keep(): Promise<void> {
    const { backplane, node, timers, names, onTaken } = this.#ports;
    const taken = await backplane.keep(node, await names());
    this.#lastKeepMs = timers.now();
    if (taken.length > 0) onTaken(taken);
  }
}
