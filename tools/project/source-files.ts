import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `path` is relative to the root of the project and written with `/` everywhere. */
export type SourceFile = { readonly path: string; readonly text: string };

export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Reads every file with one of the endings below the given folders, in order of path. */
export function readSourceFiles(
  folders: readonly string[],
  endings: readonly string[] = ['.ts', '.tsx'],
): SourceFile[] {
  return folders
    .flatMap((folder) => listFiles(folder))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .toSorted()
    .map(readProjectFile);
}

/** Reads one file by its path from the root; throws when there is none. */
export function readProjectFile(path: string): SourceFile {
  return { path, text: readFileSync(join(PROJECT_ROOT, path), 'utf8') };
}

/** Tests and contract suites: they may use what the code beside them may not. */
export function isTestFile(path: string): boolean {
  return /\.(?:test|contract)\.tsx?$/.test(path);
}

function listFiles(folder: string): string[] {
  return readdirSync(join(PROJECT_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}
