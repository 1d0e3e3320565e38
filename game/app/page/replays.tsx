import { readMoment } from '../../../shared/replay/playable-moment.ts';
import type { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { BrowserReplayStore } from '../../settings/browser-replay-store.ts';
import { ReplayShelf } from '../../settings/replay-shelf.ts';
import { RecordStore } from '../../settings/player-record.ts';
import { BROWSER_STORE, type SettingsStore } from '../../settings/settings-store.ts';
import { steadyMs } from '../../time/page-clock.ts';
import { ReplaysScreen } from '../../ui/replay/replays-screen.tsx';
import { ResultButtons } from '../../ui/replay/result-buttons.tsx';
import { download } from '../replay/save-file.ts';
import { recordClip } from '../replay/record-clip.ts';
import { ReplayDesk } from '../replay/replay-desk.ts';
import type { ReplayPlaces, Replays } from '../replay/replays.ts';
import { createBrowserPorts } from './browser-ports.ts';

/** Makes what keeps and shows replays, once: it goes on with the page. */
export function createReplays(
  stadiums: StadiumCollection,
  places: ReplayPlaces,
  settings: Pick<SettingsStore, 'value'>,
): Replays {
  stadiums.readMoment = readMoment;
  places.model.resultButtons.value = ResultButtons;
  const shelf = new ReplayShelf(new BrowserReplayStore());
  // A page that goes away keeps its match without opening anything first.
  void shelf.list();
  const desk = new ReplayDesk({
    places,
    stadiums,
    shelf,
    record: new RecordStore(BROWSER_STORE),
    clockMs: steadyMs,
    wallClockMs: () => Date.now(),
    makeSeed: createBrowserPorts().makeSeed,
    level: () => settings.value.practice.level,
    origin: location.origin,
    turn: () => new Promise((resolve) => void setTimeout(resolve)),
    recordClip: (paintOver) => {
      const canvas = places.canvas();
      if (!canvas) return null;
      const { followPicture } = places;
      return recordClip({ canvas, followPicture }, paintOver, places.hear, steadyMs);
    },
    isSeen: () => !document.hidden,
    download,
  });
  return {
    Screen: () => <ReplaysScreen view={desk} />,
    open: desk.open,
    watch: (replay, fromGoal) => desk.show(replay, fromGoal),
    save: (replay) => desk.saveFile(replay),
    keep: (match) => desk.keep(match),
    linkLastGoal: (replay) => desk.linkLastGoal(replay),
    openMoment: (fragment) => desk.openMoment(fragment),
  };
}
