import { fail, ok } from '../../shared/base/result.ts';
import { isRoomCode, type RoomCode } from '../../shared/lobby/ids.ts';
import type { RequestName } from '../../shared/lobby/lobby-events.ts';
import type { NodeName } from '../nodes/backplane.ts';
import type { Answered, Nodes, FoundAt } from '../nodes/nodes.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { TicketDesk } from '../rooms/ticket-desk.ts';
import type { CarriedPages } from './carried-pages.ts';
import { channelsOf, channelName } from './channels.ts';
import type { Connection } from './connection.ts';
import type { Carry } from './dispatch.ts';
import type { MemberPage } from './handlers.ts';

/** A socket of this node, as far as other nodes have to do with it. */
export type LineSocket = {
  readonly connection: Connection;
  emit(name: string, news: object): void;
  join(channels: readonly string[]): void;
  leave(channels: readonly string[]): void;
  relay(packed: Uint8Array): void;
  isThere(): Promise<boolean>;
  /** As a network would: its page comes back by itself. */
  drop(): void;
};

export type NodeLinesPorts = {
  readonly nodes: Nodes;
  readonly pages: CarriedPages;
  readonly rooms: Pick<Rooms, 'doors' | 'giveUp'>;
  readonly tickets: Pick<TicketDesk, 'read'>;
  readonly find: (connection: string) => LineSocket | null;
  readonly all: () => Iterable<LineSocket>;
  readonly emitTo: (channel: string, name: string, news: object) => void;
  readonly leaveHere: (connection: Connection, code: RoomCode) => Promise<void>;
};

/** Of the room that a page is in, without its code. */
const OF_OWN_ROOM: ReadonlySet<RequestName> = new Set([
  'signal',
  'voice',
  'ice:get',
  'room:elect',
  'room:sync',
  'link:report',
  'probe:answer',
]);
const OF_QUEUE: ReadonlySet<RequestName> = new Set(['queue:near', 'queue:join']);
const ENTERING: ReadonlySet<RequestName> = new Set([
  'room:create',
  'room:join',
  'room:resume',
  'queue:join',
]);
/** Of any room, by its code; all other requests are of the room that a page is in. */
const BY_CODE: ReadonlySet<RequestName> = new Set([
  'room:join',
  'room:resume',
  'room:peek',
  'probe:offer',
]);
/** [L152] What only one node may answer, or a room has two sequencers. */
const DECIDING: ReadonlySet<RequestName> = new Set(['room:elect', 'room:sync']);

const ENDED: Answered = fail({ code: 'NO_ROOM' });
const LATER: Answered = fail({ code: 'TRY_LATER', retryMs: 500 });

type Asking = { readonly code?: unknown; readonly ticket?: unknown };

/**
 * [L153] The pages of this node whose rooms other nodes keep: what they ask goes there, and what comes back
 * goes to them. Limits and strikes stay here, where the socket is.
 */
export class NodeLines {
  readonly #ports: NodeLinesPorts;

  constructor(ports: NodeLinesPorts) {
    this.#ports = ports;
    const { nodes, find } = ports;
    nodes.take('enter', ({ from, connection, code, seat }) => {
      const socket = find(connection);
      if (socket !== null) this.#enter(socket, from, code, seat);
    });
    nodes.take('exit', ({ from, connection, code, seat }) => {
      const socket = find(connection);
      socket?.leave(channelsAt(from, code, seat));
      const carried = socket?.connection.carried;
      if (carried && carried.home === from && carried.code === code) forgetHome(carried);
    });
    nodes.take('news', ({ from, to, name, news }) => {
      if ('connection' in to) find(to.connection)?.emit(name, news);
      else ports.emitTo(at(from, channelName(to)), name, news);
    });
    nodes.take('relayed', ({ connection, frame }) => {
      find(connection)?.relay(Buffer.from(frame, 'base64'));
    });
    nodes.take('alive', ({ from, id, connection }) => {
      const socket = find(connection);
      void (socket?.isThere() ?? Promise.resolve(false)).then((isThere) =>
        nodes.answer(from, id, isThere ? ok({}) : fail({ code: 'NO_PEER' })),
      );
    });
    nodes.take('drop', ({ connection }) => find(connection)?.drop());
    nodes.onTaken = (codes) => {
      for (const code of codes) void this.#giveUp(code);
    };
  }

