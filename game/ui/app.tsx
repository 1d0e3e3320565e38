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
import { MatchHud } from './match-hud.tsx';
import { MatchMenu } from './match-menu.tsx';
import { ResultScreen } from './result-screen.tsx';
import { RoomScreen } from './room-screen.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
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
  const { model } = useUi();
  const current = model.screen.value;
  const room = model.room.value;
  switch (current.screen) {
    case 'home':
      return <HomeScreen error={current.error} code={current.code} />;
    case 'joining':
      return <JoiningScreen code={current.code} step={current.step} slow={current.slow} />;
    case 'room':
      return room && <RoomScreen room={room} />;
    case 'result':
      return <ResultScreen result={current.result} room={room} />;
    default:
      return <MatchHud />;
  }
}

function Dialogs() {
  const { model, actions } = useUi();
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
      {isInMatch && model.menuOpen.value && <MatchMenu />}
      {model.settingsOpen.value && <SettingsDialog />}
    </>
  );
}
