import './fonts/fonts.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/home.css';
import './styles/hud.css';
import './styles/notices.css';
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Button } from './controls/button.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { JoiningScreen } from './home/joining-screen.tsx';
import type { Screens } from './screens.tsx';
import { type Ui, UiContext, useMessages, useUi } from './model/ui-context.ts';

export type AppProps = {
  readonly ui: Ui;
  /** Null until they are loaded. */
  readonly screens: ReadonlySignal<Screens | null>;
};

/** All of the page that is text: one screen at a time, dialogs over it. */
export function App({ ui, screens }: AppProps) {
  return (
    <UiContext.Provider value={ui}>
      <CurrentScreen screens={screens.value} />
      <Dialogs screens={screens.value} />
      <SaidChip />
    </UiContext.Provider>
  );
}

/** What a key has just done, where nothing else shows it. */
function SaidChip() {
  const { model } = useUi();
  const { pad } = useMessages();
  const said = model.said.value;
  return (
    <p class="said" role="status" data-testid="said">
      {said !== null && <span class="chip">{pad.said[said.what]}</span>}
    </p>
  );
}

type LatePartProps = {
  /** Null until it is here. */
  readonly part: ComponentType | null | undefined;
  readonly title: string;
};

/** A screen that is loaded when it is asked for. */
function LateScreen({ part: Part, title }: LatePartProps) {
  const { actions } = useUi();
  const { common } = useMessages();
  if (Part) return <Part />;
  return (
    <main class="screen centred" aria-busy="true">
      <section class="card joining-card">
        <h1 class="card-title">{title}</h1>
        <Button onClick={actions.leave}>{common.cancel}</Button>
      </section>
    </main>
  );
}

type LoadedScreens = { readonly screens: Screens | null };

function CurrentScreen({ screens }: LoadedScreens) {
  const { model } = useUi();
  const current = model.screen.value;
  const room = model.room.value;
  const { home } = useMessages();
  switch (current.screen) {
    case 'home':
      return (
        <HomeScreen
          error={current.error}
          code={current.code}
          score={screens && <screens.HomeScore />}
        />
      );
    case 'joining':
      return <JoiningScreen {...current} />;
    case 'rooms':
      return <LateScreen part={model.publicParts.value?.PublicRooms} title={home.publicRooms} />;
    case 'replays':
    case 'replay':
      return <LateScreen part={model.replays.value} title={home.replays} />;
    case 'room':
      return room && screens && <screens.RoomScreen room={room} hint={<screens.GhostKeys />} />;
    case 'result':
      return screens && <screens.ResultScreen result={current.result} room={room} />;
    default:
      return screens && <screens.MatchHud />;
  }
}

function Dialogs({ screens }: LoadedScreens) {
  const { model, actions } = useUi();
  const isInMatch = model.screen.value.screen === 'match';
  useLayoutEffect(() => {
    if (!isInMatch) return undefined;
    const open = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // The menu is open before this press is over, and the browser would close it with the rest.
      event.preventDefault();
      actions.openMenu(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, [isInMatch]);
  return (
    <>
      {screens && isInMatch && model.menuOpen.value && <screens.MatchMenu />}
      {screens && model.practiceOpen.value && <screens.PracticeBox />}
      {screens && model.badgeOpen.value && <screens.BadgeBox />}
      {screens && model.settingsOpen.value && <screens.SettingsBox />}
    </>
  );
}
