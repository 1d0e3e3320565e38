import { isInPlay } from '../simulation/in-play.ts';
import { RoomConnection } from '../../game/net/connect-room.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { LobbyWitness } from '../../game/net/lobby/lobby-witness.ts';
import { pageTimers } from '../../game/time/timers.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { SimulatedPlayer } from '../simulation/simulated-player.ts';
import { FakeLink } from '../links/fake-link.ts';
import { value } from './lobby-under-test.ts';

type Page = {
  readonly code: RoomCode;
  readonly session: PeerSession;
  readonly connection: RoomConnection;
  readonly player: SimulatedPlayer;
  /** So far, while the match ran. */
  readonly seen: { ticks: number; absent: number; moving: number };
};

/**
 * Whole games that reach each other through a real lobby only, in real time: no datagram of WebRTC
 * gets through. How each plays is decided by chance.
 */
export class RelayedMatch {
  readonly pages: readonly Page[];
  readonly #timer: ReturnType<typeof setInterval>;
  #isWatched = false;

  private constructor(pages: readonly Page[]) {
    this.pages = pages;
    this.#timer = setInterval(() => this.#advance(), TICK_MS);
  }

  /** The first makes the room and sequences it. */
  static async open(clients: readonly LobbyClient[]): Promise<RelayedMatch> {
    const pages: Page[] = [];
    for (const [index, client] of clients.entries()) {
      const name = `Player ${index}`;
      const code = pages[0]?.code;
      const asked = code === undefined ? client.createRoom(name) : client.joinRoom(code, name);
      // At once, or it misses who comes next.
      pages.push(openPage(client, value(await asked), index));
    }
    return new RelayedMatch(pages);
  }

  /** Gets ready, and waits until the match runs everywhere. */
  async start(): Promise<void> {
    await this.until(() => this.#all(({ session }) => session.state.state === 'live'));
    for (const { session } of this.pages) session.request({ type: 'ready', ready: true });
    await this.until(() => this.#all(({ session }) => isInPlay(session.engine.final.match)));
  }

  /** Plays on and looks at every tick whether everybody is in the match. */
  async watch(ms: number): Promise<void> {
    this.#isWatched = true;
    await new Promise((resolve) => setTimeout(resolve, ms));
    this.#isWatched = false;
  }

  async until(isDone: () => boolean): Promise<void> {
    while (!isDone()) await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }

  close(): void {
    clearInterval(this.#timer);
    for (const { session, connection } of this.pages) {
      session.close();
      connection.close();
    }
  }

  #all(holds: (page: Page) => boolean): boolean {
    return this.pages.every(holds);
  }

  #advance(): void {
    for (const { session, player, seen } of this.pages) {
      player.act();
      session.advance(performance.now());
      if (!this.#isWatched) continue;
      seen.ticks += 1;
      const { state } = session;
      if (session.world.room.members.some(({ absent }) => absent)) seen.absent += 1;
      if (state.state !== 'live' || state.isMoving) seen.moving += 1;
    }
  }
}

function openPage(client: LobbyClient, joined: JoinedRoom, index: number): Page {
  const session = new PeerSession({
    self: joined.self,
    name: `Player ${index}`,
    role: index === 0 ? 'create' : 'join',
    sequencer: joined.room.sequencer,
    roomTag: joined.room.code,
    stadiums: new StadiumCollection(),
    stadium: 'classic',
    nowMs: performance.now(),
    seed: 1,
    page: joined.room.members.find(({ id }) => id === joined.self)!.pageNumber,
    witness: new LobbyWitness(client, joined.room.code),
  });
  const connection = new RoomConnection(client, joined, {
    makeLink: (setup) => {
      const link = new FakeLink(setup);
      link.mute();
      return link;
    },
    timers: pageTimers,
  });
  connection.onLink = (link, page) => session.addLink(link, page);
  const player = new SimulatedPlayer(session, createRandom(index + 1));
  const { code } = joined.room;
  return { code, session, connection, player, seen: { ticks: 0, absent: 0, moving: 0 } };
}
