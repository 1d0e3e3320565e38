import type * as z from 'zod/mini';

/**
 * [L20] [L23] What a stranger sent, as the schema has it; null for whatever does not parse. It never
 * throws: zod does at bytes that came in place of a list, which it tries to freeze.
 */
export function readWith<Schema extends z.ZodMiniType>(
  schema: Schema,
  said: unknown,
): z.output<Schema> | null {
  try {
    const read = schema.safeParse(said);
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
