import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { describeSchema } from './describe-schema.ts';

test('a schema is the names of its fields in their order, with a mark where one may be missing', () => {
  expect(describeSchema(z.strictObject({ a: z.string(), b: z.optional(z.int()) }))).toBe('a, b?');
  expect(describeSchema(z.strictObject({ b: z.nullable(z.int()), a: z.string() }))).toBe('b, a');
});

test('a message without fields is an empty text', () => {
  expect(describeSchema(z.strictObject({}))).toBe('');
});
