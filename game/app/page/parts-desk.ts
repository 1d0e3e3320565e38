import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { MISSABLE, type Missable, type MissingView } from '../../ui/model/notices-model.ts';

type Missing = { readonly problem: MissingView['problem']; readonly retry: () => void };

/** Keeps which parts are missing, and how to ask for each again. */
export class PartsDesk {
  readonly missing: ReadonlySignal<MissingView | null>;
  readonly #missing = signal<ReadonlyMap<Missable, Missing>>(new Map());

  constructor() {
    this.missing = computed(() => {
      const part = MISSABLE.find((name) => this.#missing.value.has(name));
      return part === undefined ? null : { part, problem: this.#missing.value.get(part)!.problem };
    });
  }

  /** What was loaded; null when it is missing, which is shown until a `retry` finds it. */
  async need<Loaded>(
    part: Missable,
    loading: Promise<Result<Loaded, LoadProblem>>,
    retry: () => void,
  ): Promise<Loaded | null> {
    const loaded = await loading;
    if (loaded.ok) this.found(part);
    else this.report(part, loaded.error, retry);
    return loaded.ok ? loaded.value : null;
  }

  report(part: Missable, problem: MissingView['problem'], retry: () => void): void {
    this.#set(part, { problem, retry });
  }

  found(part: Missable): void {
    this.#set(part, null);
  }

  /** Asks for everything again that is missing: the person wants it, or the network is back. */
  readonly retry = (): void => {
    const all = [...this.#missing.value.values()];
    this.#missing.value = new Map();
    for (const { retry } of all) retry();
  };

  /** The person can do without what is shown. */
  readonly dismiss = (): void => {
    const shown = this.missing.value;
    if (shown) this.found(shown.part);
  };

  #set(part: Missable, missing: Missing | null): void {
    if (!missing && !this.#missing.value.has(part)) return;
    const rest = new Map(this.#missing.value);
    rest.delete(part);
    if (missing) rest.set(part, missing);
    this.#missing.value = rest;
  }
}
