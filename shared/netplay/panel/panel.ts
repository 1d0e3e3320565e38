import { hashText } from '../../base/hash.ts';
import type { ChatRate } from '../chat/chat-limit.ts';
import { graphemesOf, trimText } from '../../base/clean-text.ts';
import {
  PANEL_BUTTON_ID_MAX_BYTES,
  PANEL_BUTTON_MAX_BYTES,
  PANEL_BUTTONS_MAX,
  PANEL_LINE_MAX_BYTES,
  PANEL_LINES_MAX,
  PANEL_TITLE_MAX_BYTES,
} from '../../wire/panel.ts';

/** Longest texts, in what a reader takes for characters: a panel is small, and stands beside a match. */
export const PANEL_TITLE_MAX = 40;
export const PANEL_LINE_MAX = 64;
export const PANEL_BUTTON_MAX = 24;

/** [N71] Buttons of a mini-game are pressed in turns, not held. */
export const PRESS_RATE: ChatRate = { count: 12, withinMs: 4_000 };

export type PanelLine = {
  readonly text: string;
  /** 0xRRGGBB; null: as other texts are. */
  readonly color: number | null;
};

/** `id` is the script's own name for it, and nobody reads it. */
export type PanelButton = { readonly id: string; readonly text: string };

/** [N69] What a script shows beside the pitch: text and buttons, and nothing that a page would run. */
export type Panel = {
  /** May be empty. */
  readonly title: string;
  readonly lines: readonly PanelLine[];
  readonly buttons: readonly PanelButton[];
};

/** Why a press was not said. */
export type PressRefusal =
  /** No such button is shown, or its script is away. */
  'nobody' | 'too-fast';

/** The panel of a room's script, as a page sees it. */
export interface RoomPanel {
  /** The same object for as long as it is the same panel; null: none. */
  readonly shown: Panel | null;

  /** A person pressed a button of it; null when that is on its way to the script. */
  press(button: string): PressRefusal | null;
}

/**
 * [N69] A panel as everybody shall see it: each text as the gate for text leaves it, what is too much left out, of
 * buttons with one id the first. Null when nothing of it can be seen. What was fitted once stays as it is.
 */
export function fitPanel({ title, lines, buttons }: Panel): Panel | null {
  const fitTitle = fit(title, PANEL_TITLE_MAX, PANEL_TITLE_MAX_BYTES);
  const fitLines = lines.slice(0, PANEL_LINES_MAX).map(({ text, color }) => ({
    text: fit(text, PANEL_LINE_MAX, PANEL_LINE_MAX_BYTES),
    color,
  }));
  const fitButtons: PanelButton[] = [];
  for (const { id, text } of buttons) {
    const button = { id, text: fit(text, PANEL_BUTTON_MAX, PANEL_BUTTON_MAX_BYTES) };
    const isKnown = fitButtons.some((other) => other.id === id);
    const isLong = utf8.encode(id).length > PANEL_BUTTON_ID_MAX_BYTES;
    if (button.text === '' || isKnown || isLong || fitButtons.length === PANEL_BUTTONS_MAX)
      continue;
    fitButtons.push(button);
  }
  const isEmpty = fitTitle === '' && fitButtons.length === 0;
  if (isEmpty && fitLines.every(({ text }) => text === '')) return null;
  return { title: fitTitle, lines: fitLines, buttons: fitButtons };
}

/** [N70] By which a page says what it shows; 0 for none. */
export function hashPanel(panel: Panel | null): number {
  if (panel === null) return 0;
  const { title, lines, buttons } = panel;
  const parts = [
    title,
    ...lines.map(({ text, color }) => `${color ?? ''} ${text}`),
    ...buttons.map(({ id, text }) => `${id}\n${text}`),
  ];
  return hashText(JSON.stringify([lines.length, ...parts])) || 1;
}

const utf8 = new TextEncoder();

function fit(text: string, graphemes: number, bytes: number): string {
  const parts = graphemesOf(trimText(text, graphemes));
  let left = bytes;
  const over = parts.findIndex((part) => (left -= utf8.encode(part).length) < 0);
  return parts
    .slice(0, over < 0 ? parts.length : over)
    .join('')
    .trim();
}
