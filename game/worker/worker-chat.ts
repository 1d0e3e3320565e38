import type { Audience, ChatLine, ChatRefusal, RoomChat } from '../../shared/netplay/chat/chat.ts';
import { ChatLimits } from '../../shared/netplay/chat/chat-limit.ts';
import { checkChatText } from '../../shared/netplay/chat/chat-text.ts';
import type { Person } from '../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import type { Picture, ToWorker } from './messages.ts';

export type WorkerChatPorts = {
  readonly post: (message: ToWorker) => void;
  /** This person in the room that is shown; undefined before it is in. */
  readonly self: () => Person | undefined;
  readonly now: () => number;
};

/** The chat of a session in a worker. What is refused by its rules is refused here, at once, by the same rules. */
export class WorkerChat implements RoomChat {
  readonly #ports: WorkerChatPorts;
  readonly #limits = new ChatLimits();
  #lines: ChatLine[] = [];
  #refusal: ChatRefusal | null = null;

  constructor(ports: WorkerChatPorts) {
    this.#ports = ports;
  }

  say(text: string, audience: Audience): ChatRefusal | null {
    const checked = checkChatText(text);
    if (!checked.ok) return checked.error;
    const refusal = this.#refuse('text', audience === 'team');
    if (refusal === null) this.#ports.post({ type: 'say', text, audience });
    return refusal;
  }

  sayQuick(id: number): ChatRefusal | null {
    const refusal = this.#refuse('quick', false);
    if (refusal === null) this.#ports.post({ type: 'quick', id });
    return refusal;
  }

  /** The session refused after all, as when it is too much by its own clock. */
  takeRefusal(): ChatRefusal | null {
    const refusal = this.#refusal;
    this.#refusal = null;
    return refusal;
  }

  take(): readonly ChatLine[] {
    if (this.#lines.length === 0) return NO_LINES;
    return this.#lines.splice(0);
  }

  /** What the worker says of the chat. */
  hear({ lines, refusal }: Picture): void {
    this.#lines.push(...lines);
    this.#refusal = refusal ?? this.#refusal;
  }

  #refuse(kind: 'text' | 'quick', toTeam: boolean): ChatRefusal | null {
    const me = this.#ports.self();
    if (!me) return 'nobody';
    if (toTeam && me.team === TEAM_NONE) return 'no-team';
    return this.#limits.tryTake(kind, this.#ports.now()) ? null : 'too-fast';
  }
}

const NO_LINES: readonly ChatLine[] = [];
