import { get, set } from 'idb-keyval';
import { render } from 'preact';
import { chooseLanguage, tagOf } from '../../game/i18n/language.ts';
import { BROWSER_STORE, SettingsStore } from '../../game/settings/settings-store.ts';
import { applyTheme, paletteOf } from '../../game/settings/theme.ts';
import './room-page.css';
import { PageModel } from './page-model.ts';
import { RoomPage } from './room-page.tsx';
import { TabScript } from './tab-script.ts';
import { PAGE_WORDS } from './words/page-words.ts';
// oxlint-disable-next-line import/default -- the builder makes it: the address of the worker's file
import codeUrl from './worker/script-worker.ts?worker&url';

const settings = new SettingsStore(BROWSER_STORE).value;
const language = chooseLanguage(settings.language, navigator.languages);
const words = PAGE_WORDS[language];
const model = new PageModel();
const script = new TabScript({
  model,
  shelf: {
    load: (key) => get<unknown>(`script ${key}`),
    save: (key, value) => set(`script ${key}`, value),
  },
  loadCode,
  lobbyUrl: location.origin,
  page: document,
});

document.documentElement.lang = tagOf(language);
document.title = `Peerball: ${words.title}`;
applyTheme(document.documentElement.style, paletteOf(settings));
window.addEventListener('pagehide', () => script.depart());
// A page that was put aside has no room any more.
window.addEventListener('pageshow', ({ persisted }) => void (persisted && location.reload()));
void script.restore();
render(
  <RoomPage
    model={model}
    words={words}
    onRun={() => void script.start()}
    onStop={() => script.stop()}
  />,
  document.querySelector('#page')!,
);

/** Null when it is not to be had now: the page says so, and the next try asks again. */
async function loadCode(): Promise<string | null> {
  const answer = await fetch(codeUrl).catch(() => null);
  return answer?.ok === true ? answer.text().catch(() => null) : null;
}
