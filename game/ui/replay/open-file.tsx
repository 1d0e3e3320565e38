import { FileButton } from '../controls/file-button.tsx';
import type { ReplaysView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';

/** The button that opens the replay of somebody else. */
export function OpenFile({ view }: { readonly view: ReplaysView }) {
  const texts = useReplaysTexts();
  return (
    <FileButton
      label={texts.open}
      accept=".pbreplay"
      onFile={(file) => void view.openFile(file)}
      testId="open-replay"
      inputTestId="replay-file"
    >
      <span class="button-words">
        {texts.open}
        <small class="wide-only">{texts.dropHint}</small>
      </span>
    </FileButton>
  );
}
