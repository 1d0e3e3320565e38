import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** Ways in which a file does not arrive. */
export const FAULTS = ['missing', 'refused', 'a page', 'cut', 'silent'] as const;
export type Fault = (typeof FAULTS)[number];

/** Bytes of a file that is cut off that still arrive. */
const CUT_AFTER = 40;

/** Stands before the lobby and hands out everything but the files that a test spoils. */
export class FaultyFiles {
  readonly #target: number;
  readonly #server;
  readonly #asked: string[] = [];
  #spoils: (path: string) => boolean = () => false;
  #fault: Fault = 'missing';

  constructor(targetUrl: string) {
    this.#target = Number(new URL(targetUrl).port);
    this.#server = createServer((asked, answer) => this.#answer(asked, answer));
    this.#server.on('upgrade', (asked: IncomingMessage, near, head: Buffer) => {
      const far = connect(this.#target, '127.0.0.1');
      const headers = asked.rawHeaders.map((text, at) => text + (at % 2 === 0 ? ': ' : '\r\n'));
      far.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
      far.write(head);
      near.on('error', () => far.destroy()).pipe(far);
      far.on('error', () => near.destroy()).pipe(near);
    });
  }

  /** From now on these files do not arrive; no other ones are spoiled any more. */
  spoil(fault: Fault, spoils: (path: string) => boolean): void {
    this.#fault = fault;
    this.#spoils = spoils;
  }

  /** The paths that were asked for and match, once for each time. */
  asked(path: RegExp): readonly string[] {
    return this.#asked.filter((asked) => path.test(asked));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    // Under this name a page may use WebRTC without https.
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(asked: IncomingMessage, answer: ServerResponse): void {
    const path = asked.url ?? '/';
    this.#asked.push(path);
    if (this.#spoils(path)) return spoilAnswer(answer, this.#fault);
    const { method, headers } = asked;
    const far = request({ port: this.#target, path, method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    far.on('error', () => answer.destroy());
    asked.pipe(far);
  }
}

function spoilAnswer(answer: ServerResponse, fault: Fault): void {
  if (fault === 'missing') answer.writeHead(404).end();
  else if (fault === 'refused') answer.writeHead(503).end();
  else if (fault === 'a page') answer.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>');
  else if (fault === 'silent') answer.destroy();
  else {
    answer.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Length': '4000' });
    answer.write(' '.repeat(CUT_AFTER), () => answer.destroy());
  }
}