  /** Neither the node nor its rooms can be heard any more: its pages come back and bring the rooms along. */
  lose(node: NodeName): void {
    this.#ports.pages.lose(node);
    this.#dropWhere(({ home }) => home === node);
  }

  /** [L153] The way of every request: here, or to the node that keeps the room. */
  readonly carry: Carry = async (connection, name, request, handle) => {
    const place = await this.#placeOf(connection, name, request);
    if (place === null) return LATER;
    if (place === 'ended') return ENDED;
    if (place !== 'here' && place !== 'nowhere') {
      return this.#pass(connection, place, name, request);
    }
    const answered = await this.#handleHere(connection, name, request, handle, place);
    const { carried } = connection;
    if (answered.ok && ENTERING.has(name) && carried?.home) {
      this.#leaveThere(connection, carried.home);
    }
    return answered;
  };

  /** [L153] What a page of another node asked of this one: never handed on once more. */
  readonly carryNoFurther: Carry = async (connection, name, request, handle) => {
    const place = await this.#placeOf(connection, name, request);
    if (place === 'ended') return ENDED;
    if (place !== 'here' && place !== 'nowhere') return LATER;
    return this.#handleHere(connection, name, request, handle, place);
  };

  async #handleHere(
    connection: Connection,
    name: RequestName,
    request: object,
    handle: () => Promise<Answered>,
    place: FoundAt,
  ): Promise<Answered> {
    const { nodes, rooms } = this.#ports;
    if (DECIDING.has(name) && connection.code !== null && !nodes.mayDecide(connection.code)) {
      return LATER;
    }
    const answered = await handle();
    // Claimed for a ticket that led nowhere.
    if (place === 'here' && !answered.ok) {
      for (const code of this.#codesIn(connection, request)) {
        if ((await rooms.doors.find(code)) === null) nodes.release(code, null);
      }
    }
    return answered;
  }

  /** [L26] To the node that keeps the page's room. */
  carryFrame({ carried, visitor }: Connection, packed: Uint8Array): void {
    if (carried === null || carried.home === null) return;
    const frame = Buffer.from(packed).toString('base64');
    this.#ports.nodes.tell(carried.home, {
      type: 'relay',
      connection: visitor.connection,
      frame,
    });
  }

  /** The connection of a page has ended. */
  left({ carried, visitor }: Connection, how: 'lost' | 'bye'): void {
    for (const node of carried?.asked ?? []) {
      this.#ports.nodes.tell(node, { type: 'left', connection: visitor.connection, how });
    }
  }

  async #placeOf(connection: Connection, name: RequestName, request: object): Promise<FoundAt> {
    const { nodes, rooms } = this.#ports;
    if (nodes.isClosed) return null;
    const { carried } = connection;
    if (OF_OWN_ROOM.has(name)) return carried?.home ?? 'here';
    if (OF_QUEUE.has(name)) return nodes.quickNode();
    const { code } = request as Asking;
    if (typeof code !== 'string' || !isRoomCode(code)) return 'here';
    if (carried !== null && carried.home !== null && carried.code === code) return carried.home;
    if (BY_CODE.has(name)) await nodes.life.check();
    if ((await rooms.doors.find(code)) !== null || !BY_CODE.has(name)) return 'here';
    return this.#findOrClaim(connection, code, request);
  }

  /** [L151] A page with a ticket brings its room along, unless some node has it. */
  async #findOrClaim(
    { visitor }: Connection,
    code: RoomCode,
    { ticket }: Asking,
  ): Promise<FoundAt> {
    const { nodes, tickets } = this.#ports;
    const shown = typeof ticket === 'string' ? tickets.read(ticket, code, visitor.guest) : null;
    if (shown === null) return nodes.find(code);
    if (shown.room.quick) {
      // [L155] Where the others are whom the queue sends.
      const quick = await nodes.quickNode();
      if (quick !== 'here') {
        const home = await nodes.find(code);
        return home === null || home === 'nowhere' ? quick : home;
      }
    }
    const place = await nodes.claim(shown.room.code, shown.room.id);
    return place === 'ended' ? this.#findAnother(code) : place;
  }

  /** The code that is asked for, and what the room of the ticket is known by. */
  #codesIn({ visitor }: Connection, request: object): readonly RoomCode[] {
    const { code, ticket } = request as Asking;
    if (typeof code !== 'string' || !isRoomCode(code)) return [];
    const { tickets } = this.#ports;
    const shown = typeof ticket === 'string' ? tickets.read(ticket, code, visitor.guest) : null;
    return shown === null || shown.room.code === code ? [code] : [code, shown.room.code];
  }

  /** The room of the ticket is over. Its code may be another room's by now. */
  async #findAnother(code: RoomCode): Promise<FoundAt> {
    const place = await this.#ports.nodes.find(code);
    return place === 'nowhere' ? 'ended' : place;
  }

  async #pass(
    connection: Connection,
    node: NodeName,
    name: RequestName,
    request: object,
  ): Promise<Answered> {
    // It went away while its room was looked for, and has said goodbye to all whom it asked before.
    if (connection.closed) return LATER;
    const { nodes } = this.#ports;
    const { guest, page, versions, hidesAddress, networks } = connection.visitor;
    const visitor = {
      guest,
      page,
      connection: connection.visitor.connection,
      versions,
      hidesAddress,
      networks: [...networks],
    };
    connection.carried ??= { home: null, code: null, asked: new Set() };
    connection.carried.asked.add(node);
    if (name === 'signal' || name === 'voice') {
      nodes.tell(node, { type: 'ask', id: null, name, request, visitor });
      return ok({});
    }
    return nodes.ask(node, (id) => ({ type: 'ask', id, name, request, visitor }));
  }

  /** [L10] A page is in one room at most, on whichever nodes. */
  #enter(socket: LineSocket, home: NodeName, code: RoomCode, seat: MemberPage): void {
    const { connection } = socket;
    const { carried } = connection;
    // It went away, or asked nothing of that node.
    if (carried === null || connection.closed) return;
    const isElsewhere = carried.home !== null && (carried.home !== home || carried.code !== code);
    if (isElsewhere && carried.home !== home) this.#leaveThere(connection, carried.home!);
    if (connection.code !== null) void this.#ports.leaveHere(connection, connection.code);
    carried.home = home;
    carried.code = code;
    socket.join(channelsAt(home, code, seat));
  }

  #leaveThere(connection: Connection, node: NodeName): void {
    const { carried } = connection;
    if (carried === null) return;
    const { code } = carried;
    forgetHome(carried);
    if (code !== null) void this.#pass(connection, node, 'room:leave', { code });
  }

  async #giveUp(code: RoomCode): Promise<void> {
    const { rooms, pages } = this.#ports;
    pages.dropRoom(code);
    await rooms.giveUp(code);
    for (const socket of this.#ports.all()) {
      if (socket.connection.code !== code) continue;
      socket.connection.code = null;
      socket.drop();
    }
  }

  #dropWhere(isMeant: (carried: NonNullable<Connection['carried']>) => boolean): void {
    for (const socket of this.#ports.all()) {
      const { carried } = socket.connection;
      if (carried === null || !isMeant(carried)) continue;
      socket.drop();
    }
  }
}

/** Apart from those of rooms that this node keeps: what a stopped node says late is heard by nobody here. */
function at(node: NodeName, channel: string): string {
  return `${node} ${channel}`;
}

function channelsAt(node: NodeName, code: RoomCode, seat: MemberPage): string[] {
  return channelsOf(code, seat).map((channel) => at(node, channel));
}

function forgetHome(carried: NonNullable<Connection['carried']>): void {
  carried.home = null;
  carried.code = null;
}
