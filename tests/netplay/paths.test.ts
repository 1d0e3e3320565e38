import { expect, test } from 'vitest';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { TwoPages } from '../links/two-pages.ts';
import { SimulatedPlayer } from '../simulation/simulated-player.ts';

const ada = parsePeerId('ada')!;
const bob = parsePeerId('bob')!;
/** One way through a lobby in another city. */
const RELAY_MS = 40;

/** Two whole games over the ways that pages find, in virtual time. */
class Match {
  readonly pages = new TwoPages();
  readonly sessions: readonly [PeerSession, PeerSession];
  readonly #players: readonly SimulatedPlayer[];
  /** Ticks of either game at which it was not playing. */
  interruptions = 0;
  isStarted = false;

  constructor() {
    this.pages.relayMs = RELAY_MS;
    const make = (self: typeof ada, role: 'create' | 'join', page: number): PeerSession =>
      new PeerSession({
        self,
        name: self,
        role,
        sequencer: ada,
        roomTag: 'PVX7Q2',
        stadiums: new StadiumCollection(),
        stadium: 'classic',
        nowMs: 0,
        seed: 1,
        page,
        witness: null,
      });
    this.sessions = [make(ada, 'create', 0), make(bob, 'join', 1)];
    this.#players = this.sessions.map((session, place) => {
      return new SimulatedPlayer(session, createRandom(place + 1));
    });
    this.pages.ends.forEach((end, place) => {
      end.onLink = (link) => this.sessions[place]!.addLink(link, 1 - place);
    });
    this.pages.start();
  }

  async run(ms: number): Promise<void> {
    const { pages, sessions } = this;
    for (const endMs = pages.timers.now() + ms; pages.timers.now() < endMs;) {
      await pages.step(TICK_MS);
      for (const player of this.#players) player.act();
      for (const session of sessions) {
        session.advance(pages.timers.now());
        const { state } = session;
        const isPlaying = state.state === 'live' && !state.isMoving;
        if (this.isStarted && !isPlaying) this.interruptions++;
      }
    }
  }

  async start(): Promise<void> {
    await this.run(8000);
    for (const session of this.sessions) session.request({ type: 'ready', ready: true });
    await this.run(4000);
    for (const { engine } of this.sessions) {
      expect(engine.final.match.ints[MATCH.phase]).not.toBe(PHASE.warmUp);
    }
    this.isStarted = true;
  }

  /** WebRTC notices what became of its packets. */
  break(): void {
    for (const { made } of this.pages.ends) made.at(-1)!.finish('failed');
  }
}

test('[L27] a match goes on without a break while its way changes again and again', async () => {
  const match = new Match();
  const { pages, sessions } = match;
  pages.isBlocked = true;
  await match.start();
  expect(pages.paths()).toEqual(['lobby', 'lobby']);

  for (let round = 0; round < 2; round++) {
    pages.isBlocked = false;
    match.break();
    await match.run(16_000);
    expect(pages.paths()).toEqual(['direct', 'direct']);
    // First it only falls silent, and after some seconds WebRTC gives up.
    pages.isBlocked = true;
    await match.run(5000);
    expect(pages.paths()).toEqual(['lobby', 'lobby']);
    match.break();
    await match.run(5000);
    expect(pages.paths()).toEqual(['lobby', 'lobby']);
  }

  expect(match.interruptions).toBe(0);
  const [first, second] = sessions.map(({ engine }) => new Map(engine.hashes.entries()));
  const shared = [...first!].filter(([tick]) => second!.has(tick));
  expect(shared.length).toBeGreaterThan(40);
  expect(shared.filter(([tick, hash]) => second!.get(tick) !== hash)).toEqual([]);
  for (const { counts } of sessions) {
    expect(counts).toMatchObject({ stalledTicks: 0, repairs: 0, retractions: 0 });
  }
  expect(pages.ends.map(({ links }) => links.length)).toEqual([1, 1]);
});
