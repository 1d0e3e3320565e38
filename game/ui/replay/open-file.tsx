import { useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import type { ReplaysView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/replays-texts.ts';
import { useMessages } from '../model/ui-context.ts';

/** The button that opens the replay of somebody else. */
export function OpenFile({ view }: { readonly view: ReplaysView }) {
  const texts = useReplaysTexts();
  const { pad } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  const choose = (): void => {
    try {
      if ('showPicker' in HTMLInputElement.prototype) input.current?.showPicker();
      else input.current?.click();
    } catch {
      // Browsers open it for a finger, a pointer or a key alone.
      setBlocked(true);
    }
  };
  return (
    <>
      <Button icon="file" onClick={choose} testId="open-replay">
        <span class="button-words">
          {texts.open}
          <small class="wide-only">{texts.dropHint}</small>
        </span>
      </Button>
      <input
        ref={input}
        type="file"
        accept=".pbreplay"
        class="off-screen"
        tabIndex={-1}
        aria-label={texts.open}
        data-testid="replay-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void view.openFile(file);
          event.currentTarget.value = '';
        }}
      />
      {isBlocked && (
        <p class="notice" role="alert">
          {pad.onlyByHand}
        </p>
      )}
    </>
  );
}
