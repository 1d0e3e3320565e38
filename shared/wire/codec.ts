import { assert } from '../base/assert.ts';
import type { BitReader } from './bit-reader.ts';
import type { BitWriter } from './bit-writer.ts';

/**
 * One statement of a format: its writer, its reader and, through `Decoded`, its type.
 * Methods, not function fields: a list of codecs of different values is then a list of codecs.
 */
export interface Codec<Value> {
  write(writer: BitWriter, value: Value): void;
  read(reader: BitReader): Value;
  /** What it is made of, for the test that compares `docs/spec` with it; a plain number has none. */
  readonly shape?: Shape;
}

/** `bits` is the width of the tag of a union, or of the count before a list; `rows`: `input-rows.ts`. */
export type Shape =
  | { readonly of: 'struct'; readonly fields: Fields }
  | { readonly of: 'variants'; readonly bits: number; readonly choices: Fields }
  | { readonly of: 'list' | 'history'; readonly bits: number; readonly item: Codec<unknown> }
  | { readonly of: 'rows'; readonly bits: number }
  | { readonly of: 'optional'; readonly item: Codec<unknown> };

type Fields = Readonly<Record<string, Codec<unknown>>>;

export type Decoded<C> = C extends Codec<infer Value> ? Value : never;

/** Unsigned integer of 1 … 32 bits. */
export function uint(width: number): Codec<number> {
  return {
    write: (writer, value) => writer.bits(value, width),
    read: (reader) => reader.bits(width),
  };
}

/** Signed integer of 2 … 32 bits, two's complement. */
export function int(width: number): Codec<number> {
  const half = 2 ** (width - 1);
  return {
    write: (writer, value) => writer.bits(value < 0 ? value + 2 * half : value, width),
    read: (reader) => {
      const raw = reader.bits(width);
      return raw >= half ? raw - 2 * half : raw;
    },
  };
}

const floatScratch = new DataView(new ArrayBuffer(4));

/** A number of 32 bits that is finite and lies within ±`limit`; −0 and all others from outside fail. */
export function float32(limit: number): Codec<number> {
  const isFit = (value: number): boolean =>
    value >= -limit && value <= limit && !Object.is(value, -0);
  return {
    write: (writer, value) => {
      assert(isFit(value) && Math.fround(value) === value, `${value} is no number of 32 bits`);
      floatScratch.setFloat32(0, value);
      writer.bits(floatScratch.getUint32(0), 32);
    },
    read: (reader) => {
      floatScratch.setUint32(0, reader.bits(32));
      const value = floatScratch.getFloat32(0);
      if (isFit(value)) return value;
      reader.fail();
      return 0;
    },
  };
}

export const flag: Codec<boolean> = {
  write: (writer, value) => writer.bits(value ? 1 : 0, 1),
  read: (reader) => reader.bits(1) === 1,
};

/** Gives a codec's values a type of their own: a brand or a union of literals that `width` covers. */
export function typed<Value extends number>(codec: Codec<number>): Codec<Value> {
  return codec as unknown as Codec<Value>;
}

/** An integer below `limit`; a larger one from outside fails. */
export function below(limit: number): Codec<number> {
  const width = 32 - Math.clz32(limit - 1);
  return {
    write: (writer, value) => {
      assert(value < limit, `${value} is not below ${limit}`);
      writer.bits(value, width);
    },
    read: (reader) => {
      const value = reader.bits(width);
      if (value >= limit) reader.fail();
      return reader.failed ? 0 : value;
    },
  };
}

/** One of these names, as its place in the list; any other number from outside fails. */
export function oneOf<Name extends string>(names: readonly Name[]): Codec<Name> {
  const place = below(names.length);
  return {
    write: (writer, value) => place.write(writer, names.indexOf(value)),
    read: (reader) => names[place.read(reader)]!,
  };
}

/** What `codec` holds, and beside it fields that are always the same and take no bytes. */
export function beside<Value extends object, Fixed extends object>(
  codec: Codec<Value>,
  fixed: Fixed,
): Codec<Value & Fixed> {
  return {
    ...codec,
    write: (writer, value) => codec.write(writer, value),
    read: (reader) => ({ ...codec.read(reader), ...fixed }),
  };
}

/** Up to `max` raw bytes behind their count. */
export function bytes(max: number): Codec<Uint8Array> {
  const width = 32 - Math.clz32(max);
  return {
    shape: { of: 'list', bits: width, item: uint(8) },
    write: (writer, value) => {
      assert(value.length <= max, `${value.length} bytes are over ${max}`);
      writer.bits(value.length, width);
      for (const byte of value) writer.bits(byte, 8);
    },
    read: (reader) => {
      const length = readCount(reader, width, max);
      const value = new Uint8Array(length);
      for (let index = 0; index < length && !reader.failed; index++) value[index] = reader.bits(8);
      return value;
    },
  };
}

