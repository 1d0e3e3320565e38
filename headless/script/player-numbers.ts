import { type MemberId } from '../../shared/room/command.ts';

/** What the published interface gives to the player of the script itself. */
export const HOST_NUMBER = 0;

/**
 * The numbers by which a script knows players: none is given twice, so that what a script keeps by number
 * never meets another person. Member numbers are given again after a while.
 */
export class PlayerNumbers {
  readonly #numbers = new Map<MemberId, number>();
  readonly #members = new Map<number, MemberId>();
  #next = HOST_NUMBER + 1;

  /** The number of a member that is there; one that was not known gets the next. */
  of(member: MemberId): number {
    const known = this.#numbers.get(member);
    if (known !== undefined) return known;
    this.#put(member, this.#next);
    this.#next += 1;
    return this.#next - 1;
  }

  /** This member is the script's own. */
  beHost(member: MemberId): void {
    this.#put(member, HOST_NUMBER);
  }

  /** Null for a number that names nobody who is there. */
  memberOf(number: unknown): MemberId | null {
    return this.#members.get(Number(number)) ?? null;
  }

  forget(member: MemberId): void {
    const number = this.#numbers.get(member);
    this.#numbers.delete(member);
    if (number !== undefined) this.#members.delete(number);
  }

  #put(member: MemberId, number: number): void {
    this.#numbers.set(member, number);
    this.#members.set(number, member);
  }
}
