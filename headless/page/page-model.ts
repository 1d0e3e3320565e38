import { signal } from '@preact/signals';
import type { LogLevel } from '../feed/messages.ts';

export type ConsoleLine = { readonly id: number; readonly level: LogLevel; readonly text: string };

/** `lost`: the part of the page that runs scripts did not come. */
export type PageState = 'idle' | 'starting' | 'running' | 'lost';

/** Lines of the console that are kept. */
const LINES_MAX = 500;

/** What the page shows. */
export class PageModel {
  readonly state = signal<PageState>('idle');
  readonly lines = signal<readonly ConsoleLine[]>([]);
  /** Of the room; null until it is there. */
  readonly link = signal<string | null>(null);
  /** As its exceptions name it. */
  readonly name = signal('script.js');
  readonly source = signal('');
  #next = 0;
  #waiting: ConsoleLine[] = [];

  /** Shown with the next turn of the event loop: lines that come together are drawn once. */
  say(level: LogLevel, text: string): void {
    if (this.#waiting.push({ id: this.#next++, level, text }) > 1) return;
    setTimeout(() => {
      this.lines.value = [...this.lines.value, ...this.#waiting.splice(0)].slice(-LINES_MAX);
    }, 0);
  }

  clearLines(): void {
    this.lines.value = [];
  }
}
