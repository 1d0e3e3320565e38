import { type Decoded, bytes, list, struct, uint } from './codec.ts';
import { longTick } from './fields.ts';
import { packetHeader } from './packet-header.ts';

/** A world of two players on a map of ours is one. With its header it is below MAX_DATAGRAM_BYTES. */
export const CHUNK_BYTES = 1040;
export const MAX_CHUNKS = 255;

/** One piece of an encoded world. Every piece says all it takes to put the whole together. */
export const snapshotPacket = struct({
  ...packetHeader,
  /** Tells one transfer from the next. */
  id: uint(8),
  tick: longTick,
  index: uint(8),
  total: uint(8),
  /** Hash of the whole. */
  check: uint(32),
  chunk: bytes(CHUNK_BYTES),
});

/** What is still missing of a snapshot; nothing missing ends the transfer. */
export const nackPacket = struct({
  ...packetHeader,
  id: uint(8),
  missing: list(uint(8), MAX_CHUNKS),
});

export type SnapshotPacket = Decoded<typeof snapshotPacket>;
export type NackPacket = Decoded<typeof nackPacket>;
