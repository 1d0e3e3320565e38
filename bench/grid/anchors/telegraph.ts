import { PlayerType, Telegraph } from '@tboyt/telegraph';
import { toTick } from '../../../shared/sim/tick.ts';
import type { Anchor, AnchorPeer, AnchorSide } from './anchor-peer.ts';

type Handler = (data?: unknown) => void;
type Config = ConstructorParameters<typeof Telegraph<Uint32Array>>[0];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The part of a PeerJS connection that the library touches. */
class FakeConnection {
  readonly peer: string;
  serialization = '';
  readonly #send: (bytes: Uint8Array) => void;
  readonly #handlers = new Map<string, Handler>();

  constructor(peer: string, send: (bytes: Uint8Array) => void) {
    this.peer = peer;
    this.#send = send;
  }

  on(event: string, handler: Handler): void {
    this.#handlers.set(event, handler);
  }

  /** As PeerJS does with the `json` that the library sets. */
  send(message: unknown): void {
    this.#send(encoder.encode(JSON.stringify(message)));
  }

  take(bytes: Uint8Array): void {
    this.#handlers.get('data')?.(JSON.parse(decoder.decode(bytes)));
  }
}

class TelegraphPeer implements AnchorPeer {
  readonly #side: AnchorSide;
  readonly #connection: FakeConnection;
  readonly #session: Telegraph<Uint32Array>;
  readonly #handle: number;

  constructor(side: AnchorSide) {
    const { place, page, game } = side;
    const remote = `peer-${1 - place}`;
    this.#side = side;
    this.#connection = new FakeConnection(remote, side.send);
    const peer = { connections: { [remote]: [this.#connection] }, on: () => {} };
    const start = game.world.tick;
    this.#session = page.run(
      () =>
        new Telegraph<Uint32Array>({
          peer: peer as unknown as Config['peer'],
          numPlayers: 2,
          disconnectTimeout: 0,
          disconnectNotifyStart: 0,
          callbacks: {
            onSaveState: () => ({
              state: Uint32Array.of(game.world.tick, ...game.world.match.words),
              checksum: null,
            }),
            onLoadState: (saved) => {
              game.world.tick = toTick(saved[0] ?? start);
              game.world.match.words.set(saved.subarray(1));
            },
            onAdvanceFrame: () => this.#advanceFrame(),
            onEvent: () => {},
          },
        }),
    );
    const [first, second] = ([0, 1] as const).map((each) =>
      page.run(() =>
        this.#session.addPlayer(
          each === place
            ? { type: PlayerType.local, playerNumber: each + 1 }
            : { type: PlayerType.remote, playerNumber: each + 1, remote: { peerId: remote } },
        ),
      ),
    );
    const handle = (place === 0 ? first : second)?.value;
    if (typeof handle !== 'number') throw new Error('the library took no player');
    this.#handle = handle;
  }

  receive(bytes: Uint8Array): void {
    this.#side.page.run(() => this.#connection.take(bytes));
  }

  tick(): void {
    const { page, poll, game, onOwnInput } = this.#side;
    page.run(() => {
      const bits = poll();
      if (this.#session.addLocalInput(this.#handle, [bits]).code === 'ok') {
        onOwnInput(game.world.tick, bits);
        this.#advanceFrame();
      }
      this.#session.afterTick();
    });
  }

  #advanceFrame(): void {
    const { value } = this.#session.syncInput();
    if (!value) return;
    const [first, second] = value.inputs;
    this.#side.game.step(first?.[0] ?? 0, second?.[0] ?? 0);
    this.#session.advanceFrame();
  }
}

export const TELEGRAPH: Anchor = {
  name: '@tboyt/telegraph 0.0.3',
  channel: { isOrdered: false },
  assumption:
    'its Telegraph session on the channel PeerJS opens unless told otherwise (unordered, resent), JSON as it sets it, an input of one number, no frame delay',
  createPeer: (side) => new TelegraphPeer(side),
};
