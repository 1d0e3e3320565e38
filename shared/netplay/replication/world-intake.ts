import type { ArenaSource, World } from '../../room/world.ts';
import type { Packet } from '../../wire/packets.ts';
import { decodeWorld, stadiumOfWorld } from '../../wire/world-codec.ts';
import type { PeerChannel } from '../link/peer-channel.ts';
import { SnapshotReceiver } from './snapshot-transfer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

const NACK_EVERY_MS = 50;

/** Where a world goes, and what it needs to be read. */
export type WorldIntakeParts = {
  readonly engine: RoomEngine;
  readonly arenas: ArenaSource;
  readonly stadiums: { has(stadium: string): boolean };
};

/** A follower's side of a snapshot: its parts, and the whole until its stadium is here too. */
export class WorldIntake {
  readonly #parts: WorldIntakeParts;
  readonly #receiver = new SnapshotReceiver();
  #waiting: { readonly bytes: Uint8Array; readonly stadium: string } | null = null;
  #nackAtMs = 0;
  #mustNack = false;

  constructor(parts: WorldIntakeParts) {
    this.#parts = parts;
  }

  /** 0 … 1 of the snapshot that is coming in. */
  get progress(): number {
    return this.#receiver.progress;
  }

  /** Takes in a part; a whole whose bytes are no world is dropped. */
  receive(packet: Packet & { type: 'snapshot' }): void {
    this.#mustNack = true;
    const whole = this.#receiver.receive(packet);
    const stadium = whole && stadiumOfWorld(whole.bytes);
    if (whole) this.#waiting = stadium === null ? null : { bytes: whole.bytes, stadium };
  }

  /** [N17] The world, once; null as long as there is none or its stadium is missing. */
  take(): World | null {
    const { engine, stadiums, arenas } = this.#parts;
    if (!this.#waiting) return null;
    const { bytes, stadium } = this.#waiting;
    if (!stadiums.has(stadium)) {
      engine.missingStadium = stadium;
      return null;
    }
    this.#waiting = null;
    return decodeWorld(bytes, arenas);
  }

  /**
   * Tells the sender what is missing.
   *
   * @param isTalkative also when nothing came in lately
   */
  acknowledge(channel: PeerChannel, nowMs: number, isTalkative: boolean): void {
    const isDue = this.#mustNack || this.progress > 0 || isTalkative;
    if (!isDue || nowMs - this.#nackAtMs < NACK_EVERY_MS) return;
    const missing = this.#receiver.missing();
    if (missing) channel.send({ type: 'nack', ...missing }, nowMs);
    this.#nackAtMs = nowMs;
    this.#mustNack = false;
  }
}
