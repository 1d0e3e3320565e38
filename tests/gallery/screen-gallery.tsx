import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { en } from '../../game/i18n/en/en.ts';
import {
  createTexts,
  type Language,
  LANGUAGE_CODES,
  type TextSource,
} from '../../game/i18n/language.ts';
import { followSettings } from '../../game/app/page/page-wiring.ts';
import { TEXT_PARTS } from '../../game/app/page/text-parts.ts';
import type { Mixer } from '../../game/audio/mixer.ts';
import { App } from '../../game/ui/app.tsx';
import { PublicRoomsScreen } from '../../game/ui/list/public-rooms-screen.tsx';
import { ReplaysScreen } from '../../game/ui/replay/replays-screen.tsx';
import type { ReportProps } from '../../game/ui/model/public-rooms-model.ts';
import { TriesOn } from '../../game/ui/list/tries-on.tsx';
import { WayTrouble } from '../../game/ui/list/way-trouble.tsx';
import { KnockList } from '../../game/ui/room/knock-list.tsx';
import { Report } from '../../game/ui/room/report.tsx';
import { RoomSettings } from '../../game/ui/room/room-settings.tsx';
import { SCREENS, type Screens, styleScreens } from '../../game/ui/screens.tsx';
import { LATE_NAMES, TEXT_SOURCE } from '../i18n/load-texts.ts';
import { pseudoTexts } from '../i18n/pseudo-texts.ts';
import { GalleryModel } from './gallery-model.ts';
import type { GalleryScreen } from './gallery-room.ts';
import { GALLERY } from './gallery-screens.ts';
import { findLayoutFaults } from './layout-faults.ts';

/**
 * The screens of the game without a game behind them, within a page. Bundled by `gallery-page.ts`.
 */

/** Percent: as it comes, and the upper end of the setting; the lower one only makes room. */
const TEXT_SCALES = [100, 150] as const;

/** A menu that opens over what was said and what is on the screen, and closes with the next touch. */
const OVER = {
  popup: '.quick-menu',
  under: '.room-panel, .result-card, .chat-overlay, .hud-chips',
};

const FRAMES_MAX = 60;

const gallery = new GalleryModel();
export const screenNames = GALLERY.map(({ name }) => name);

/** What is shown instead of one of the languages: English that is longer, see `pseudoTexts`. */
export const PSEUDO: Language = 'tr';

const SOURCES = {
  real: TEXT_SOURCE,
  pseudo: {
    loadMenu: async () => ({ ok: true, value: pseudoTexts(en) }),
    tell: () => {},
    loadLate: async (_language, name) => ({
      ok: true,
      value: pseudoTexts(await TEXT_PARTS[`en-${name}`]()),
    }),
  },
} as const satisfies Record<string, TextSource<never>>;

/** Draws the gallery into the page. */
export async function open(source: keyof typeof SOURCES): Promise<void> {
  const { settings, model, chat, notices, hands, actions } = gallery;
  // Only browsers of phones have it, and where it is there is one button more.
  Object.defineProperty(navigator, 'share', { value: async () => {}, configurable: true });
  const { texts, bring } = await createTexts(
    computed(() => settings.settings.value.language),
    ['en'],
    SOURCES[source],
    new Promise(() => {}),
  );
  await Promise.all(LATE_NAMES.map(bring));
  settings.update({ motion: 'reduced' });
  followSettings(
    settings,
    { applySettings: () => {} } as Pick<Mixer, 'applySettings'> as Mixer,
    texts,
  );
  gallery.reset();
  model.replays.value = () => <ReplaysScreen view={gallery.replays} />;
  model.publicParts.value = {
    PublicRooms: () => <PublicRoomsScreen view={gallery.list} />,
    RoomSettings: () => <RoomSettings view={gallery.access} />,
    Knocks: () => (
      <>
        <KnockList view={gallery.access} />
        <TriesOn view={gallery.trouble} />
      </>
    ),
    Trouble: () => <WayTrouble view={gallery.trouble} />,
    Report: (props: ReportProps) => <Report view={gallery.reports} {...props} />,
  };
  model.screen.subscribe(({ screen }) => {
    document.documentElement.dataset['screen'] = screen;
  });
  document.getElementById('late')?.remove();
  // What slides in is looked at where it comes to rest.
  const still = document.createElement('style');
  still.textContent = '*,*::before,*::after{animation:none!important;transition:none!important}';
  document.head.append(still);
  styleScreens(document);
  const ui = { model, actions, chat, notices, hands, settings, texts };
  const screens = signal<Screens | null>(SCREENS);
  render(<App ui={ui} screens={screens} />, document.getElementById('ui')!);
  await Promise.all([...document.fonts].map((font) => font.load()));
}

/** Shows one screen in one language and size of text. */
export async function show(name: string, language: Language, textScale: number): Promise<void> {
  const screen = GALLERY.find((each) => each.name === name);
  if (!screen) throw new Error(`no such screen: ${name}`);
  gallery.settings.update({ language, textScale });
  await enter(screen);
}

/** Every screen in these languages and every size of text, in the window as it is now. */
export async function findAllFaults(
  only = '',
  languages: readonly Language[] = LANGUAGE_CODES,
): Promise<string[]> {
  const faults: string[] = [];
  for (const screen of GALLERY.filter(({ name }) => name.includes(only))) {
    await enter(screen);
    for (const language of languages) {
      for (const textScale of TEXT_SCALES) {
        gallery.settings.update({ language, textScale });
        await redrawn();
        for (const fault of findLayoutFaults(OVER)) {
          faults.push(`${screen.name} · ${language} ${textScale} % · ${fault}`);
        }
      }
    }
  }
  return faults;
}

async function enter({ set, press = [], focus }: GalleryScreen): Promise<void> {
  gallery.reset();
  gallery.settings.update({ nick: 'WMWMWMWMWMWMWMWM' });
  await settled();
  set(gallery);
  await settled();
  for (const id of press) {
    (await find(id)).click();
    await settled();
  }
  if (focus !== undefined) {
    (await find(focus)).focus();
    await settled();
  }
}

/** What is loaded when it is first asked for comes a few frames later. */
async function find(id: string): Promise<HTMLElement> {
  for (let frame = 0; frame < FRAMES_MAX; frame += 1) {
    const found = document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    if (found) return found;
    await settled();
  }
  throw new Error(`nothing on the screen is called ${id}`);
}

/** Past what Preact has put off: effects do not depend on languages and sizes. */
function redrawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Past effects, which run behind a frame. */
function settled(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
