import { BenchServer, type ServerKind } from './bench-server.ts';
import { openPages } from './signaling.ts';

/** Bytes that a server keeps for each page which only stays connected. */
export type IdleCost = { readonly pages: number; readonly rss: number; readonly heap: number };

/** Connects more and more pages that say nothing, up to each of `counts`. */
export async function measureIdle(
  kind: ServerKind,
  counts: readonly number[],
): Promise<readonly IdleCost[]> {
  const server = await BenchServer.start(kind);
  const opened: { close(): void }[] = [];
  try {
    const before = await server.figures();
    const costs: IdleCost[] = [];
    for (const pages of counts) {
      opened.push(...(await openPages(kind, server.port, pages - opened.length)));
      const { rss, heap } = await server.figures();
      costs.push({ pages, rss: (rss - before.rss) / pages, heap: (heap - before.heap) / pages });
    }
    return costs;
  } finally {
    for (const page of opened) page.close();
    await server.end();
  }
}
