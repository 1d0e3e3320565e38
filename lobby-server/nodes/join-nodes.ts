import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { ListDelta } from '../../shared/lobby/public-room.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Homes } from '../rooms/rooms-ports.ts';
import type { SharedBuckets, SharedLimit, Used } from '../limits/shared-buckets.ts';
import type { Timers } from '../timers.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { PublicList } from '../rooms/public-list.ts';
import type { NodeName } from './backplane.ts';
import { type Unsent, USED_MAX } from './node-message.ts';
import type { Nodes } from './nodes.ts';

/** [L150] [L182] What these rooms are known by, and what newcomers come by. */
export function codesOf(rooms: readonly Pick<RoomRecord, 'code' | 'door'>[]): readonly RoomCode[] {
  return rooms.flatMap(({ code, door }) => (door === code ? code : [code, door]));
}

/** [L150] The codes of this node's rooms, as its `Rooms` claim and release them. */
export function homesOf(nodes: Nodes): Homes {
  return {
    claimNew: (code) => nodes.claimNew(code),
    claimDoor: (door) => void nodes.claim(door),
    release: (code, id) => nodes.release(code, id),
    opened: (code, networks) =>
      nodes.tell('all', { type: 'opened', code, networks: [...networks] }),
    gone: (code) => nodes.tell('all', { type: 'ended', code }),
  };
}

/** [L156] What networks used up here, for the other nodes. */
export function spentMessage(limit: SharedLimit, networks: readonly string[]): Unsent {
  return { type: 'spent', limit, networks: [...networks] };
}

function usedMessage({ sockets, relayed }: Used): Unsent {
  return {
    type: 'used',
    sockets: sockets.slice(0, USED_MAX).map(([network, count]) => [network, count]),
    relayed: relayed.slice(0, USED_MAX).map(([networks, frames]) => [[...networks], frames]),
  };
}

/** [L155] */
export function listMessage({ changed, gone }: ListDelta): Unsent {
  return { type: 'list', changed: [...changed], gone: [...gone] };
}

export type SharedState = {
  readonly nodes: Nodes;
  readonly rooms: Pick<Rooms, 'find' | 'opened'>;
  readonly list: PublicList;
  readonly shared: SharedBuckets;
  readonly timers: Pick<Timers, 'now'>;
  readonly loseNode: (node: NodeName) => void;
};

/** [L155] [L156] [L171] Hears what the other nodes tell of their public rooms, of who opened how many, and of what networks used up. */
export function joinNodes(state: SharedState): void {
  const { nodes, rooms, list, shared, timers, loseNode } = state;
  /** Rooms that other nodes told of. */
  const elsewhere = new Map<RoomCode, NodeName>();
  const forget = (code: RoomCode, node: NodeName): void => {
    if (elsewhere.get(code) !== node) return;
    elsewhere.delete(code);
    // One that has come here since counts on.
    void rooms.find(code).then((room) => room === null && rooms.opened.forget(code));
  };
  nodes.take('opened', ({ from, code, networks }) => {
    elsewhere.set(code, from);
    rooms.opened.note(code, networks);
  });
  nodes.take('spent', ({ limit, networks }) => shared.charge(limit, networks, timers.now()));
  nodes.take('used', ({ from, ...used }) => shared.follow(from, used, timers.now()));
  nodes.onBeat = () => {
    const used = shared.takeUsed();
    if (used !== null) nodes.tell('all', usedMessage(used));
  };
  nodes.take('ended', ({ from, code }) => forget(code, from));
  nodes.take('list', ({ from, changed, gone }) => list.followNode(from, { changed, gone }));
  nodes.onFound = (node) => {
    for (const delta of list.ownDeltas()) nodes.tell(node, listMessage(delta));
    for (const [code, networks] of rooms.opened.all) {
      if (elsewhere.has(code)) continue;
      nodes.tell(node, { type: 'opened', code, networks: [...networks] });
    }
  };
  nodes.onLost = (node) => {
    for (const [code, home] of elsewhere) if (home === node) forget(code, node);
    list.dropNode(node);
    shared.lose(node);
    loseNode(node);
  };
}
