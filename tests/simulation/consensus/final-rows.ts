import type { PageNumber } from '../../../shared/consensus/members.ts';
import type { Log } from '../../../shared/consensus/log.ts';

/** Sees every final tick of every member, and counts those that are final in two ways. */
export class FinalRows {
  /** By tick: who holds which row. */
  readonly #rows: Map<number, Set<PageNumber>>[] = [];
  readonly #seen = new Map<PageNumber, number>();
  /** When some member first held a tick as final, by tick. */
  readonly firstMs: number[] = [];

  /** Ticks of which two members that are here hold different rows. */
  get divergedTicks(): number {
    let count = 0;
    for (const rows of this.#rows) {
      const sides = rows ? [...rows.values()].filter((by) => by.size > 0) : [];
      if (sides.length > 1) count += 1;
    }
    return count;
  }

  watch(page: PageNumber, log: Log, rows: readonly number[], nowMs: number): void {
    const from = Math.max(this.#seen.get(page) ?? 0, log.base);
    for (let tick = from; tick < log.commit; tick++) {
      this.firstMs[tick] ??= nowMs;
      this.#note(page, tick, rows[tick]!);
    }
    this.#seen.set(page, log.commit);
  }

  /** What was final here is void, as this member says itself: it is counted elsewhere. */
  startAnew(page: PageNumber): void {
    this.#seen.delete(page);
    this.forget(page);
  }

  /** Its page is over, and what it held with it. */
  forget(page: PageNumber): void {
    for (const rows of this.#rows) if (rows) for (const by of rows.values()) by.delete(page);
  }

  #note(page: PageNumber, tick: number, row: number): void {
    const rows = (this.#rows[tick] ??= new Map());
    const by = rows.get(row);
    if (by) by.add(page);
    else rows.set(row, new Set([page]));
  }
}
