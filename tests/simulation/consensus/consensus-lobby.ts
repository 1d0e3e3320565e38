import { DEFAULT_TIMES } from '../../../lobby-server/limits/limits.ts';
import { type GuardedWitness, answerGuarded } from '../../../lobby-server/rooms/guarded-witness.ts';
import {
  type Members,
  NO_MEMBERS,
  type PageNumber,
  only,
} from '../../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../../shared/consensus/messages.ts';
import { type WitnessState, noteSilence, startWitness } from '../../../shared/consensus/witness.ts';
import type { Random } from '../../../shared/base/seeded-random.ts';

/** A connection that says nothing for so long is closed: ping interval and timeout of the server. */
const PING_MS = 18_000;
/** What TCP waits behind a cut until it tries again, at most. */
const RETRY_MAX_MS = 1_000;
/** Until a page that lost its connection has another. */
const RECONNECT_MS = 1_000;

/** What the lobby tells a page. */
export type LobbyWord =
  | { readonly type: 'witness'; readonly answer: WitnessAnswer }
  | { readonly type: 'witness-life'; readonly life: number }
  | { readonly type: 'ended'; readonly pages: Members };

export type LobbyPorts = {
  readonly after: (ms: number, act: () => void) => void;
  readonly tell: (page: PageNumber, word: LobbyWord) => void;
  /** Whether this page, asked now, answers within so many milliseconds. */
  readonly answersWithin: (page: PageNumber, ms: number) => boolean;
  readonly nowMs: () => number;
  readonly random: Random;
};

type Connection = {
  isOpen: boolean;
  /** How many outages it is in. */
  cuts: number;
  cutMs: number;
  /** What TCP keeps until the network is back. */
  held: (() => void)[];
};

/** The witness as the lobby runs it, at the other end of slow, ordered lines that break. */
export class ConsensusLobby {
  readonly guarded: GuardedWitness;
  ended: Members = NO_MEMBERS;
  /** One way. */
  latencyMs = 30;
  readonly #ports: LobbyPorts;
  readonly #connections = new Map<PageNumber, Connection>();

  constructor(ports: LobbyPorts) {
    this.#ports = ports;
    this.guarded = { state: startWitness(1, ports.nowMs()), highestTerm: 0 };
  }

  get witness(): WitnessState {
    return this.guarded.state;
  }

  connect(page: PageNumber): void {
    const known = this.#connections.get(page);
    const connection = known ?? { isOpen: true, cuts: 0, cutMs: 0, held: [] };
    connection.isOpen = true;
    this.#connections.set(page, connection);
    this.#tell(page, { type: 'witness-life', life: this.witness.life });
    this.#tell(page, { type: 'ended', pages: this.ended });
  }

  /** Its network is out; its connection outlives that for a while. */
  cut(page: PageNumber): () => void {
    const connection = this.#connections.get(page);
    if (!connection) return () => {};
    connection.cuts += 1;
    if (connection.cuts === 1) connection.cutMs = this.#ports.nowMs();
    this.#ports.after(PING_MS, () => this.#dropIfDead(page, connection));
    return () => {
      const agoMs = this.#ports.nowMs() - connection.cutMs;
      const retryMs = this.#ports.random() * Math.min(agoMs, RETRY_MAX_MS);
      this.#ports.after(retryMs, () => this.#heal(page, connection));
    };
  }

  #dropIfDead(page: PageNumber, connection: Connection): void {
    const isDead = connection.cuts > 0 && this.#ports.nowMs() - connection.cutMs >= PING_MS;
    if (!isDead || !connection.isOpen) return;
    this.#close(connection);
    this.#ports.tell(page, { type: 'witness-life', life: 0 });
  }

  #close(connection: Connection): void {
    connection.isOpen = false;
    connection.held = [];
  }

  #heal(page: PageNumber, connection: Connection): void {
    connection.cuts -= 1;
    if (connection.cuts > 0) return;
    const { held } = connection;
    connection.held = [];
    if (!connection.isOpen) return this.connect(page);
    for (const act of held) this.#carry(page, act);
  }

  /** The browser of this page is gone: its connection closes at once. */
  closePage(page: PageNumber): void {
    const connection = this.#connections.get(page);
    this.#connections.delete(page);
    if (!connection || connection.cuts > 0) return;
    this.#ports.after(this.latencyMs, () => noteSilence(this.witness, page, this.#ports.nowMs()));
  }

  /** This page session is over, and all who are connected hear that. */
  end(page: PageNumber): void {
    this.ended |= only(page);
    for (const other of this.#connections.keys()) {
      this.#tell(other, { type: 'ended', pages: this.ended });
    }
  }

  /** The server restarts: its memory and every connection are gone. */
  restart(): void {
    this.guarded.state = startWitness(this.witness.life + 1, this.#ports.nowMs());
    this.guarded.highestTerm = 0;
    for (const [page, connection] of this.#connections) {
      this.#close(connection);
      this.#ports.tell(page, { type: 'witness-life', life: 0 });
      this.#ports.after(RECONNECT_MS * (0.5 + this.#ports.random()), () => {
        if (connection.cuts === 0 && this.#connections.get(page) === connection) this.connect(page);
      });
    }
  }

  ask(request: WitnessRequest): void {
    const { life } = this.witness;
    this.#carry(request.from, () => {
      if (life === this.witness.life) this.#answer(request);
    });
  }

  #answer(request: WitnessRequest): void {
    const { from } = request;
    const answer = answerGuarded(this.guarded, request, this.#ports.nowMs());
    const isDoubtful = answer.type === 'refused' && answer.reason === 'sequencer-heard';
    if (isDoubtful) return this.#askPage(request);
    this.#tell(from, { type: 'witness', answer });
  }

  /** Is the page of the sequencer there? Answers then. */
  #askPage(request: WitnessRequest): void {
    const { votedFor } = this.witness;
    const { aliveMs } = DEFAULT_TIMES;
    const connection = this.#connections.get(votedFor);
    const isThere = connection?.isOpen === true && connection.cuts === 0;
    const answers = isThere && this.#ports.answersWithin(votedFor, aliveMs - 2 * this.latencyMs);
    const { life } = this.witness;
    this.#ports.after(answers ? 2 * this.latencyMs : aliveMs, () => {
      if (life !== this.witness.life) return;
      const nowMs = this.#ports.nowMs();
      if (!answers) noteSilence(this.witness, votedFor, nowMs);
      const answer = answerGuarded(this.guarded, request, nowMs);
      this.#tell(request.from, { type: 'witness', answer });
    });
  }

  #tell(page: PageNumber, word: LobbyWord): void {
    this.#carry(page, () => this.#ports.tell(page, word));
  }

  /** One way over somebody's line: held while it is cut, lost with the connection. */
  #carry(page: PageNumber, act: () => void): void {
    const connection = this.#connections.get(page);
    if (!connection?.isOpen) return;
    if (connection.cuts > 0) {
      connection.held.push(act);
      return;
    }
    this.#ports.after(this.latencyMs, () => {
      if (connection.cuts > 0) connection.held.push(act);
      else if (connection.isOpen && this.#connections.get(page) === connection) act();
    });
  }
}
