import { BitReader } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import { type Codec, type Decoded, decodeAll, variants } from './codec.ts';
import { confirmPacket } from './confirm-packet.ts';
import { byePacket, controlPacket } from './control-packet.ts';
import { electionPacket } from './election-packet.ts';
import { HELLO_MAGIC, HELLO_TYPE, type HelloPacket, helloPacket } from './hello-packet.ts';
import { inputPacket } from './input-packet.ts';
import { nackPacket, snapshotPacket } from './snapshot-packet.ts';
import { blobPacket, wantPacket } from './stadium-packet.ts';

const PACKET_BUFFER_BYTES = 1200;

/** [W1] Every packet but the greeting. The order of the list is the type on the wire. */
export const anyPacket = variants(4, {
  input: inputPacket,
  hint: inputPacket,
  confirm: confirmPacket,
  snapshot: snapshotPacket,
  nack: nackPacket,
  control: controlPacket,
  bye: byePacket,
  blob: blobPacket,
  want: wantPacket,
  election: electionPacket,
});

export type Packet = Decoded<typeof anyPacket>;

/** Encodes packets into one buffer of its own: each result holds until the next call. */
export class PacketEncoder {
  readonly #writer = new BitWriter(PACKET_BUFFER_BYTES);

  encode(value: Packet): Uint8Array<ArrayBuffer> {
    this.#writer.reset();
    anyPacket.write(this.#writer, value);
    return this.#writer.finish();
  }
}

/** [W1] Null for anything that is not exactly one packet. Never throws. */
export function decodePacket(datagram: Uint8Array): Packet | null {
  return decodeAll(anyPacket, new BitReader(datagram));
}

/** [W3] The bytes of a greeting. */
export function encodeHello(hello: Omit<HelloPacket, 'type' | 'spare' | 'magic'>): Uint8Array {
  return encodeMessage(helloPacket, { type: HELLO_TYPE, spare: 0, magic: HELLO_MAGIC, ...hello });
}

/** Null for anything that is no greeting. Never throws. */
export function decodeHello(datagram: Uint8Array): HelloPacket | null {
  const reader = new BitReader(datagram);
  const hello = helloPacket.read(reader);
  const isHello = !reader.failed && hello.type === HELLO_TYPE && hello.magic === HELLO_MAGIC;
  return isHello ? hello : null;
}

/** Encodes one value on its own; `sizeBytes` bounds it. */
export function encodeMessage<Value>(
  codec: Codec<Value>,
  value: Value,
  sizeBytes = PACKET_BUFFER_BYTES,
): Uint8Array<ArrayBuffer> {
  const writer = new BitWriter(sizeBytes);
  codec.write(writer, value);
  return writer.finish();
}

/** Null when the bytes are not exactly one value. Never throws. */
export function decodeMessage<Value>(codec: Codec<Value>, datagram: Uint8Array): Value | null {
  return decodeAll(codec, new BitReader(datagram));
}
