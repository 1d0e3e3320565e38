import { BitReader } from '../../shared/wire/bit-reader.ts';
import type { Codec } from '../../shared/wire/codec.ts';

/** Counts the bits that a codec asks for; every one of them is 0. */
class CountingReader extends BitReader {
  count = 0;

  override bits(width: number): number {
    this.count += width;
    return 0;
  }
}

/**
 * A codec in the notation of docs/spec/wire-format.md: `name bits` for each field, `n × (…)` for a
 * list behind a count of n bits, `n ~ …` for a history, `? …` for what may be absent, `n rows` for
 * rows of inputs, `n …` for a union whose choices have a table of their own.
 */
export function describeCodec(codec: Codec<unknown>): string {
  const { shape } = codec;
  switch (shape?.of) {
    case 'struct':
      return describeFields(shape.fields);
    case 'variants':
      return `${shape.bits} …`;
    case 'list':
      return `${shape.bits} × ${describeItem(shape.item)}`;
    case 'history':
      return `${shape.bits} ~ ${describeItem(shape.item)}`;
    case 'rows':
      return `${shape.bits} rows`;
    case 'optional':
      return `? ${describeItem(shape.item)}`;
    case undefined:
      return `${leastBits(codec)}`;
  }
}

/** The fields of a packet or message in their order; none is an empty text. */
export function describeFields(fields: Readonly<Record<string, Codec<unknown>>>): string {
  return Object.entries(fields)
    .map(([name, codec]) => `${name} ${describeItem(codec)}`)
    .join(', ');
}

/** A union as rows of the specification: the tag, the name, the fields without those in `before`. */
export function describeVariants(
  codec: Codec<unknown>,
  before: Readonly<Record<string, Codec<unknown>>> = {},
): string[][] {
  if (codec.shape?.of !== 'variants') throw new Error('this codec is no union');
  const prefix = describeFields(before);
  return Object.entries(codec.shape.choices).map(([name, choice], tag) => {
    const all = describeCodec(choice);
    if (!all.startsWith(prefix)) throw new Error(`${name} does not begin with ${prefix}`);
    return [`${tag}`, name, all.slice(prefix.length).replace(/^, /, '')];
  });
}

function describeItem(codec: Codec<unknown>): string {
  const text = describeCodec(codec);
  return codec.shape?.of === 'struct' ? `(${text})` : text;
}

function leastBits(codec: Codec<unknown>): number {
  const reader = new CountingReader(new Uint8Array());
  codec.read(reader);
  return reader.count;
}
