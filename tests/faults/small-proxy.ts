import { createServer, request as requestHttp, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export type ProxyFaults = {
  /** As nginx does where nobody set the headers. */
  readonly dropsUpgrades?: boolean;
  /** Asks by this name in place of the one that it was asked by, as nginx does by itself. */
  readonly asksBy?: string;
  /** ms that the clock behind it seems to be ahead. */
  readonly clockMs?: number;
};

/** A proxy in front of a server on this machine; it adds `X-Forwarded-For`, and may have a fault. */
export class SmallProxy {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** @param ownPort 0 takes any free one */
  static async start(port: number, faults: ProxyFaults = {}, ownPort = 0): Promise<SmallProxy> {
    const renamed = faults.asksBy === undefined ? {} : { host: faults.asksBy };
    const server = createServer((request, response) => {
      const headers = { ...request.headers, ...renamed, 'x-forwarded-for': '198.51.100.7' };
      const { method, url: path } = request;
      if (faults.dropsUpgrades === true) {
        Object.assign(headers, { connection: 'close' });
        Reflect.deleteProperty(headers, 'upgrade');
      }
      const onward = requestHttp({ port, method, path, headers, agent: false }, (answer) => {
        const date = new Date(Date.now() + (faults.clockMs ?? 0)).toUTCString();
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, date });
        answer.pipe(response);
      });
      onward.once('error', () => response.destroy());
      request.pipe(onward);
    });
    if (faults.dropsUpgrades !== true) {
      server.on('upgrade', (request, socket, head) => {
        const lines = Object.entries({ ...request.headers, ...renamed }).map(
          ([name, value]) => `${name}: ${String(value)}`,
        );
        const onward = connect(port, 'localhost', () => {
          onward.write(
            `GET ${request.url} HTTP/1.1\r\nx-forwarded-for: 198.51.100.7\r\n${lines.join('\r\n')}\r\n\r\n`,
          );
          onward.write(head);
          onward.pipe(socket).pipe(onward);
        });
        onward.once('error', () => socket.destroy());
        socket.once('error', () => onward.destroy());
      });
    }
    await new Promise<void>((resolve) => void server.listen(ownPort, resolve));
    return new SmallProxy(server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
