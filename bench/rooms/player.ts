import { OnlineRoom } from '../../game/app/room/online-room.ts';
import { KeptMatchStore } from '../../game/net/kept-match.ts';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { pageTimers } from '../../game/time/timers.ts';
import { countOf } from '../../shared/consensus/term-state.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { SimulatedPlayer } from '../../tests/simulation/simulated-player.ts';

/** What a player saw since it was asked last. */
export type PlayerReport = {
  /** ms: longest that nothing became final, and that its own loop did not run. */
  readonly finalRestMs: number;
  readonly loopRestMs: number;
  /** Ticks in which its picture stood still. */
  readonly stalledTicks: number;
  /** Which term of the room it is. */
  readonly term: number;
};

/** A player without a page, in a real room over WebRTC, that runs after the ball. */
export class BenchPlayer {
  readonly #lobby: LobbyClient;
  readonly #place: number;
  #room: OnlineRoom | null = null;
  #player: SimulatedPlayer | null = null;
  #session: PeerSession | null = null;
  readonly #final = new LongestRest();
  readonly #loop = new LongestRest();
  #finalTick = 0;
  #stalledTicks = 0;

  constructor(lobbyUrl: string, place: number) {
    let guest: string | null = null;
    const guests = { load: () => guest, save: (told: string) => void (guest = told) };
    this.#lobby = new LobbyClient({ url: lobbyUrl, guests });
    this.#place = place;
  }

  /** @throws Error when the lobby refuses it */
  async join(code: RoomCode): Promise<void> {
    const name = `Player ${this.#place}`;
    const joined = await this.#lobby.joinRoom(code, name);
    if (!joined.ok) throw new Error(`the lobby says ${joined.error.code}`);
    const stadiums = new StadiumCollection();
    const made: { session?: PeerSession } = {};
    this.#room = new OnlineRoom({
      lobby: this.#lobby,
      joined: joined.value,
      name,
      makeSession: (options) => (made.session = new PeerSession(options)),
      stadiums,
      stadium: 'classic',
      skill: { count: () => {} },
      nowMs: pageTimers.now(),
      seed: this.#place,
      keptMatches: new KeptMatchStore(
        () => {
          throw new Error('nothing is kept');
        },
        () => Date.now(),
      ),
      leftSeats: { save: () => {}, clear: () => {} },
      onEnd: () => {},
      onElsewhere: () => {},
    });
    this.#session = made.session!;
    this.#player = new SimulatedPlayer(made.session!, createRandom(this.#place));
  }

  /** Since the last time. */
  report(): PlayerReport {
    const { counts, engine } = this.#session!;
    const stalledTicks = counts.stalledTicks - this.#stalledTicks;
    this.#stalledTicks = counts.stalledTicks;
    const [finalRestMs, loopRestMs] = [this.#final.take(), this.#loop.take()];
    return { finalRestMs, loopRestMs, stalledTicks, term: countOf(engine.final.room.term) };
  }

  /** Sixty times a second. */
  advance(nowMs: number): void {
    this.#player?.act();
    this.#room?.session.advance(nowMs);
    this.#room?.keep(nowMs);
    this.#loop.note(nowMs);
    const tick = this.#session?.engine.final.tick ?? 0;
    if (tick !== this.#finalTick) this.#final.note(nowMs);
    this.#finalTick = tick;
  }
}

/** The longest time between two moments. */
class LongestRest {
  #lastMs: number | null = null;
  #longestMs = 0;

  note(nowMs: number): void {
    this.#longestMs = Math.max(this.#longestMs, nowMs - (this.#lastMs ?? nowMs));
    this.#lastMs = nowMs;
  }

  /** It is counted anew from here on. */
  take(): number {
    const longestMs = this.#longestMs;
    this.#longestMs = 0;
    return longestMs;
  }
}
