import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program, or null where there is none. */
export function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
