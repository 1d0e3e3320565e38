import './styles/chat.css';
import './styles/maps.css';
import './styles/standings.css';
import { BadgeBox } from './settings/badge-box.tsx';
import { HomeScore } from './match/home-score.tsx';
import { GhostKeys } from './match/ghost-keys.tsx';
import { MatchHud } from './match/match-hud.tsx';
import { MatchMenu } from './match/match-menu.tsx';
import { ResultScreen } from './match/result-screen.tsx';
import { PracticeBox } from './practice/practice-box.tsx';
import { RoomScreen } from './room/room-screen.tsx';
import { SettingsBox } from './settings/settings-box.tsx';

/** What nobody sees at first: loaded while the home screen is being read. */
export const SCREENS = {
  BadgeBox,
  GhostKeys,
  HomeScore,
  MatchHud,
  MatchMenu,
  PracticeBox,
  ResultScreen,
  RoomScreen,
  SettingsBox,
} as const;
export type Screens = typeof SCREENS;
