import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Timers } from '../time/timers.ts';
import type { FileAnswer } from './fetch-file.ts';
import type { LoadProblem } from './load-problem.ts';
import type { BuildAnswer } from './served-build.ts';

/** Every part that is loaded after the menu, by name, with what imports it. */
export type PartImports = Readonly<Record<string, () => Promise<unknown>>>;

export type PartLoaderOptions<Imports extends PartImports> = {
  readonly imports: Imports;
  /** Addresses of all files that a part needs beside the page's own. None in development. */
  readonly filesOf: (part: string) => readonly string[];
  readonly fetchFile: (url: string, afresh: boolean) => Promise<FileAnswer>;
  readonly askBuild: () => Promise<BuildAnswer>;
  readonly timers: Timers;
};

type Part<Import> = Import extends () => Promise<infer Loaded> ? Loaded : never;
type Try<Loaded> = Result<Loaded, 'lost' | 'refused' | 'silent' | 'broken'>;

/** Between the tries of one load, so there is one try more. */
const PAUSES_MS = [500, 1500];

/**
 * The one way in which parts come after the menu. Says what is wrong instead of rejecting; what
 * failed is not remembered, so that it can be asked for again when the network is back.
 */
export class PartLoader<Imports extends PartImports> {
  readonly #options: PartLoaderOptions<Imports>;
  readonly #parts = new Map<keyof Imports, Promise<Result<unknown, LoadProblem>>>();
  readonly #files = new Map<string, Promise<FileAnswer>>();

  constructor(options: PartLoaderOptions<Imports>) {
    this.#options = options;
  }

  /** Loads a part, or says after a few tries why it is not there. A part is loaded once. */
  load<Name extends keyof Imports & string>(
    name: Name,
  ): Promise<Result<Part<Imports[Name]>, LoadProblem>> {
    type Loading = Promise<Result<Part<Imports[Name]>, LoadProblem>>;
    const known = this.#parts.get(name);
    if (known) return known as Loading;
    const loading = this.#load(name);
    this.#parts.set(name, loading);
    return loading;
  }

  /** Brings the files of parts here that are needed next, all at once; starts none of them. */
  warm(names: readonly (keyof Imports & string)[]): void {
    for (const name of names) for (const file of this.#options.filesOf(name)) this.#fetch(file);
  }

  async #load<Name extends keyof Imports & string>(
    name: Name,
  ): Promise<Result<Part<Imports[Name]>, LoadProblem>> {
    const { askBuild, timers } = this.#options;
    for (let tries = 0; ; tries++) {
      const tried = await this.#try(name, tries > 0);
      if (tried.ok) return tried;
      const pauseMs = PAUSES_MS[tries];
      // A file of a build that is gone does not come back: no need to try on.
      if (pauseMs === undefined || tried.error === 'lost') {
        const build = await askBuild();
        if (pauseMs === undefined || build === 'other') {
          this.#parts.delete(name);
          return fail(problemOf(tried.error, build));
        }
      }
      await new Promise<void>((resolve) => timers.after(pauseMs, resolve));
    }
  }

  async #try<Name extends keyof Imports & string>(
    name: Name,
    isAgain: boolean,
  ): Promise<Try<Part<Imports[Name]>>> {
    const files = this.#options.filesOf(name);
    const answers = await Promise.all(files.map((file) => this.#fetch(file, isAgain)));
    const bad = answers.find((answer) => answer !== 'here');
    if (bad !== undefined) return fail(answers.includes('lost') ? 'lost' : bad);
    try {
      return ok((await this.#options.imports[name]!()) as Part<Imports[Name]>);
    } catch {
      return fail('broken');
    }
  }

  /** Files that parts share are fetched once. */
  #fetch(file: string, afresh = false): Promise<FileAnswer> {
    const known = this.#files.get(file);
    if (known) return known;
    const fetching = this.#options.fetchFile(file, afresh).then((answer) => {
      if (answer !== 'here') this.#files.delete(file);
      return answer;
    });
    this.#files.set(file, fetching);
    return fetching;
  }
}

function problemOf(
  error: 'lost' | 'refused' | 'silent' | 'broken',
  build: BuildAnswer,
): LoadProblem {
  if (build === 'other') return 'newer-version';
  if (build === 'silent') return 'offline';
  return error === 'broken' ? 'broken' : 'server-error';
}