/** Text of up to `maxBytes` bytes of UTF-8; anything that is no UTF-8 fails. */
export function text(maxBytes: number): Codec<string> {
  const raw = bytes(maxBytes);
  return {
    ...raw,
    write: (writer, value) => raw.write(writer, new TextEncoder().encode(value)),
    read: (reader) => {
      const value = raw.read(reader);
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(value);
      } catch {
        reader.fail();
        return '';
      }
    },
  };
}

/** Up to `max` values behind their count. */
export function list<Value>(item: Codec<Value>, max: number): Codec<readonly Value[]> {
  const width = 32 - Math.clz32(max);
  return {
    shape: { of: 'list', bits: width, item },
    write: (writer, values) => {
      assert(values.length <= max, `${values.length} items are over ${max}`);
      writer.bits(values.length, width);
      for (const value of values) item.write(writer, value);
    },
    read: (reader) => {
      const count = readCount(reader, width, max);
      const values: Value[] = [];
      while (values.length < count && !reader.failed) values.push(item.read(reader));
      return values;
    },
  };
}

/** A bit, and the value when it is set. */
export function optional<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    shape: { of: 'optional', item: codec },
    write: (writer, value) => {
      flag.write(writer, value !== null);
      if (value !== null) codec.write(writer, value);
    },
    read: (reader) => (flag.read(reader) ? codec.read(reader) : null),
  };
}

type StructOf<F> = { readonly [Name in keyof F]: Decoded<F[Name]> };

/** Fields one after the other, in the order they are written down. */
export function struct<F extends Fields>(fields: F): Codec<StructOf<F>> {
  const entries = Object.entries(fields) as [keyof F, Codec<unknown>][];
  return {
    shape: { of: 'struct', fields },
    write: (writer, value) => {
      for (const [name, codec] of entries) codec.write(writer, value[name]);
    },
    read: (reader) => {
      const value: Partial<Record<keyof F, unknown>> = {};
      for (const [name, codec] of entries) value[name] = codec.read(reader);
      return value as StructOf<F>;
    },
  };
}

type VariantOf<V> = { [Name in keyof V]: { readonly type: Name } & Decoded<V[Name]> }[keyof V];

/** A union on `type`: a tag of `width` bits, which is the place in the list, then the fields. */
export function variants<V extends Fields>(width: number, choices: V): Codec<VariantOf<V>> {
  const names = Object.keys(choices);
  assert(names.length <= 2 ** width, 'too many variants for the tag');
  const codecs = choices as unknown as Readonly<Record<string, Codec<object>>>;
  return {
    shape: { of: 'variants', bits: width, choices },
    write: (writer, value) => {
      const name = (value as unknown as { type: string }).type;
      writer.bits(names.indexOf(name), width);
      codecs[name]!.write(writer, value as object);
    },
    read: (reader) => {
      const name = names[reader.bits(width)];
      if (name === undefined) reader.fail();
      const fields = name === undefined ? {} : codecs[name]!.read(reader);
      return { type: name, ...fields } as unknown as VariantOf<V>;
    },
  };
}

/**
 * Values of consecutive ticks, newest first: the first in full, each older one as one bit when it
 * is the same, else as a bit and the value. 1 … `max` values.
 */
export function history<Value>(item: Codec<Value>, max: number): Codec<readonly Value[]> {
  const width = 32 - Math.clz32(max - 1);
  return {
    shape: { of: 'history', bits: width, item },
    write: (writer, values) => {
      assert(values.length >= 1 && values.length <= max, `a history of ${values.length}`);
      writer.bits(values.length - 1, width);
      values.forEach((value, index) => {
        const changed = index === 0 || value !== values[index - 1];
        if (index > 0) flag.write(writer, changed);
        if (changed) item.write(writer, value);
      });
    },
    read: (reader) => {
      const count = readCount(reader, width, max - 1) + 1;
      const values: Value[] = [item.read(reader)];
      while (values.length < count && !reader.failed) {
        values.push(flag.read(reader) ? item.read(reader) : values.at(-1)!);
      }
      return values;
    },
  };
}

/** Reads a whole message; null when anything is wrong, left over or missing. */
export function decodeAll<Value>(codec: Codec<Value>, reader: BitReader): Value | null {
  const value = codec.read(reader);
  return reader.isAtEnd() ? value : null;
}

function readCount(reader: BitReader, width: number, max: number): number {
  const count = reader.bits(width);
  if (count > max) reader.fail();
  return reader.failed ? 0 : count;
}
