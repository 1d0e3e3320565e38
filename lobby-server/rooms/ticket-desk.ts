import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Times } from '../limits/limits.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { readTicket, type RoomTicket, writeTicket } from './room-ticket.ts';
import { TicketSeal } from './ticket-seal.ts';
import type { WitnessPast } from './witness-desk.ts';

export type TicketDeskPorts = {
  /** Of the server: whoever has it makes tickets that this server believes. */
  readonly secret: string;
  readonly timers: Timers;
  readonly times: Pick<Times, 'ticketRenewMs'>;
  readonly find: (code: RoomCode) => Promise<RoomRecord | null>;
  readonly pastOf: (code: RoomCode) => WitnessPast;
  /** To all members of the room that are connected. */
  readonly tell: (room: Pick<RoomRecord, 'code' | 'door'>, ticket: string) => void;
};

/** Rooms are looked through this often in the time after which a ticket is renewed. */
const LOOKS = 10;
/** What changes within this makes one ticket: a page that enters is there by then, and has it too. */
const GATHER_MS = 20;

/** [L129] Gives the members of each room a ticket, anew whenever it would say something else. */
export class TicketDesk {
  readonly #ports: TicketDeskPorts;
  readonly #seal: TicketSeal;
  /** When the members of a room got their newest. */
  readonly #madeMs = new Map<RoomCode, number>();
  readonly #changed = new Set<RoomCode>();
  #cancel: () => void = () => {};
  #cancelTell: (() => void) | null = null;

  constructor(ports: TicketDeskPorts) {
    this.#ports = ports;
    this.#seal = new TicketSeal(ports.secret);
    this.#lookLater();
  }

  /** Null for anything that shows no room with this code, with a seat of this guest. */
  read(text: string, code: RoomCode, guest: RoomRecord['founder']): RoomTicket | null {
    const ticket = readTicket(this.#seal, text, this.#ports.timers.unixSeconds());
    const isOwn = ticket?.room.seats.some((seat) => seat.guest === guest) === true;
    // [L182] A page that is loaded anew may know the room by either.
    const isIt = ticket?.room.code === code || ticket?.room.door === code;
    return isOwn && isIt ? ticket : null;
  }

  /** The room, or what its witness knows, is not what it was. */
  follow({ code }: Pick<RoomRecord, 'code'>): void {
    this.#changed.add(code);
    this.#cancelTell ??= this.#ports.timers.after(GATHER_MS, () => {
      this.#cancelTell = null;
      for (const changed of this.#changed) void this.#tell(changed);
      this.#changed.clear();
    });
  }

  forget(code: RoomCode): void {
    this.#madeMs.delete(code);
    this.#changed.delete(code);
  }

  close(): void {
    this.#cancel();
    this.#cancelTell?.();
  }

  #lookLater(): void {
    const { timers, times } = this.#ports;
    this.#cancel = timers.after(times.ticketRenewMs / LOOKS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    const beforeMs = this.#ports.timers.now() - this.#ports.times.ticketRenewMs;
    for (const [code, madeMs] of this.#madeMs) if (madeMs <= beforeMs) this.follow({ code });
  }

  async #tell(code: RoomCode): Promise<void> {
    const { timers, find, pastOf, tell } = this.#ports;
    this.#madeMs.set(code, timers.now());
    const room = await find(code);
    if (room === null) return void this.#madeMs.delete(code);
    const told = { room, witness: pastOf(code) };
    tell(room, writeTicket(this.#seal, told, timers.unixSeconds()));
  }
}
