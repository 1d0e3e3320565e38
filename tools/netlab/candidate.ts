/** Where packets come from or go to. */
export type Endpoint = { readonly address: string; readonly port: number };

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
/** Positions in `candidate:foundation component transport priority address port typ host …`. */
const TRANSPORT = 2;
const ADDRESS = 4;
const PORT = 5;
const TYPE = 7;

/** The end that an ICE candidate names when that is a plain way through UDP and IPv4, else null. */
export function readCandidate(line: string): Endpoint | null {
  const words = line.trim().split(' ');
  const address = words[ADDRESS] ?? '';
  const port = Number(words[PORT]);
  const isPlain =
    words[TRANSPORT]?.toLowerCase() === 'udp' && IPV4.test(address) && words[TYPE] === 'host';
  return isPlain && Number.isInteger(port) && port > 0 ? { address, port } : null;
}

/** The same candidate at another place. */
export function moveCandidate(line: string, { address, port }: Endpoint): string {
  const words = line.split(' ');
  words[ADDRESS] = address;
  words[PORT] = String(port);
  return words.join(' ');
}

export type MoveLine = (candidate: string) => Promise<string | null>;

/** A session description with each of its candidates moved, or without it where `move` says null. */
export async function moveCandidatesOf(sdp: string, move: MoveLine): Promise<string> {
  const lines = await Promise.all(
    sdp.split('\r\n').map(async (line) => {
      if (!line.startsWith('a=candidate:')) return line;
      const moved = await move(line.slice(2));
      return moved === null ? null : `a=${moved}`;
    }),
  );
  return lines.filter((line) => line !== null).join('\r\n');
}
