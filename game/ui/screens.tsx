import chat from './styles/chat.css?inline';
import goal from './styles/goal.css?inline';
import maps from './styles/maps.css?inline';
import room from './styles/room.css?inline';
import standings from './styles/standings.css?inline';
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
/**
 * Styles of these screens, which come within the same file: one of their own would be a request more before the first
 * match. They count behind all style sheets that the page links, also those of later parts.
 */
export function styleScreens(page: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(room + chat + maps + standings + goal);
  page.adoptedStyleSheets.push(sheet);
}

export type Screens = typeof SCREENS;
