import { effect } from '@preact/signals';
import { EVENT, type MatchEvent } from '../../../shared/sim/events.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { soundOf } from '../../audio/match-sounds.ts';
import type { Mixer } from '../../audio/mixer.ts';
import type { InputManager } from '../../input/input-manager.ts';
import type { SessionLoop } from '../../match/session-loop.ts';
import type { KeyAction } from '../../settings/key-bindings.ts';
import { ZOOMS } from '../../settings/settings.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { Timers } from '../../time/timers.ts';
import { toggleFullScreen } from '../../ui/controls/full-screen.ts';
import type { App } from '../app.ts';
import type { AppModel } from '../app-model.ts';
import { tell } from './said.ts';

/** Turns the buttons to the screen that is open. */
export function aimInput(
  app: KeyTarget,
  input: Pick<InputManager, 'target'>,
  settings: SettingsStore,
): void {
  effect(() => {
    const { screen } = app.model.screen.value;
    if (isCovered(app)) input.target = 'menu';
    else if (screen === 'match') input.target = 'pitch';
    else if (screen === 'room') {
      input.target = settings.value.roomSheet ? 'pitch-behind-menu' : 'pitch';
    } else input.target = screen === 'home' ? 'pitch-behind-menu' : 'menu';
  });
}

/** A match is on the screen, and its keys play. */
export function isOnPitch(app: KeyTarget): boolean {
  return app.model.screen.value.screen === 'match' && !isCovered(app);
}

function isCovered({ model, chat }: KeyTarget): boolean {
  const { menuOpen, settingsOpen, practiceOpen, badgeOpen } = model;
  return [menuOpen, settingsOpen, practiceOpen, badgeOpen, chat.typing].some(({ value }) => value);
}

type KeyTarget = Pick<App, 'model' | 'chat'>;

/** The keys that do something once, and say so where it is not seen. */
export function handleKey(
  action: KeyAction,
  { model, chat }: KeyTarget,
  settings: SettingsStore,
  timers: Timers,
): void {
  if (action === 'mute') {
    const { sound } = settings.value;
    settings.update({ sound: { ...sound, muted: !sound.muted } });
    tell(model, sound.muted ? 'unmuted' : 'muted', timers);
  } else if (action === 'hud') {
    // Elsewhere there is no display to hide.
    if (model.screen.value.screen !== 'match') return;
    const { hidden } = model.hud;
    hidden.value = !hidden.value;
    tell(model, hidden.value ? 'hidden' : 'shown', timers);
  } else if (action === 'zoomIn' || action === 'zoomOut') {
    if (model.screen.value.screen !== 'match') return;
    const at = ZOOMS.indexOf(settings.value.zoom) + (action === 'zoomIn' ? 1 : -1);
    settings.update({ zoom: ZOOMS[at] ?? settings.value.zoom });
  } else if (action === 'full') {
    void toggleFullScreen();
  } else if (action === 'talk') {
    chat.openTyping(true);
  } else if (action in QUICK_KEYS) {
    chat.pressQuick(QUICK_KEYS[action as keyof typeof QUICK_KEYS]);
  }
}

const QUICK_KEYS = { quick1: 0, quick2: 1, quick3: 2, quick4: 3 } as const;

/** Of a goal that bots score at home. */
const AFAR = 0.35;

/**
 * How loud an event is, 0 … 1. Home is quiet, but for who plays there: of the bots their goals are heard,
 * as from afar.
 */
export function gainOf(
  { kind }: Pick<MatchEvent, 'kind'>,
  { screen, isPlayingAtHome }: Pick<AppModel, 'screen' | 'isPlayingAtHome'>,
): number {
  if (screen.value.screen !== 'home' || isPlayingAtHome.value) return 1;
  return kind === EVENT.goal ? AFAR : 0;
}

/** Spectators come to what counts: to matches, live or watched again. */
export function hasCrowd({ screen }: Pick<AppModel, 'screen'>): boolean {
  const { value } = screen;
  return value.screen === 'match' || value.screen === 'replay';
}

/** The seat of the person at this page; -1 without one. */
export function ownSeat({ self, world }: SessionLoop['session']): number {
  return (self === null ? undefined : findMember(world.room, self))?.seat ?? -1;
}

/** Plays the sound of an event as the own player hears it, if it has one. */
export function playEvent(
  event: MatchEvent,
  { session }: SessionLoop,
  mixer: Mixer,
  gain = 1,
): void {
  if (gain === 0) return;
  const { room, arena } = session.world;
  const me = session.self === null ? undefined : findMember(room, session.self);
  const cue = soundOf(event, {
    seat: me?.seat ?? -1,
    team: me?.team ?? TEAM_NONE,
    halfWidth: arena.spawn.halfWidth,
  });
  if (cue) mixer.play({ ...cue, gain: cue.gain * gain });
}
