import { useState } from 'preact/hooks';
import '../styles/pad.css';
import type { Language } from '../../i18n/language.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { labelOf } from './label-of.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', `-_.,!?'`];
/** Letters that a language has beside those. */
const MORE = {
  en: '',
  de: 'äöüß',
  es: 'áéíñóúü¿¡',
  fr: 'àâçéèêëîïôùûœ',
  pl: 'ąćęłńóśźż',
  pt: 'áâãàçéêíóôõú',
  tr: 'çğıİöşü',
} as const satisfies Record<Language, string>;

/** Texts by one line; switches, sliders and files are inputs too. */
export function isWritable(input: HTMLInputElement): boolean {
  return /^(?:text|search|url|email|tel|number)$/.test(input.type) && !input.readOnly;
}

export type PadKeyboardProps = {
  readonly field: HTMLInputElement;
  readonly onClose: () => void;
};

/** A keyboard on the screen, for a gamepad: writes into a field as typing would. */
export function PadKeyboard({ field, onClose }: PadKeyboardProps) {
  const { texts } = useUi();
  const { pad } = useMessages();
  const [text, setText] = useState(field.value);
  const [isUpper, setUpper] = useState(false);
  const first = useFirstFocus();
  const write = (next: string): void => {
    if (field.maxLength >= 0 && next.length > field.maxLength) return;
    field.value = next;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    setText(next);
  };
  const rows = [...ROWS, MORE[texts.language.value]].filter((row) => row !== '');
  return (
    <Dialog title={labelOf(field)} onClose={onClose} className="pad-keyboard" testId="pad-keyboard">
      <output class="pad-text" aria-live="polite" data-testid="pad-text">
        {text}
      </output>
      <div class="pad-keys">
        {rows.map((row) => (
          <div key={row} class="pad-row">
            {Array.from(row, (letter) => (
              <button
                key={letter}
                type="button"
                class="pad-key"
                data-key={letter}
                ref={letter === 'q' ? first : null}
                onClick={() => write(text + (isUpper ? upperCase(letter) : letter))}
              >
                {isUpper ? upperCase(letter) : letter}
              </button>
            ))}
          </div>
        ))}
      </div>
      <div class="row">
        <Button pressed={isUpper} onClick={() => setUpper(!isUpper)} testId="pad-capitals">
          {pad.capitals}
        </Button>
        <Button onClick={() => write(`${text} `)} testId="pad-space">
          {pad.space}
        </Button>
        <Button onClick={() => write(Array.from(text).slice(0, -1).join(''))} testId="pad-erase">
          {pad.erase}
        </Button>
        <Button kind="primary" icon="check" onClick={onClose} testId="pad-done">
          {pad.done}
        </Button>
      </div>
    </Dialog>
  );
}

/** Of one letter one letter: a capital ß is two in most scripts. */
function upperCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper.length === 1 ? upper : letter;
}
