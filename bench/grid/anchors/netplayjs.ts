import { createRequire } from 'node:module';
import type { RollbackNetcode } from 'netplayjs/dist/types/netcode/rollback.d.ts';
import type { NetplayInput, NetplayPlayer, NetplayState } from 'netplayjs/dist/types/types.d.ts';
import { TICK_MS, toTick } from '../../../shared/sim/tick.ts';
import type { Anchor, AnchorPeer, AnchorSide } from './anchor-peer.ts';

/** The library's own: it stalls beyond. */
const MAX_PREDICTED_FRAMES = 10;
const PING_EVERY_MS = 100;

type Message =
  | { readonly type: 'input'; readonly frame: number; readonly input: { readonly bits: number } }
  | { readonly type: 'state'; readonly frame: number; readonly state: number[] }
  | { readonly type: 'ping-req' | 'ping-resp'; readonly sent_time: number };

/** An input of one byte, where the library's own has a dozen fields. */
export type Bits = NetplayInput<Bits> & { bits: number };
type State = NetplayState<Bits>;
export type Rollback = typeof RollbackNetcode<State, Bits>;
type MessagePack = {
  encode: (message: Message) => Uint8Array;
  decode: (bytes: Uint8Array) => Message;
};

/** The name is not a literal: the compiler shall not check the sources of a package with our rules. */
const SOURCES = 'netplayjs/src';
const netcode: { RollbackNetcode: Rollback } = await import(`${SOURCES}/netcode/rollback.ts`);
const types: {
  NetplayPlayer: typeof NetplayPlayer;
  NetplayInput: new () => NetplayInput<Bits>;
  NetplayState: new () => State;
} = await import(`${SOURCES}/types.ts`);
const ownRequire = createRequire(import.meta.resolve('netplayjs/package.json'));
const pack = ownRequire('msgpack-lite') as MessagePack;

export const { RollbackNetcode: Netcode } = netcode;

/** An input of the library that holds these bits. */
export function createBits(bits: number): Bits {
  return Object.assign(new types.NetplayInput(), { bits }) as Bits;
}

/** Both players as one side sees them: the first one is the host. */
export function createPlayers(place: 0 | 1): readonly [NetplayPlayer, NetplayPlayer] {
  const { NetplayPlayer: Player } = types;
  return [new Player(0, place === 0, true), new Player(1, place === 1, false)];
}

/** A state of the library around three functions: a tick, its numbers, and back from them. */
export function createState(
  tick: (first: number, second: number) => void,
  save: () => number[],
  load: (saved: number[]) => void,
): State {
  const state = new types.NetplayState();
  state.tick = (inputs) => {
    const [first, second] = [...inputs].toSorted(([a], [b]) => a.getID() - b.getID());
    tick(first![1].bits, second![1].bits);
  };
  state.serialize = save;
  state.deserialize = (saved) => load(saved as number[]);
  return state;
}

class NetplayPeer implements AnchorPeer {
  readonly #side: AnchorSide;
  readonly #players: readonly [NetplayPlayer, NetplayPlayer];
  readonly #netcode: RollbackNetcode<State, Bits>;
  #pingMs = 0;

  constructor(side: AnchorSide) {
    const { game, place, page } = side;
    const start = game.world.tick;
    this.#side = side;
    this.#players = createPlayers(place);
    const state = createState(
      (first, second) => game.step(first, second),
      () => game.save(),
      (saved) => game.load(saved),
    );
    const broadcastInput = (frame: number, input: Bits): void => {
      side.onOwnInput(toTick(start + frame - 1), input.bits);
      this.#send({ type: 'input', frame, input: { bits: input.bits } });
    };
    this.#netcode = new netcode.RollbackNetcode(
      place === 0,
      state,
      [...this.#players],
      new Map(this.#players.map((player) => [player, createBits(0)])),
      MAX_PREDICTED_FRAMES,
      null,
      TICK_MS,
      () => createBits(side.poll()),
      broadcastInput,
      (frame, saved) => this.#send({ type: 'state', frame, state: saved as number[] }),
    );
    page.run(() => this.#netcode.start());
  }

  receive(bytes: Uint8Array): void {
    const message = pack.decode(bytes);
    const { place, page } = this.#side;
    if (message.type === 'input') {
      const input = createBits(message.input.bits);
      page.run(() => this.#netcode.onRemoteInput(message.frame, this.#players[1 - place]!, input));
    } else if (message.type === 'state') {
      page.run(() => this.#netcode.onStateSync(message.frame, message.state));
    } else if (message.type === 'ping-req') {
      this.#send({ type: 'ping-resp', sent_time: message.sent_time });
    }
  }

  tick(): void {
    const { page } = this.#side;
    for (const { act } of page.timers) page.run(act);
    if (page.nowMs - this.#pingMs < PING_EVERY_MS) return;
    this.#pingMs = page.nowMs;
    this.#send({ type: 'ping-req', sent_time: Math.floor(page.nowMs) });
  }

  #send(message: Message): void {
    this.#side.send(pack.encode(message));
  }
}

export const NETPLAYJS: Anchor = {
  name: 'netplayjs 0.4.1',
  channel: { isOrdered: true },
  assumption:
    'its RollbackNetcode on the reliable ordered channel it opens, msgpack as it packs, an input of one number, a state of what moves',
  createPeer: (side) => new NetplayPeer(side),
};
