import type { RoomCode } from '../../shared/lobby/ids.ts';
import { readWith } from '../../shared/lobby/read-with.ts';
import { REQUESTS, type RequestName } from '../../shared/lobby/lobby-events.ts';
import type { Limits } from '../limits/limits.ts';
import type { NodeName } from '../nodes/backplane.ts';
import type { NodeVisitor } from '../nodes/node-message.ts';
import type { Answered, Nodes } from '../nodes/nodes.ts';
import type { Visitor } from '../rooms/visitor.ts';
import type { Timers } from '../timers.ts';
import { Connection } from './connection.ts';
import type { Channel, MemberPage, RoomPage } from './handlers.ts';
import type { RelayPage } from './relay.ts';

export type CarriedPagesPorts = {
  readonly nodes: Nodes;
  readonly timers: Pick<Timers, 'now'>;
  readonly limits: Limits;
  readonly isPost: (name: RequestName) => boolean;
  readonly handle: (
    connection: Connection,
    name: RequestName,
    request: object,
  ) => Promise<Answered>;
  readonly relay: (connection: Connection, packed: Uint8Array) => void;
  /** The page is gone. */
  readonly onLeft: (connection: Connection, how: 'lost' | 'bye') => void;
};

type CarriedPage = { readonly node: NodeName; readonly connection: Connection };

/**
 * [L153] The pages of other nodes that are in rooms of this one. To the rooms such a page is a connection as
 * any other; what is meant for it is said to its node.
 */
export class CarriedPages {
  readonly #ports: CarriedPagesPorts;
  readonly #pages = new Map<string, CarriedPage>();
  /** Those with a place, by room. */
  readonly #placed = new Map<RoomCode, Set<CarriedPage>>();

  constructor(ports: CarriedPagesPorts) {
    this.#ports = ports;
    const { nodes } = ports;
    nodes.take('ask', ({ from, id, name, request, visitor }) => {
      const { connection } = this.#pageOf(from, visitor);
      const run = async (): Promise<void> => {
        const answered = await this.#handle(connection, name, request);
        if (id !== null) nodes.answer(from, id, answered);
      };
      if (ports.isPost(name)) void run();
      else void connection.inTurn(run);
    });
    nodes.take('left', ({ from, connection, how }) => {
      if (this.#pages.get(connection)?.node === from) this.#end(connection, how);
    });
    nodes.take('relay', ({ from, connection, frame }) => {
      const page = this.#pages.get(connection);
      if (page?.node === from) ports.relay(page.connection, Buffer.from(frame, 'base64'));
    });
  }

  get size(): number {
    return this.#pages.size;
  }

  has(connection: string): boolean {
    return this.#pages.has(connection);
  }

  /** The visitor behind it; null for a page that is of this node, or gone. */
  visitorOf(connection: string): Visitor | null {
    return this.#pages.get(connection)?.connection.visitor ?? null;
  }

  /** To those of other nodes whom a piece of news is for. */
  send(to: Exclude<Channel, 'list'>, name: string, news: object): void {
    const message = { type: 'news', to, name, news } as Parameters<Nodes['tell']>[1];
    if ('connection' in to) {
      const page = this.#pages.get(to.connection);
      if (page !== undefined) this.#ports.nodes.tell(page.node, message);
      return;
    }
    const placed = this.#placed.get(to.room);
    if (placed === undefined) return;
    for (const node of new Set([...placed].map((page) => page.node))) {
      this.#ports.nodes.tell(node, message);
    }
  }

  findPage(code: RoomCode, session: number): RoomPage | null {
    const page = this.#find(code, session);
    if (page === null) return null;
    const { member, visitor } = page.connection;
    return { member, connection: visitor.connection };
  }

  findRelayPage(code: RoomCode, session: number): RelayPage | null {
    const page = this.#find(code, session);
    if (page === null) return null;
    const { connection } = page.connection.visitor;
    return {
      connection,
      // Its node looks.
      waitingBytes: () => 0,
      send: (packed) => {
        const frame = Buffer.from(packed).toString('base64');
        this.#ports.nodes.tell(page.node, { type: 'relayed', connection, frame });
      },
    };
  }

  /** False for a page that is of this node. */
  enter(connection: string, code: RoomCode, { id, session }: MemberPage): boolean {
    const page = this.#pages.get(connection);
    if (page === undefined) return false;
    const placed = this.#placed.get(code) ?? new Set();
    this.#placed.set(code, placed.add(page));
    const seat = { id, session };
    this.#ports.nodes.tell(page.node, { type: 'enter', connection, code, seat });
    return true;
  }

  exit(connection: string, code: RoomCode, { id, session }: MemberPage): boolean {
    const page = this.#pages.get(connection);
    if (page === undefined) return false;
    this.#displace(code, page);
    const seat = { id, session };
    this.#ports.nodes.tell(page.node, { type: 'exit', connection, code, seat });
    return true;
  }

  /** Null for a page that is of this node. */
  isThere(connection: string): Promise<boolean> | null {
    const page = this.#pages.get(connection);
    if (page === undefined) return null;
    return this.#ports.nodes
      .ask(page.node, (id) => ({ type: 'alive', id, connection }))
      .then((answered) => answered.ok);
  }

  drop(connection: string): void {
    const page = this.#pages.get(connection);
    if (page !== undefined) this.#ports.nodes.tell(page.node, { type: 'drop', connection });
  }

  /** The room is kept by another node: those who are in it find it there. */
  dropRoom(code: RoomCode): void {
    for (const { connection } of this.#placed.get(code) ?? []) {
      connection.code = null;
      this.drop(connection.visitor.connection);
    }
    this.#placed.delete(code);
  }

  /** Nothing is heard of that node any more, nor of its pages. */
  lose(node: NodeName): void {
    for (const [connection, page] of this.#pages)
      if (page.node === node) this.#end(connection, 'lost');
  }

  async #handle(connection: Connection, name: RequestName, request: object): Promise<Answered> {
    const read = readWith(REQUESTS[name], request);
    if (read === null) return { ok: false, error: { code: 'BAD_REQUEST' } };
    try {
      return await this.#ports.handle(connection, name, read);
    } catch {
      return { ok: false, error: { code: 'INTERNAL' } };
    }
  }

  #pageOf(node: NodeName, visitor: NodeVisitor): CarriedPage {
    const known = this.#pages.get(visitor.connection);
    if (known !== undefined) return known;
    const { limits, timers } = this.#ports;
    const page = { node, connection: new Connection(visitor, limits, timers.now()) };
    this.#pages.set(visitor.connection, page);
    return page;
  }

  #find(code: RoomCode, session: number): CarriedPage | null {
    for (const page of this.#placed.get(code) ?? []) {
      if (page.connection.session === session) return page;
    }
    return null;
  }

  #displace(code: RoomCode, page: CarriedPage): void {
    const placed = this.#placed.get(code);
    placed?.delete(page);
    if (placed?.size === 0) this.#placed.delete(code);
  }

  #end(connection: string, how: 'lost' | 'bye'): void {
    const page = this.#pages.get(connection);
    if (page === undefined) return;
    this.#pages.delete(connection);
    const { code } = page.connection;
    if (code !== null) this.#displace(code, page);
    page.connection.closed = true;
    this.#ports.onLeft(page.connection, how);
  }
}
