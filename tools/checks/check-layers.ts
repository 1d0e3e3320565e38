import { findCycle } from './find-cycle.ts';
import { LAYERS, PACKAGE_HOMES } from '../layers.ts';
import { packageOf, readImports, resolveImport } from './read-imports.ts';
import { isTestFile, type SourceFile } from '../project/source-files.ts';

type Table = Readonly<Record<string, readonly string[]>>;

export type LayerTables = { readonly layers: Table; readonly homes: Table };

/** Host modules belong to what runs on a machine; the folders beside these are not read at all. */
const NODE_HOMES = ['lobby-server', 'headless'];

/**
 * What is wrong with who imports whom, one sentence each; nothing when all is well.
 *
 * Tests and contract suites may import anything, but nothing else may import them.
 */
export function checkLayers(
  files: readonly SourceFile[],
  tables: LayerTables = { layers: LAYERS, homes: PACKAGE_HOMES },
): string[] {
  const judged = files.filter(({ path }) => !isTestFile(path) && !path.endsWith('.d.ts'));
  const problems = judged.flatMap((file) => checkFile(file, tables));
  const graph = importGraph(judged);
  const cycles = [findCycle(graph), findCycle(layerGraph(graph, Object.keys(tables.layers)))];
  const found = cycles.filter((cycle) => cycle !== null);
  return [...problems, ...found.map((cycle) => `cycle: ${cycle.join(' → ')}`)];
}

function checkFile({ path, text }: SourceFile, { layers, homes }: LayerTables): string[] {
  const names = Object.keys(layers);
  const layer = longestMatch(path, names);
  if (layer === undefined) return [`${path}: belongs to no layer`];
  return readImports(text).flatMap((imported) => {
    const where = `${path}:${imported.line}`;
    if (imported.kind === 're-export') return [`${where}: hands on ${imported.specifier}`];
    if (!imported.specifier.startsWith('.')) {
      const problem = checkPackage(path, packageOf(imported.specifier), homes);
      return problem === null ? [] : [`${where}: ${problem}`];
    }
    const target = resolveImport(path, imported.specifier);
    if (isTestFile(target)) return [`${where}: imports the test ${target}`];
    const allowed = [layer, ...(layers[layer] ?? [])].some((entry) =>
      isWithin(layer, entry) && entry in layers
        ? longestMatch(target, names) === entry
        : isWithin(target, entry),
    );
    return allowed ? [] : [`${where}: ${layer} may not import ${target}`];
  });
}

function checkPackage(path: string, name: string, homes: Table): string | null {
  const home = name === 'node:*' ? NODE_HOMES : homes[name];
  if (home === undefined) return `the package ${name} has no home`;
  return home.some((entry) => isWithin(path, entry))
    ? null
    : `${name} belongs to ${home.join(', ')}`;
}

/** Types count too: a cycle of types reads as badly as one of values. Lazy imports do not. */
function importGraph(files: readonly SourceFile[]): Map<string, string[]> {
  return new Map(
    files.map(({ path, text }) => [
      path,
      readImports(text)
        .filter(({ kind, specifier }) => kind !== 'dynamic' && specifier.startsWith('.'))
        .map(({ specifier }) => resolveImport(path, specifier)),
    ]),
  );
}

/** The same between rooms: two that import each other are one, whatever the table allows. */
function layerGraph(
  graph: ReadonlyMap<string, readonly string[]>,
  names: readonly string[],
): Map<string, string[]> {
  const layers = new Map<string, string[]>();
  for (const [path, targets] of graph) {
    const from = longestMatch(path, names) ?? path;
    const others = targets
      .filter((target) => graph.has(target))
      .map((target) => longestMatch(target, names) ?? target)
      .filter((to) => to !== from);
    layers.set(from, [...(layers.get(from) ?? []), ...others]);
  }
  return layers;
}

function longestMatch(path: string, entries: readonly string[]): string | undefined {
  return entries
    .filter((entry) => isWithin(path, entry))
    .toSorted((a, b) => b.length - a.length)
    .at(0);
}

/** An entry that is a file holds that file only. */
function isWithin(path: string, entry: string): boolean {
  return path === entry || path.startsWith(`${entry}/`);
}
