import { type Codec, type Decoded, below, bytes, list, struct, uint } from './codec.ts';
import { packetHeader } from './packet-header.ts';

export const STADIUM_CHUNK_BYTES = 1024;
export const MAX_STADIUM_CHUNKS = 1024;
/** Chunks that one packet can ask for. */
export const MAX_WANTED = 48;

const WORD_DIGITS = 8;
const WORDS = 4;

/** The 32 hexadecimal digits of a content hash. */
const contentHash: Codec<string> = {
  write: (writer, value) => {
    for (let word = 0; word < WORDS; word++) {
      const digits = value.slice(word * WORD_DIGITS, (word + 1) * WORD_DIGITS);
      writer.bits(Number.parseInt(digits, 16), 32);
    }
  },
  read: (reader) =>
    Array.from({ length: WORDS }, () =>
      reader.bits(32).toString(16).padStart(WORD_DIGITS, '0'),
    ).join(''),
};

/** [W9] A piece of the text of a stadium. */
export const blobPacket = struct({
  ...packetHeader,
  stadium: contentHash,
  total: below(MAX_STADIUM_CHUNKS + 1),
  index: below(MAX_STADIUM_CHUNKS),
  chunk: bytes(STADIUM_CHUNK_BYTES),
});

/** [W9] What the sender still lacks of a stadium, and which pieces of it to send now. */
export const wantPacket = struct({
  ...packetHeader,
  stadium: contentHash,
  /** Pieces that are not here; 1 before their number is known. 0: the sender holds the stadium. */
  left: below(MAX_STADIUM_CHUNKS + 1),
  wanted: list(uint(10), MAX_WANTED),
});

export type BlobPacket = Decoded<typeof blobPacket>;
export type WantPacket = Decoded<typeof wantPacket>;
