import { expect, test } from 'vitest';
import { ANSWERS, NEWS, REQUESTS, handshake, refusal } from './lobby-events.ts';
import { readWith } from './read-with.ts';
import { outgoingSignal } from './signal.ts';

const BYTES = Uint8Array.of(1, 2, 3);

test.each([BYTES, new DataView(BYTES.buffer), BYTES.buffer])(
  '[L20] [L23] bytes in any field of any message are no message',
  (bytes) => {
    const schemas = [...[REQUESTS, ANSWERS, NEWS].flatMap(Object.values), handshake, refusal];
    for (const schema of schemas) {
      expect(() => readWith(schema, bytes)).not.toThrow();
      const said = Object.fromEntries(Object.keys(schema.shape).map((field) => [field, bytes]));
      if (Object.keys(said).length > 0) expect(readWith(schema, said)).toBeNull();
    }
    const signal = { to: 'peer', toSession: 1, attempt: 1, generation: 1 };
    const payload = { type: 'candidates', candidates: bytes };
    expect(readWith(outgoingSignal, { ...signal, payload })).toBeNull();
  },
);
