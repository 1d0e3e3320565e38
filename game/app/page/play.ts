import { checkName } from '../../../shared/lobby/check-name.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { InputManager, type InputOptions } from '../../input/input-manager.ts';
import { BrowserMapStore } from '../../settings/browser-map-store.ts';
import { MapGallery } from '../../settings/map-gallery.ts';
import type { Settings } from '../../settings/settings.ts';
import { PALETTES } from '../../settings/theme.ts';
import { mendTranslated } from '../../ui/controls/mend-translated.ts';
import { SCREENS } from '../../ui/screens.tsx';
import { drawThumbnail } from '../../view/stadium-thumbnail.ts';
import { MapDesk, type MapDeskOptions } from '../maps/map-desk.ts';
import { type MakePractice, makePractice } from '../match/practice-maker.ts';
import { saveReplay } from '../match/save-replay.ts';
import { type LoopOptions, SessionLoop, type Sessions } from '../../match/session-loop.ts';

/** Everything that moves discs or shows them moved. The menu is there before it. */
export type Play = {
  readonly makePractice: MakePractice;
  readonly screens: typeof SCREENS;
  readonly checkName: typeof checkName;
  /** Those that everybody has, and what was loaded or received. */
  readonly stadiums: StadiumCollection;
  readonly saveReplay: typeof saveReplay;
  readonly mendTranslated: typeof mendTranslated;
  makeMaps(
    options: Pick<MapDeskOptions, 'request'> & { readonly settings: () => Settings },
  ): MapDesk;
  makeLoop(sessions: Sessions, options: LoopOptions): SessionLoop;
  makeInput(options: InputOptions): InputManager;
};

/** Makes what the first step behind the menu needs, loaded as one part. */
export function createPlay(): Play {
  const stadiums = new StadiumCollection();
  return {
    makePractice,
    screens: SCREENS,
    checkName,
    stadiums,
    saveReplay,
    mendTranslated,
    makeMaps: ({ settings, request }) =>
      new MapDesk({
        request,
        look: () => ({ palette: PALETTES[settings().palette], houseMaps: settings().houseMaps }),
        stadiums,
        gallery: new MapGallery(new BrowserMapStore()),
        draw: drawThumbnail,
        wallClockMs: () => Date.now(),
      }),
    makeLoop: (sessions, options) => new SessionLoop(sessions, options, stadiums),
    makeInput: (options) => new InputManager(options),
  };
}
