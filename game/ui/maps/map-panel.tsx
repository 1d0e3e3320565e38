import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Literal, Sentence } from '../controls/literal.tsx';
import { MapColours } from './map-colours.tsx';
import { MapDialog } from './map-dialog.tsx';
import { Icon } from '../controls/icon.tsx';
import type { ComingMap, MapsView, TransferView } from '../model/map-model.ts';
import { MapPicture, useMapName } from './map-picture.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { takesText } from '../model/takes-text.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { useShownName } from '../model/use-shown-name.ts';

/** Everybody sees which map is played on; the host chooses it, also by dropping or pasting a file. */
export function MapPanel({ maps, isHost }: { readonly maps: MapsView; readonly isHost: boolean }) {
  const messages = useMessages();
  const nameOf = useMapName();
  const [isOpen, setOpen] = useState(false);
  const chosen = maps.chosen.value;
  useDroppedFiles(maps, isHost, () => setOpen(true));
  return (
    <section class="map-panel" aria-label={messages.maps.title}>
      <h2>{messages.maps.title}</h2>
      <figure class="map-now" data-testid="map" data-map={chosen?.id ?? ''}>
        {chosen && <MapPicture card={chosen} />}
        <figcaption>{chosen && <Literal>{nameOf(chosen)}</Literal>}</figcaption>
      </figure>
      {maps.coming.value && <Coming coming={maps.coming.value} maps={maps} isHost={isHost} />}
      <MapColours card={chosen} />
      <Transfers transfers={maps.transfers.value} />
      {isHost && (
        <Button onClick={() => setOpen(true)} icon="map" testId="choose-map">
          {messages.maps.choose}
        </Button>
      )}
      {isHost && <FromReplay />}
      {isHost && isOpen && <MapDialog maps={maps} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** [V50] Not where matches follow one another by themselves. */
function FromReplay() {
  const { actions, model } = useUi();
  const { host: texts } = usePlayTexts();
  if ((model.room.value?.state.auto ?? 0) > 0) return null;
  return (
    <Button
      kind="quiet"
      icon="play"
      onClick={() => actions.replays?.browseInRoom()}
      testId="from-replay"
    >
      {texts.fromReplay}
    </Button>
  );
}

type ComingProps = {
  readonly coming: ComingMap;
  readonly maps: MapsView;
  readonly isHost: boolean;
};

/** The match waits for it, and whoever chose it may choose otherwise. */
function Coming({ coming: { card }, maps, isHost }: ComingProps) {
  const { actions } = useUi();
  const { host: texts } = usePlayTexts();
  const nameOf = useMapName();
  const current = maps.chosen.value;
  return (
    <div class="map-coming" data-testid="map-coming">
      <p role="status">
        <Icon name="hourglass" /> {card ? texts.mapComing(nameOf(card)) : texts.aMapComing}
      </p>
      {isHost && current && (
        <Button
          kind="quiet"
          onClick={() => actions.room.setStadium(current.id)}
          testId="stay-on-map"
        >
          {texts.stay}
        </Button>
      )}
    </div>
  );
}

function Transfers({ transfers }: { readonly transfers: readonly TransferView[] }) {
  const { maps } = useMessages();
  const nameOf = useShownName();
  if (transfers.length === 0) return null;
  return (
    <ul class="map-transfers" data-testid="map-transfers">
      {transfers.map(({ name, direction, percent }) => (
        <li key={`${direction} ${name}`}>
          <label>
            {direction === 'out' ? (
              <Sentence say={(who) => maps.sending(who, percent)} literal={nameOf(name)} />
            ) : (
              maps.receiving(percent)
            )}
            <progress max={100} value={percent} />
          </label>
        </li>
      ))}
    </ul>
  );
}

/** A file dropped anywhere in the room, or pasted, as a file or as its text. */
function useDroppedFiles(maps: MapsView, isHost: boolean, onLoaded: () => void): void {
  useLayoutEffect(() => {
    if (!isHost) return undefined;
    const take = (data: DataTransfer | null): boolean => {
      const file = data?.files[0];
      const text = data?.getData('text/plain').trim() ?? '';
      if (file) void maps.loadFile(file);
      else if (text.startsWith('{')) maps.loadText(text);
      else return false;
      onLoaded();
      return true;
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      take(event.dataTransfer);
    };
    const hover = (event: DragEvent) => event.preventDefault();
    const paste = (event: ClipboardEvent) => {
      if (!takesText(event.target) && take(event.clipboardData)) event.preventDefault();
    };
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [maps, isHost]);
}
