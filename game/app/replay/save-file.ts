/** How the name of a replay's file ends. */
export const REPLAY_ENDING = 'pbreplay';

/** A download may begin a moment after it was asked for. */
const KEEP_ADDRESS_MS = 10_000;

export type Score = { readonly sun: number; readonly wave: number };

/** Hands a file to the browser, which asks or puts it where its downloads are. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const file = new Blob([bytes], { type: 'application/octet-stream' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS_MS);
}

/** peerball-2026-11-20-1805-3-2.pbreplay: when it was saved, by the clock on the wall, and the score. */
export function nameReplay(score: Score, now: Date): string {
  return nameFile(score, now, REPLAY_ENDING);
}

/** The same of another kind of file. @param ending without its dot */
export function nameFile({ sun, wave }: Score, now: Date, ending: string): string {
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `peerball-${date}-${two(now.getHours())}${two(now.getMinutes())}-${sun}-${wave}.${ending}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
