import './styles/chat.css';
import './styles/maps.css';
import { MatchHud } from './match-hud.tsx';
import { MatchMenu } from './match-menu.tsx';
import { ResultScreen } from './result-screen.tsx';
import { RoomScreen } from './room-screen.tsx';
import { SettingsBox } from './settings-box.tsx';

/** What nobody sees at first: loaded while the home screen is being read. */
export const SCREENS = { MatchHud, MatchMenu, ResultScreen, RoomScreen, SettingsBox } as const;
export type Screens = typeof SCREENS;
