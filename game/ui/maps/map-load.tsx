import { useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import type { MapsView } from '../model/map-model.ts';
import { useMessages } from '../model/ui-context.ts';

const FILE_KINDS = '.hbs,.json,.json5,.stadium,application/json,text/plain';

/** The button that takes in a map from a file. */
export function LoadRow({ maps }: { readonly maps: MapsView }) {
  const { maps: words, pad } = useMessages();
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
    <div class="map-load">
      <Button icon="file" onClick={choose} testId="load-map">
        {words.load}
      </Button>
      <input
        ref={input}
        type="file"
        accept={FILE_KINDS}
        class="off-screen"
        tabIndex={-1}
        aria-label={words.load}
        data-testid="map-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void maps.loadFile(file);
          event.currentTarget.value = '';
        }}
      />
      <p class="hint">{words.loadHint}</p>
      {isBlocked && (
        <p class="notice" role="alert" data-testid="only-by-hand">
          {pad.onlyByHand}
        </p>
      )}
    </div>
  );
}
