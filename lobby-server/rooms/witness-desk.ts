import { fail, ok, type Result } from '../../shared/base/result.ts';
import {
  type Members,
  NOBODY,
  NO_MEMBERS,
  includes,
  only,
} from '../../shared/consensus/members.ts';
import type { WitnessAnswer, WitnessRequest } from '../../shared/consensus/messages.ts';
import { type WitnessState, noteSilence, startWitness } from '../../shared/consensus/witness.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { WITNESS_LIFE_MAX } from '../../shared/lobby/limits.ts';
import type { News, Refusal } from '../../shared/lobby/lobby-events.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { answerGuarded, type GuardedWitness } from './guarded-witness.ts';
import { endedIn } from './page-numbers.ts';

export type WitnessDeskPorts = {
  readonly timers: Pick<Timers, 'now'>;
  readonly find: (code: RoomCode) => Promise<RoomRecord | null>;
  /** [L28] Whether somebody answers over this connection, asked now. */
  readonly isThere: (connection: string) => Promise<boolean>;
  /** 0 … 1: lives come from it. */
  readonly random: () => number;
  /** For all members of the room. */
  readonly onNews: (news: News<'room:witness'>) => void;
  /** [L129] What the witness of this room has to be told after a restart is not what it was. */
  readonly onPast: (room: RoomRecord) => void;
};

/** [L132] What a witness that lost its memory knows of the one that it was. */
export type WitnessPast = Pick<WitnessState, 'life' | 'term' | 'votedFor'>;

/** The life of a witness that is not there. */
const NO_WITNESS = 0;
const NO_PAST: WitnessPast = { life: NO_WITNESS, term: 0, votedFor: NOBODY };

/** [L90] The witnesses of all rooms. They live as long as the process, so each has a life. */
export class WitnessDesk {
  readonly #ports: WitnessDeskPorts;
  readonly #witnesses = new Map<RoomCode, GuardedWitness>();
  /** Questions that are on their way: however many pages doubt, one page is asked once. */
  readonly #asked = new Map<string, Promise<boolean>>();

  constructor(ports: WitnessDeskPorts) {
    this.#ports = ports;
  }

  /** How many rooms have one. */
  get size(): number {
    return this.#witnesses.size;
  }

  /**
   * [L89] Answers the page behind a connection. Where the sequencer stands in the way, its page is asked
   * first whether it is there.
   *
   * @param makeRequest gets the number of that page: no message says whose it is
   */
  async ask(
    connection: string,
    code: RoomCode,
    makeRequest: (from: number) => WitnessRequest,
  ): Promise<Result<WitnessAnswer, Refusal>> {
    const first = await this.#answer(connection, code, makeRequest);
    const isDoubtful =
      first.ok && first.value.type === 'refused' && first.value.reason === 'sequencer-heard';
    if (!isDoubtful) return first;
    await this.#askSequencer(code);
    return this.#answer(connection, code, makeRequest);
  }

  /** [L88] What a page hears when it enters the room, and all of them when it changes. */
  newsOf(room: RoomRecord): News<'room:witness'> {
    const life = this.#witnesses.get(room.code)?.state.life ?? NO_WITNESS;
    return { code: room.code, life, ended: endedIn(room) };
  }

  /** [L87] The numbers that the witness may know pages by that are over. */
  namedIn(code: RoomCode): Members {
    const guarded = this.#witnesses.get(code);
    return guarded === undefined ? NO_MEMBERS : namedBy(guarded.state);
  }

  /** [L129] */
  pastOf(code: RoomCode): WitnessPast {
    const { life, term, votedFor } = this.#witnesses.get(code)?.state ?? NO_PAST;
    return { life, term, votedFor };
  }

