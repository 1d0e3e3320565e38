import '@fontsource-variable/atkinson-hyperlegible-next';
import '@fontsource-variable/outfit';
import './styles/base.css';
import './styles/controls.css';
import './styles/home.css';
import './styles/hud.css';
import './styles/room.css';
import './styles/settings.css';
import { useEffect } from 'preact/hooks';
import { HomeScreen } from './home-screen.tsx';
import { JoiningScreen } from './joining-screen.tsx';
import { type Ui, UiContext, useUi } from './ui-context.ts';

/** All of the page that is text: one screen at a time, dialogs over it. */
export function App({ ui }: { readonly ui: Ui }) {
  return (
    <UiContext.Provider value={ui}>
      <CurrentScreen />
      <Dialogs />
    </UiContext.Provider>
  );
}

function CurrentScreen() {
  const ui = useUi();
  const { model } = ui;
  const current = model.screen.value;
  const room = model.room.value;
  const screens = ui.screens.value;
  switch (current.screen) {
    case 'home':
      return <HomeScreen error={current.error} code={current.code} />;
    case 'joining':
      return <JoiningScreen code={current.code} step={current.step} slow={current.slow} />;
    case 'room':
      return room && screens && <screens.RoomScreen room={room} />;
    case 'result':
      return screens && <screens.ResultScreen result={current.result} room={room} />;
    default:
      return screens && <screens.MatchHud />;
  }
}

function Dialogs() {
  const ui = useUi();
  const { model, actions } = ui;
  const screens = ui.screens.value;
  const isInMatch = model.screen.value.screen === 'match';
  useEffect(() => {
    if (!isInMatch) return undefined;
    const open = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) actions.openMenu(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, [isInMatch]);
  return (
    <>
      {screens && isInMatch && model.menuOpen.value && <screens.MatchMenu />}
      {screens && model.settingsOpen.value && <screens.SettingsDialog />}
    </>
  );
}
