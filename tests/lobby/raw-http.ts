import { connect, type Socket } from 'node:net';

export type RawAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/** Writes these bytes, reads until the other side closes, and gives the first answer; null: none. */
export function askRaw(
  port: number,
  ...parts: readonly (string | Buffer)[]
): Promise<RawAnswer | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    // What was refused may be cut while it is still being sent.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => resolve(parseAnswer(Buffer.concat(chunks).toString('latin1'))));
    for (const part of parts) socket.write(part);
  });
}

/** Header lines of a request that ends its connection. */
export function requestText(
  line: string,
  headers: Readonly<Record<string, string | number>> = {},
  body = '',
): string {
  const all = { Host: 'localhost', Connection: 'close', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${line} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}

/** A connection that is only opened; `text` is written when there is any. */
export function openRaw(port: number, text = ''): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      if (text !== '') socket.write(text);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Reads an HTTP answer; null when it is none. */
export function parseAnswer(text: string): RawAnswer | null {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(0, end)).split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})/.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  return { status: Number(status), headers: new Map(headers), body: text.slice(end + 4) };
}
