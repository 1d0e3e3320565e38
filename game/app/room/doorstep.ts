import type { Signal } from '@preact/signals';
import type { Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Peek, PeekRequest } from '../../../shared/lobby/peek.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { LeftSeat, LeftSeatStore } from '../../net/lobby/left-seat.ts';
import type { InviteView, RejoinView } from '../../ui/model/view-model.ts';

/** Those who look at an invitation see who comes and how the match goes. */
const ASK_MS = 8000;
/** Behind a part that was lost: the server has it no more, or is away. */
const LOST_MS = 30_000;

export type DoorstepPorts = {
  readonly loadOnline: (connects?: boolean) => Promise<
    Result<
      {
        readonly lobby: Pick<LobbyClient, 'becomeGuest'> & {
          readonly line: Pick<LobbyClient['line'], 'ask'>;
        };
        readonly leftSeats: Pick<LeftSeatStore, 'load'>;
      },
      LoadProblem
    >
  >;
  /** Of the link to a private room; undefined where there was none. */
  readonly keyOf: (code: RoomCode) => string | undefined;
  /** True while the page is hidden. */
  readonly isHidden: () => boolean;
  readonly view: {
    readonly invite: Signal<InviteView | null>;
    readonly rejoin: Signal<RejoinView | null>;
  };
};

/** At home, before the door of a room: what an invitation leads to, and a seat that is still kept. */
export class Doorstep {
  readonly #ports: DoorstepPorts;
  /** The room that is looked at; undefined before home is shown. */
  #code: RoomCode | null | undefined = undefined;
  #seat: (LeftSeat & { readonly untilMs: number }) | null = null;
  #askedMs = Number.NEGATIVE_INFINITY;
  /** Counts looks: an answer to an older one is not shown any more. */
  #look = 0;

  constructor(ports: DoorstepPorts) {
    this.#ports = ports;
  }

  /**
   * Runs every tick at home.
   *
   * @param invited the room that the person is invited to
   */
  follow(invited: RoomCode | null, nowMs: number): void {
    if (invited !== this.#code) {
      this.leave();
      this.#code = invited;
      this.#askedMs = Number.NEGATIVE_INFINITY;
    }
    this.#countDown(nowMs);
    if (nowMs - this.#askedMs < ASK_MS || this.#ports.isHidden()) return;
    this.#askedMs = nowMs;
    if (invited !== null) void this.#askInvite(invited);
    // Of a page that crashed the lobby hears late, so one no is not the last.
    else void this.#askSeat(nowMs);
  }

  /** The person is not at home any more. */
  leave(): void {
    this.#look += 1;
    this.#code = undefined;
    this.#seat = null;
    this.#ports.view.invite.value = null;
    this.#ports.view.rejoin.value = null;
  }

  /** [L128] Takes over the guest whose seat is kept; the room to be joined, or null when there is none. */
  async takeSeat(): Promise<RoomCode | null> {
    const seat = this.#seat;
    const online = await this.#ports.loadOnline();
    if (seat === null || !online.ok) return null;
    online.value.lobby.becomeGuest(seat.guest);
    return seat.code;
  }

  async #askInvite(code: RoomCode): Promise<void> {
    const look = this.#look;
    const key = this.#ports.keyOf(code);
    const found = await this.#ask({ code, ...(key !== undefined && { key }) });
    if (look !== this.#look || found === null) return;
    const { host, members, max, match } = found;
    this.#ports.view.invite.value = { host, members, max, match };
  }

  async #askSeat(nowMs: number): Promise<void> {
    const look = this.#look;
    const online = await this.#load();
    const left = online.ok ? online.value.leftSeats.load() : null;
    if (left === null || look !== this.#look) return this.#drop(look);
    const found = await this.#ask({ code: left.code, guest: left.guest });
    if (look !== this.#look) return;
    const seatMs = found?.seatMs ?? 0;
    if (seatMs === 0) return this.#drop(look);
    const { sun, wave } = found?.match ?? left;
    this.#seat = { ...left, sun, wave, untilMs: nowMs + seatMs };
  }

  async #ask(request: PeekRequest): Promise<Peek | null> {
    const online = await this.#load(true);
    if (!online.ok) return null;
    const found = await online.value.lobby.line.ask('room:peek', request);
    return found.ok ? found.value : null;
  }

  async #load(connects?: boolean): ReturnType<DoorstepPorts['loadOnline']> {
    const online = await this.#ports.loadOnline(connects);
    if (!online.ok) this.#askedMs += LOST_MS - ASK_MS;
    return online;
  }

  #drop(look: number): void {
    if (look === this.#look) this.#seat = null;
  }

  #countDown(nowMs: number): void {
    const { rejoin } = this.#ports.view;
    const seat = this.#seat;
    const seconds = seat ? Math.ceil((seat.untilMs - nowMs) / 1000) : 0;
    if (seat === null || seconds <= 0) {
      rejoin.value = null;
      return;
    }
    const { sun, wave } = seat;
    const shown = rejoin.value;
    if (shown?.seconds === seconds && shown.sun === sun && shown.wave === wave) return;
    rejoin.value = { sun, wave, seconds };
  }
}
