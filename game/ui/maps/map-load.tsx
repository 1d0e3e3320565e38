import { FileButton } from '../controls/file-button.tsx';
import type { MapsView } from '../model/map-model.ts';
import { useMessages } from '../model/ui-context.ts';

const FILE_KINDS = '.hbs,.json,.json5,.stadium,application/json,text/plain';

/** The button that takes in a map from a file. */
export function LoadRow({ maps }: { readonly maps: MapsView }) {
  const { maps: words } = useMessages();
  return (
    <div class="map-load">
      <FileButton
        label={words.load}
        accept={FILE_KINDS}
        onFile={(file) => void maps.loadFile(file)}
        hint={<p class="hint">{words.loadHint}</p>}
        testId="load-map"
        inputTestId="map-file"
      >
        {words.load}
      </FileButton>
    </div>
  );
}
