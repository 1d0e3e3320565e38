/** What the build wrote into the page, see `tools/build/list-parts.ts`. In development it is all empty. */
export type PageFiles = {
  readonly build: string | null;
  /** Addresses by the name of the part. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
  /** The server did not hand this page out just now: it was kept, see `game/offline`. */
  readonly isKept: boolean;
};

/** As much of a document as is read. */
export type PageHead = {
  querySelector(selector: string): {
    readonly textContent: string | null;
    getAttribute(name: string): string | null;
  } | null;
};

/** Reads what the page says of its build. A page that a proxy garbled has no parts listed. */
export function readPageFiles(page: PageHead): PageFiles {
  const build = page.querySelector('meta[name="peerball-build"]')?.getAttribute('content') ?? null;
  const listed = parse(page.querySelector('#parts')?.textContent ?? '{}');
  const parts = Object.entries(listed).filter((part): part is [string, string[]] =>
    isFileList(part[1]),
  );
  const isKept = page.querySelector('meta[name="peerball-kept"]') !== null;
  return { build, parts: new Map(parts), isKept };
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isFileList(value: unknown): boolean {
  return Array.isArray(value) && value.every((file) => /^\/(?!\/)[\w./-]+$/.test(String(file)));
}
