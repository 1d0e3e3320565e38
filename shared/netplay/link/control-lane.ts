import {
  type ControlMessage,
  type ControlPacket,
  MAX_PIECES_PER_PACKET,
  PIECE_BYTES,
  PIECE_ID_MODULO,
  controlMessage,
} from '../../wire/control-packet.ts';
import { decodeMessage, encodeMessage } from '../../wire/packets.ts';

/** What is new goes out again sooner: somebody waits for it, and it is rare. */
const FIRST_RESEND_MS = 30;
const RESEND_MS = 100;
const MESSAGE_MAX_BYTES = 4_000;
/** Pieces that may wait; more means the other side is gone. */
const QUEUE_MAX_PIECES = 64;

type Piece = { readonly id: number; readonly endsMessage: boolean; readonly bytes: Uint8Array };
export type ControlBody = { readonly expected: number; readonly pieces: readonly Piece[] };

/**
 * A small reliable, ordered lane over the unreliable link: pieces with ids, sent again until the
 * other side says it waits for a later one. For what must arrive and is rare.
 */
export class ControlLane {
  readonly #unacked: Piece[] = [];
  #nextId = 0;
  #expected = 0;
  #mustAck = false;
  #sentAtMs = Number.NEGATIVE_INFINITY;
  #resendMs = RESEND_MS;
  #assembly: Uint8Array[] = [];
  #assembledBytes = 0;

  /** False when so much waits already that the other side must be gone. */
  send(message: ControlMessage): boolean {
    return this.#enqueue(message, QUEUE_MAX_PIECES);
  }

  /** For what is less urgent than the rest: false when half of what may wait does. */
  offer(message: ControlMessage): boolean {
    return this.#enqueue(message, QUEUE_MAX_PIECES / 2);
  }

  #enqueue(message: ControlMessage, maxPieces: number): boolean {
    const bytes = encodeMessage(controlMessage, message, MESSAGE_MAX_BYTES);
    const count = Math.max(1, Math.ceil(bytes.length / PIECE_BYTES));
    if (this.#unacked.length + count > maxPieces) return false;
    for (let index = 0; index < count; index++) {
      const piece = bytes.slice(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
      this.#unacked.push({ id: this.#nextId, endsMessage: index === count - 1, bytes: piece });
      this.#nextId = (this.#nextId + 1) % PIECE_ID_MODULO;
    }
    this.#sentAtMs = Number.NEGATIVE_INFINITY;
    this.#resendMs = FIRST_RESEND_MS;
    return true;
  }

  /**
   * What to send now, or null when nothing is due.
   *
   * @param answerMs no answer can be here before: where packets wait on the way, more of them help nobody
   */
  takeDue(nowMs: number, answerMs = 0): ControlBody | null {
    const isFirst = this.#sentAtMs === Number.NEGATIVE_INFINITY;
    const isDue =
      this.#unacked.length > 0 && nowMs - this.#sentAtMs >= Math.max(this.#resendMs, answerMs);
    if (!isDue && !this.#mustAck) return null;
    this.#mustAck = false;
    if (isDue) this.#sentAtMs = nowMs;
    if (isDue && !isFirst) this.#resendMs = RESEND_MS;
    const pieces = isDue ? this.#unacked.slice(0, MAX_PIECES_PER_PACKET) : [];
    return { expected: this.#expected, pieces };
  }

  /** Takes in a packet; complete messages go to `handle` in their order. */
  receive(packet: ControlPacket, handle: (message: ControlMessage) => void): void {
    this.#acknowledge(packet.expected);
    for (const piece of packet.pieces) {
      this.#mustAck = true;
      if (piece.id !== this.#expected) continue;
      this.#expected = (this.#expected + 1) % PIECE_ID_MODULO;
      this.#assemble(piece, handle);
    }
  }

  #acknowledge(expected: number): void {
    const first = this.#unacked[0];
    if (!first) return;
    const count = (expected - first.id + PIECE_ID_MODULO) % PIECE_ID_MODULO;
    if (count === 0 || count > this.#unacked.length) return;
    this.#unacked.splice(0, count);
    this.#sentAtMs = Number.NEGATIVE_INFINITY;
  }

  #assemble(piece: Piece, handle: (message: ControlMessage) => void): void {
    this.#assembledBytes += piece.bytes.length;
    if (this.#assembledBytes <= MESSAGE_MAX_BYTES) this.#assembly.push(piece.bytes);
    if (!piece.endsMessage) return;
    const isWhole = this.#assembledBytes <= MESSAGE_MAX_BYTES;
    const message = isWhole ? decodeMessage(controlMessage, joinBytes(this.#assembly)) : null;
    this.#assembly = [];
    this.#assembledBytes = 0;
    if (message) handle(message);
  }
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