  /**
   * [L132] The witness of a room that is rebuilt: in another life, and without memory, since it may have
   * decided more than the ticket knows. What it knows then only holds it back.
   */
  adopt(room: RoomRecord, past: WitnessPast): void {
    const known = this.#witnesses.get(room.code);
    const isKnown = known && known.state.life !== past.life && known.state.term >= past.term;
    if (isKnown) return;
    const { term, votedFor } = known && known.state.term > past.term ? known.state : past;
    const state = { ...this.#start(past.life, known?.state.life), term, votedFor };
    const highestTerm = Math.max(term, known?.highestTerm ?? 0);
    this.#witnesses.set(room.code, { state, highestTerm });
    if (known) this.#ports.onNews(this.newsOf(room));
  }

  /** Takes in what became of a room's pages. */
  follow(before: RoomRecord | null, after: RoomRecord): void {
    const guarded = this.#of(after.code);
    const { state } = guarded;
    for (const page of lostPages(before, after)) {
      noteSilence(state, page, this.#ports.timers.now());
    }
    const isVoid = isNewPageNamed(state, before, after) || isNobodyLeft(state, after);
    if (isVoid) guarded.state = { ...this.#start(state.life), heardMs: state.heardMs };
    const isNews = before !== null && (isVoid || endedIn(before) !== endedIn(after));
    if (isNews) this.#ports.onNews(this.newsOf(after));
  }

  /** The room has ended. */
  forget(code: RoomCode): void {
    this.#witnesses.delete(code);
  }

  async #answer(
    connection: string,
    code: RoomCode,
    makeRequest: (from: number) => WitnessRequest,
  ): Promise<Result<WitnessAnswer, Refusal>> {
    const room = await this.#ports.find(code);
    const seat = room?.seats.find((one) => one.connection === connection);
    const guarded = this.#witnesses.get(code);
    if (seat === undefined || guarded === undefined) return fail({ code: 'NOT_MEMBER' });
    const { term, votedFor } = guarded.state;
    const answer = answerGuarded(guarded, makeRequest(seat.pageNumber), this.#ports.timers.now());
    const isNews = guarded.state.term !== term || guarded.state.votedFor !== votedFor;
    if (isNews) this.#ports.onPast(room!);
    return ok(answer);
  }

  /** [L90] A page that does not answer is silent, unless it was heard meanwhile. */
  async #askSequencer(code: RoomCode): Promise<void> {
    const state = this.#witnesses.get(code)?.state;
    if (state === undefined) return;
    const { heardMs, votedFor } = state;
    const room = await this.#ports.find(code);
    const seat = room?.seats.find(({ pageNumber }) => pageNumber === votedFor);
    const connection = seat?.connection ?? null;
    const isThere = connection !== null && (await this.#isThere(connection));
    if (!isThere && state.heardMs === heardMs) {
      noteSilence(state, votedFor, this.#ports.timers.now());
    }
  }

  #isThere(connection: string): Promise<boolean> {
    const asked = this.#asked.get(connection);
    if (asked !== undefined) return asked;
    const answer = this.#ports
      .isThere(connection)
      .finally(() => void this.#asked.delete(connection));
    this.#asked.set(connection, answer);
    return answer;
  }

  #of(code: RoomCode): GuardedWitness {
    const known = this.#witnesses.get(code);
    if (known !== undefined) return known;
    const guarded = { state: this.#start(NO_WITNESS), highestTerm: 0 };
    this.#witnesses.set(code, guarded);
    return guarded;
  }

  /** [L90] A witness without memory, in another life than the last ones. */
  #start(lastLife: number, otherLife = NO_WITNESS): WitnessState {
    const { random, timers } = this.#ports;
    const further = Math.floor(random() * (WITNESS_LIFE_MAX - 1));
    let life = nextLife(lastLife, further);
    while (life === lastLife || life === otherLife) life = nextLife(life, 0);
    return startWitness(life, timers.now());
  }
}

/** Another one than this, and never 0. */
function nextLife(life: number, further: number): number {
  return 1 + ((life + further) % WITNESS_LIFE_MAX);
}

/** The pages by which the witness decides. */
function namedBy({ mark, votedFor }: WitnessState): Members {
  return (mark?.members ?? NO_MEMBERS) | (votedFor >= 0 ? only(votedFor) : NO_MEMBERS);
}

/** Pages whose connection is gone since, or that are over. */
function lostPages(before: RoomRecord | null, after: RoomRecord): readonly number[] {
  const heard = heardPages(after);
  return heardPages(before).filter((page) => !heard.includes(page));
}

function heardPages(room: RoomRecord | null): readonly number[] {
  const seats = room?.seats ?? [];
  return seats.flatMap(({ pageNumber, connection }) => (connection === null ? [] : [pageNumber]));
}

/** [L90] A new page has the number of one that the witness knows: it must not pass for that one. */
function isNewPageNamed(
  state: WitnessState,
  before: RoomRecord | null,
  after: RoomRecord,
): boolean {
  const named = namedBy(state);
  const known = new Set(before?.seats.map(({ session }) => session));
  return after.seats.some(
    ({ session, pageNumber }) => !known.has(session) && includes(named, pageNumber),
  );
}

/** [L90] Of the configuration that the witness keeps no page is left that could show a newer one. */
function isNobodyLeft({ mark }: WitnessState, { seats }: RoomRecord): boolean {
  return mark !== null && !seats.some(({ pageNumber }) => includes(mark.members, pageNumber));
}
