import { signal } from '@preact/signals';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Peek } from '../../../shared/lobby/peek.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { MakeLink } from '../../net/link/signalled-link.ts';
import { WayNotes } from '../../net/link/way-notes.ts';
import type { PublicChannel, RoomPass } from '../../net/lobby/public-channel.ts';
import type {
  TriedWays,
  TrialState,
  TroublePage,
  TroubleRoom,
  TroubleView,
} from '../../ui/model/trouble-model.ts';
import { makeWayReport } from './way-report.ts';
import { type TrialPorts, WayTrial } from './way-trial.ts';

/** The way in that failed says its goodbye first. */
const FIRST_MS = 1000;
/** Pauses between tries: networks change, but not by the second. */
const REST_MS = [10_000, 20_000, 40_000, 60_000] as const;

export type TroublePorts = Pick<TrialPorts, 'lobby' | 'timers'> & {
  readonly line: Pick<PublicChannel, 'ask' | 'hidesAddress'>;
  /** Makes links of which all is noted. */
  readonly notedLinks: (notes: WayNotes) => MakeLink;
  /** What the link to this room had in it. */
  readonly passOf: (code: RoomCode) => RoomPass;
  /** A way was found: into the room. */
  readonly enter: (code: RoomCode) => void;
  /** What this browser calls itself. */
  readonly browser: string;
};

/** [L185] [L186] Behind a way into a room that failed: tries on, and keeps what was tried. */
export class TroubleDesk implements TroubleView {
  readonly state = signal<TrialState>('stopped');
  readonly ways = signal<TriedWays | null>(null);
  readonly match = signal<Peek['match']>(null);
  readonly #ports: TroublePorts;
  #room: TroubleRoom | null = null;
  #notes: WayNotes;
  #ice: IceConfig | null = null;
  #mayRelay = true;
  #tries = 0;
  #trial: WayTrial | null = null;
  #cancelRest: () => void = () => {};
  #unfollow: () => void = () => {};

  constructor(ports: TroublePorts) {
    this.#ports = ports;
    this.#notes = new WayNotes(ports.timers);
  }

  readonly begin = (room: TroubleRoom, page: TroublePage): void => {
    if (this.#room?.code === room.code) return;
    this.#end('stopped');
    this.#room = room;
    this.#notes = new WayNotes(this.#ports.timers);
    this.#notes.onNote = () => this.#showWays();
    this.#tries = 0;
    this.match.value = this.ways.value = null;
    this.#unfollow = page.screen.subscribe(() => {
      if (!isKept(page, room.code)) this.#end('stopped');
    });
    if (this.#room !== null) this.#rest(FIRST_MS);
  };

  readonly report = (): string =>
    makeWayReport({
      browser: this.#ports.browser,
      hidesAddress: this.#ports.line.hidesAddress,
      tries: this.#tries,
      turnServers: countTurn(this.#ice),
      mayRelay: this.#mayRelay,
      lines: this.#notes.lines,
    });

  #try(): void {
    const room = this.#room;
    if (room === null) return;
    const { lobby, timers, notedLinks, passOf } = this.#ports;
    const notes = this.#notes;
    this.#tries += 1;
    this.state.value = 'trying';
    void this.#askScore(room.code);
    const ports: TrialPorts = {
      lobby,
      timers,
      notes,
      makeLink: notedLinks(notes),
      onJoined: ({ ice, relay }) => {
        this.#ice = ice;
        this.#mayRelay = relay;
        this.#showWays();
      },
      onEnd: (end) => this.#follow(room, end),
    };
    this.#trial = new WayTrial(ports, room, passOf(room.code));
  }

  #follow({ code }: TroubleRoom, end: 'found' | 'failed' | LobbyError): void {
    this.#trial = null;
    if (end === 'found') {
      this.#end('stopped');
      return this.#ports.enter(code);
    }
    if (end !== 'failed' && !isPassing(end)) {
      return this.#end(end.code === 'NO_ROOM' ? 'gone' : 'stopped');
    }
    this.#rest(REST_MS[Math.min(this.#tries, REST_MS.length) - 1]!);
  }

  #rest(forMs: number): void {
    this.state.value = 'resting';
    this.#cancelRest = this.#ports.timers.after(forMs, () => this.#try());
  }

  #end(state: TrialState): void {
    this.#room = null;
    this.#unfollow();
    this.#unfollow = () => {};
    this.#cancelRest();
    this.#trial?.stop();
    this.#trial = null;
    this.state.value = state;
  }

  async #askScore(code: RoomCode): Promise<void> {
    const { key } = this.#ports.passOf(code);
    const request = { code, ...(key !== undefined && { key }) };
    const found = await this.#ports.line.ask('room:peek', request);
    if (found.ok && this.#room?.code === code) this.match.value = found.value.match;
  }

  #showWays(): void {
    const notes = this.#notes;
    // What this page sends, it found itself: a relay of the other side says nothing of this network.
    const isReached = notes.has(/sends candidate (udp|tcp) relay$/);
    const hasTurn = countTurn(this.#ice) > 0;
    const ways: TriedWays = {
      address: notes.has(/sends candidate (udp|tcp)/),
      turn: hasTurn ? (isReached ? 'reached' : 'silent') : 'none',
      mayRelay: this.#mayRelay,
    };
    const now = this.ways.value;
    const isSame =
      now?.address === ways.address && now.turn === ways.turn && now.mayRelay === ways.mayRelay;
    if (!isSame) this.ways.value = ways;
  }
}

/** Where it says so, and in practice meanwhile. */
function isKept({ screen, isPractice }: TroublePage, code: RoomCode): boolean {
  const now = screen.value;
  if (now.screen === 'home') return now.error !== null && now.code === code;
  return now.screen === 'match' && isPractice.value;
}

/** The lobby may answer otherwise in a while. */
function isPassing({ code }: LobbyError): boolean {
  return PASSING.has(code);
}

const PASSING: ReadonlySet<LobbyError['code']> = new Set([
  'UNREACHABLE',
  'NO_ANSWER',
  'RATE_LIMITED',
  'CANCELLED',
  'DRAINING',
  'TRY_LATER',
]);

function countTurn(ice: IceConfig | null): number {
  const urls = (ice?.servers ?? []).flatMap(({ urls: some }) => some);
  return urls.filter((url) => /^turns?:/.test(url)).length;
}
