import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { MISSABLE, type Missable, type MissingView } from '../../ui/model/notices-model.ts';

type Missing = MissingView & { readonly retry: () => void };

/** Keeps which parts are missing, and how to ask for each again. Several that are told of as one are kept by their names. */
export class PartsDesk {
  readonly missing: ReadonlySignal<MissingView | null>;
  readonly #missing = signal<ReadonlyMap<string, Missing>>(new Map());

  constructor() {
    this.missing = computed(() => {
      const all = [...this.#missing.value.values()];
      const part = MISSABLE.find((name) => all.some((one) => one.part === name));
      const shown = all.find((one) => one.part === part);
      return shown ? { part: shown.part, problem: shown.problem } : null;
    });
  }

  /**
   * What was loaded; null when it is missing, which is shown until a `retry` finds it.
   *
   * @param name where several are told of as `part`
   */
  async need<Loaded>(
    part: Missable,
    loading: Promise<Result<Loaded, LoadProblem>>,
    retry: () => void,
    name: string = part,
  ): Promise<Loaded | null> {
    const loaded = await loading;
    if (loaded.ok) this.#set(name, null);
    else this.#set(name, { part, problem: loaded.error, retry });
    return loaded.ok ? loaded.value : null;
  }

  report(part: Missable, problem: MissingView['problem'], retry: () => void): void {
    this.#set(part, { part, problem, retry });
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
    const shown = this.missing.value?.part;
    this.#missing.value = new Map(
      [...this.#missing.value].filter(([, { part }]) => part !== shown),
    );
  };

  #set(name: string, missing: Missing | null): void {
    if (!missing && !this.#missing.value.has(name)) return;
    const rest = new Map(this.#missing.value);
    rest.delete(name);
    if (missing) rest.set(name, missing);
    this.#missing.value = rest;
  }
}
