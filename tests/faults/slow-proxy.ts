import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** How soon bytes come out at the other end, in milliseconds, each way. */
export type ProxyWay = {
  delayMs: number;
  /** A middlebox that knows no websockets: it answers 400, or lets the request hang for ever. */
  readonly upgrades: 'pass' | 'refuse' | 'swallow';
};

const REFUSAL = 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

/** A long way to the server, in front of a network that may know plain HTTP only. */
export class SlowProxy {
  readonly way: ProxyWay;
  readonly #sockets = new Set<Socket>();
  readonly #server;

  constructor(targetPort: () => number, way: ProxyWay) {
    this.way = way;
    this.#server = createServer((near) => {
      near.setNoDelay(true);
      near.on('error', () => near.destroy());
      near.once('data', (first) => {
        if (way.upgrades === 'pass' || !asksForUpgrade(first))
          this.#join(near, first, targetPort());
        else if (way.upgrades === 'refuse') near.end(REFUSAL);
      });
      this.#sockets.add(near);
      near.on('close', () => this.#sockets.delete(near));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #join(near: Socket, first: Buffer, port: number): void {
    const far = connect(port, '127.0.0.1');
    far.setNoDelay(true);
    this.#sockets.add(far);
    this.#carry(near, far);
    this.#carry(far, near);
    this.#later(() => far.write(first));
  }

  #carry(from: Socket, to: Socket): void {
    from.on('data', (bytes) => this.#later(() => to.write(bytes)));
    from.on('error', () => to.destroy());
    from.on('end', () => this.#later(() => to.end()));
    from.on('close', () => {
      this.#sockets.delete(from);
      this.#later(() => to.destroy());
    });
  }

  #later(act: () => void): void {
    const { delayMs } = this.way;
    if (delayMs === 0) act();
    else setTimeout(act, delayMs);
  }
}

function asksForUpgrade(request: Buffer): boolean {
  return /\r\nupgrade: websocket/i.test(request.toString('latin1'));
}
