import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A cable to the server that a test can pull: neither side gets to say goodbye. */
export class CutProxy {
  readonly #sockets = new Set<Socket>();
  readonly #server;
  /** While true new connections are cut at once. */
  cutNew = false;

  /** @param source the address that the next connection comes from; default: this machine's own */
  constructor(targetPort: () => number, source: () => string = () => '127.0.0.1') {
    this.#server = createServer((near) => {
      if (this.cutNew) {
        near.destroy();
        return;
      }
      const far = connect({ port: targetPort(), host: '127.0.0.1', localAddress: source() });
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** From now on nothing comes through, and nobody is told. */
  freeze(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
