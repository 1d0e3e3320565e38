import { roomRequest } from './command-codec.ts';
import { type Decoded, bytes, flag, list, optional, struct, uint, variants } from './codec.ts';
import { memberId, memberName, peerId } from './fields.ts';
import { packetHeader } from './packet-header.ts';

export const PIECE_BYTES = 200;
export const MAX_PIECES_PER_PACKET = 4;
export const PIECE_ID_MODULO = 256;

/** A few pieces of the reliable, ordered lane. */
export const controlPacket = struct({
  ...packetHeader,
  /** Id of the next piece that the sender of this packet waits for. */
  expected: uint(8),
  pieces: list(
    struct({ id: uint(8), endsMessage: flag, bytes: bytes(PIECE_BYTES) }),
    MAX_PIECES_PER_PACKET,
  ),
});

/** Leaving for good. Sent a few times, because nobody is left to resend it. */
export const byePacket = struct({ ...packetHeader });

export const REFUSALS = ['room-full', 'kicked', 'not-sequencer'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Messages of the lane. */
export const controlMessage = variants(4, {
  /** To the sequencer: let me in. `fresh`: I have no world yet, send me one. */
  join: struct({ name: memberName, fresh: flag }),
  /** You are this member. */
  welcome: struct({ member: memberId }),
  /** `code` is the place in REFUSALS; `sequencer` is whom to ask instead. */
  refused: struct({ code: uint(3), sequencer: optional(peerId) }),
  request: struct({ request: roomRequest }),
});

export type ControlPacket = Decoded<typeof controlPacket>;
export type ControlMessage = Decoded<typeof controlMessage>;
