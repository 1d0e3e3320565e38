import { fitPanel, type Panel } from '../../shared/netplay/panel/panel.ts';
import { PANEL_BUTTONS_MAX, PANEL_LINES_MAX } from '../../shared/wire/panel.ts';
import { readColor } from '../script/read-values.ts';
import type { PanelContent } from './room-interface.ts';

/** Longer than any text of a panel; what a script gives may be a book. */
const RAW_CHARS_MAX = 512;

/** A panel as a script means it, with what is too much left out; null for none, and for one that nobody could see. */
export function readPanel(content: PanelContent | null): Panel | null {
  if (content === null || typeof content !== 'object') return null;
  const { title, lines, buttons } = content;
  return fitPanel({
    title: readText(title),
    lines: listOf(lines, PANEL_LINES_MAX).map((line) => {
      const { text, color } = fieldsOf(line);
      return { text: readText(text), color: readColor(color ?? null) };
    }),
    buttons: listOf(buttons, PANEL_BUTTONS_MAX).map((button) => {
      const { text, id = text } = fieldsOf(button);
      return { text: readText(text), id: readText(id) };
    }),
  });
}

type Fields = { readonly text?: unknown; readonly id?: unknown; readonly color?: unknown };

/** A text alone stands for an entry that has nothing else. */
function fieldsOf(entry: unknown): Fields {
  return typeof entry === 'object' && entry !== null ? entry : { text: entry };
}

function listOf(value: unknown, max: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, max) : [];
}

function readText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).slice(0, RAW_CHARS_MAX);
}
