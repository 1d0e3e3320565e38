import { AskedLines } from '../../shared/netplay/chat/chat-filter.ts';
import type { ChatLane } from '../../shared/netplay/chat/chat-lane.ts';
import type { ChatLine } from '../../shared/netplay/chat/chat.ts';
import type { MemberId } from '../../shared/room/command.ts';
import type { World } from '../../shared/room/world.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { Newcomers } from './newcomers.ts';
import type { Asked, Told } from '../feed/room-feed.ts';

/** What a script says, or says of what others said. */
export type AskedTalk = Extract<Asked, { readonly type: 'say' | 'announce' | 'verdict' }>;

/** Lines of a script that wait because it said too much at once; it loses the newest. */
const WAITING_MAX = 128;
/** Lines at once, and from then on: what others say goes by the same way, and shall not wait behind a flood. */
const BURST = 12;
const LINES_PER_TICK = 8 / TICK_RATE;
/** Lines that were told already and come once more, when they are shown. */
const TOLD_MAX = 64;
/** No verdict is asked for: the line is shown. */
export const NO_VERDICT = -1;

type Chat = Pick<ChatLane, 'say' | 'announce' | 'judge' | 'take' | 'takeAsked' | 'asked'>;

/** Between a script and the chat of its room: what it hears, in which order, and how fast it may speak. */
export class ScriptTalk {
  /** Lines of the script that were too many. */
  dropped = 0;
  readonly #chat: Chat;
  readonly #tell: (told: Told) => void;
  #waiting: Exclude<AskedTalk, { readonly type: 'verdict' }>[] = [];
  #told: string[] = [];
  #credit = BURST;
  readonly #newcomers = new Newcomers();

  constructor(chat: Chat, tell: (told: Told) => void) {
    this.#chat = chat;
    chat.asked ??= new AskedLines();
    this.#tell = tell;
  }

  ask(asked: AskedTalk): void {
    if (asked.type === 'verdict') {
      if (asked.line !== NO_VERDICT) this.#chat.judge(asked.line, asked.isShown);
    } else if (this.#waiting.length < WAITING_MAX) this.#waiting.push(asked);
    else this.dropped += 1;
  }

  /** Every tick. @param final what a script greets somebody in waits until that one can hear it */
  advance(self: MemberId | null, final: Pick<World, 'room' | 'tick'>): void {
    for (const line of this.#chat.takeAsked()) {
      const { id, author } = line;
      // A quick line has no text of its own: each reader's language says it.
      if (line.kind === 'quick') this.#chat.judge(id, true);
      else {
        this.#told = [...this.#told, keyOf(author, line.text)].slice(-TOLD_MAX);
        this.#tell({ type: 'chat', line: id, author, text: line.text });
      }
    }
    for (const line of this.#chat.take()) this.#hear(line, self);
    this.#credit = Math.min(BURST, this.#credit + LINES_PER_TICK);
    if (this.#newcomers.areDeaf(final)) return;
    while (this.#credit >= 1 && this.#waiting.length > 0 && this.#speak(this.#waiting[0]!)) {
      this.#credit -= 1;
      this.#waiting.shift();
    }
  }

  /** What is shown without having been asked about: the script has no filter, or was too slow. */
  #hear(line: ChatLine, self: MemberId | null): void {
    if (line.author === self) return;
    if (line.kind === 'quick') this.#tell({ type: 'emote', member: line.author, id: line.id });
    if (line.kind !== 'text') return;
    const known = this.#told.indexOf(keyOf(line.author, line.text));
    if (known >= 0) this.#told.splice(known, 1);
    else this.#tell({ type: 'chat', line: NO_VERDICT, author: line.author, text: line.text });
  }

  /** False when it has to wait. */
  #speak(asked: Exclude<AskedTalk, { readonly type: 'verdict' }>): boolean {
    if (asked.type === 'say' && this.#chat.say(asked.text, 'all') === null) return true;
    const said =
      asked.type === 'announce'
        ? asked
        : ({ text: asked.text, to: null, color: null, style: 'normal', sound: 'chat' } as const);
    const { text, to, color, style, sound } = said;
    return this.#chat.announce({ text, to, color, style, sound }) !== 'too-fast';
  }
}

function keyOf(author: MemberId, text: string): string {
  return `${author} ${text}`;
}
