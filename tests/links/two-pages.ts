import { Pair, type PairSignal } from '../../game/net/link/pair.ts';
import { readRelayFrame } from '../../game/net/link/relay-frame.ts';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import type { Link } from '../../shared/netplay/link/link.ts';
import { fakeLinks, type FakeLink } from './fake-link.ts';
import { ManualTimers } from '../lobby/manual-timers.ts';

/** One end of the pair, and what its game got. */
export class PageEnd {
  readonly pair: Pair;
  readonly made: FakeLink[];
  readonly links: Link[] = [];
  readonly got: number[] = [];
  onLink: (link: Link) => void = () => {};
  givenUp = 0;
  frames: string[] = [];
  readonly ways: string[] = [];

  constructor(opens: boolean, world: TwoPages, other: () => PageEnd) {
    const { made, makeLink } = fakeLinks();
    this.made = made;
    this.pair = new Pair(opens, {
      remote: parsePeerId(opens ? 'ada' : 'bob')!,
      timers: world.timers,
      random: () => 0.5,
      makeLink: (setup) => {
        const link = makeLink(setup);
        if (world.isBlocked) link.mute();
        return link;
      },
      takeIceServers: () => Promise.resolve([]),
      sendSignal: (signal: PairSignal) => world.carry(() => other().pair.receive(signal)),
      sendFrame: (frame) => {
        if (!world.isLobbyUp) return false;
        this.frames.push(readRelayFrame(frame)!.kind);
        if (!world.mayRelay) return true;
        const deliver = (): void => other().pair.receiveFrame(frame);
        if (world.relayMs === 0) world.carry(deliver);
        else world.timers.after(world.relayMs, deliver);
        return true;
      },
      isHidden: world.isHidden,
      mayRelay: () => world.mayRelay,
      onWay: (way, upMs) => this.ways.push(upMs === null ? way : `${way} after ${upMs} ms`),
      onLink: (link) => {
        this.links.push(link);
        this.onLink(link);
      },
      isLobbyOnline: () => world.isLobbyUp,
      onGiveUp: () => this.givenUp++,
    });
  }

  get link(): Link {
    return this.links.at(-1)!;
  }

  take(): void {
    this.link.receive((bytes) => this.got.push(bytes[0]!));
  }
}

/** Two ends, a lobby between them, and networks that let WebRTC through or not. */
export class TwoPages {
  readonly timers = new ManualTimers();
  isBlocked = false;
  /** [L141] Both hide their addresses. */
  readonly isHidden: boolean;
  isLobbyUp = true;
  mayRelay = true;
  /** How long a frame takes from page to page. */
  relayMs = 0;
  readonly ada: PageEnd;
  readonly bob: PageEnd;
  #waiting: (() => void)[] = [];

  constructor(isHidden = false) {
    this.isHidden = isHidden;
    // Bob came later, so he opens.
    this.ada = new PageEnd(false, this, () => this.bob);
    this.bob = new PageEnd(true, this, () => this.ada);
  }

  get ends(): readonly [PageEnd, PageEnd] {
    return [this.ada, this.bob];
  }

  carry(deliver: () => void): void {
    this.#waiting.push(deliver);
  }

  start(): void {
    for (const { pair } of this.ends) pair.start();
  }

  /** Both games talk 20 times a second, like a session. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 50) {
      await this.step(Math.min(left, 50));
      for (const end of this.ends) {
        if (end.links.length === 0) continue;
        end.link.send(Uint8Array.of(1));
        end.take();
      }
    }
  }

  /** Lets so much time go by at once. */
  async step(ms: number): Promise<void> {
    this.timers.advance(ms);
    await this.settle();
    this.#joinDirect();
  }

  async settle(): Promise<void> {
    do {
      for (const deliver of this.#waiting.splice(0)) deliver();
      // Whatever was promised and is there already runs on before the next turn.
      await new Promise<void>((resolve) => setImmediate(resolve));
    } while (this.#waiting.length > 0);
  }

  paths(): unknown[] {
    return this.ends.map((end) => end.links.at(-1)?.path);
  }

  /** What direct links carry, both of them being open. */
  #joinDirect(): void {
    const [a, b] = [this.ada.made.at(-1), this.bob.made.at(-1)];
    if (a === undefined || b === undefined || this.isBlocked) return;
    a.join(b);
    b.join(a);
  }
}
