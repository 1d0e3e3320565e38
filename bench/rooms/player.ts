import { OnlineRoom } from '../../game/app/room/online-room.ts';
import { KeptMatchStore } from '../../game/net/kept-match.ts';
import { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { pageTimers } from '../../game/time/timers.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { PeerSession } from '../../shared/netplay/peer-session.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { SimulatedPlayer } from '../../tests/simulation/simulated-player.ts';

/** A player without a page, in a real room over WebRTC, that runs after the ball. */
export class BenchPlayer {
  readonly #lobby: LobbyClient;
  readonly #place: number;
  #room: OnlineRoom | null = null;
  #player: SimulatedPlayer | null = null;

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
    this.#player = new SimulatedPlayer(made.session!, createRandom(this.#place));
  }

  /** Sixty times a second. */
  advance(nowMs: number): void {
    this.#player?.act();
    this.#room?.session.advance(nowMs);
    this.#room?.keep(nowMs);
  }
}
