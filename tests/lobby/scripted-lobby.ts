import type { PublicChannel } from '../../game/net/lobby/public-channel.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { LobbyError } from '../../shared/lobby/lobby-error.ts';
import type { News, NewsName, RequestName } from '../../shared/lobby/lobby-events.ts';

type Asked = { readonly name: RequestName; readonly request: unknown };
type Answers = Partial<Record<RequestName, (request: never) => unknown>>;

/** A lobby that says what a test wants. What it has no answer for goes unanswered. */
export class ScriptedLobby implements PublicChannel {
  readonly hidesAddress = false;
  isOnline = true;
  readonly asked: Asked[] = [];
  answers: Answers = {};
  readonly #heard = new Map<string, Set<(news: never) => void>>();
  readonly #connected = new Set<() => void>();

  ask: PublicChannel['ask'] = async (name, request) => {
    this.asked.push({ name, request });
    const answer = this.answers[name]?.(request as never);
    const result: Result<unknown, LobbyError> =
      answer === undefined ? fail({ code: 'NO_ANSWER' }) : ok(answer);
    return result as never;
  };

  hear: PublicChannel['hear'] = (name, handle) => {
    const all = this.#heard.get(name) ?? new Set();
    this.#heard.set(name, all.add(handle as (news: never) => void));
    return () => all.delete(handle as (news: never) => void);
  };

  onConnected(run: () => void): () => void {
    this.#connected.add(run);
    return () => this.#connected.delete(run);
  }

  /** Whether somebody listens to this. */
  hearsNews(name: NewsName): boolean {
    return (this.#heard.get(name)?.size ?? 0) > 0;
  }

  say<Name extends NewsName>(name: Name, news: News<Name>): void {
    for (const handle of this.#heard.get(name) ?? []) handle(news as never);
  }

  connect(): void {
    for (const run of this.#connected) run();
  }
}
