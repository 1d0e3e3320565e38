// What stands beside a match once it is wanted: the panel of a script, the quick lines, kits, what is said once, what
// is said to those who sat out or were left alone, the camera of those who watch. One part, because each is small.

import { pageClock } from '../../time/page-clock.ts';
import { pageTimers } from '../../time/timers.ts';
import { Emotes } from '../../ui/chat/emotes.tsx';
import { QuickChatMenu } from '../../ui/chat/quick-menu.tsx';
import { SpectateBar } from '../../ui/match/spectate-bar.tsx';
import type { PanelPlace } from '../../ui/model/panel-model.ts';
import { MatchNotices } from '../../ui/notices/match-notices.tsx';
import { PanelBox } from '../../ui/panel/panel-box.tsx';
import { KitPanel } from '../../ui/room/kit-panel.tsx';
import { SatOutInRoom, SatOutNotice } from '../../ui/room/sat-out-notice.tsx';
import { DesertedNotice } from '../../ui/votes/deserted-notice.tsx';
import { SpectatorCamera } from '../hud/spectator-camera.ts';
import { DesertedWatch } from '../match/deserted-watch.ts';
import { SatOutWatch } from '../room/sat-out-watch.ts';
import type { FollowPanel } from '../panel/panel-door.ts';
import { PanelWatch } from '../panel/panel-watch.ts';
import { hearFound } from './hear-found.ts';
import { meetStrangers } from './meet-strangers.ts';
import { MatchCall } from './match-call.ts';
import type { GamePage } from './play.ts';
import { RoomAgain } from './room-again.ts';

/** Clockwise quarter turns by which the pitch is drawn. */
type Turned = { readonly quarterTurns: number };

/** Has all of that drawn and heard, and gives what follows the room: made once. */
export function createBeside(
  { app, ui: { settings, texts }, mixer }: GamePage,
  input: Turned,
): FollowPanel {
  const { model } = app;
  const watch = new PanelWatch();
  const Box = ({ place }: { readonly place: PanelPlace }) => (
    <PanelBox view={watch} place={place} />
  );
  model.panel.value = { Box };
  const strangers = meetStrangers(model.quick, settings);
  const deserted = new DesertedWatch((room) => model.showRoom(room));
  const satOut = new SatOutWatch(window);
  const Notices = () => {
    const room = model.room.value;
    const notice = satOut.isOut.value ? (
      <SatOutNotice view={satOut} />
    ) : (
      deserted.away.value !== null && room && <DesertedNotice view={deserted} room={room} />
    );
    if (!notice) return <MatchNotices strangers={strangers} />;
    return (
      <div class="page-notices" role="status">
        {notice}
      </div>
    );
  };
  const camera = createSpectatorCamera(app, input);
  const OverPitch = () => (
    <>
      <Emotes />
      <SatOutInRoom view={satOut} />
      <SpectateBar view={camera} />
    </>
  );
  model.quickParts.value = { Menu: QuickChatMenu, Emotes: OverPitch, Notices, Kits: KitPanel };
  hearFound(model.quick, pageTimers, (name) => mixer.play({ name, bus: 'ui', gain: 1, pan: 0 }));
  const call = new MatchCall(window, () => texts.late.value.options?.once.starts ?? document.title);
  const again = new RoomAgain(model.screen, (id) => void model.maps.value?.choose(id));
  return (session, nowMs, held) => {
    camera.follow(session?.world ?? null, held);
    watch.follow(session, nowMs);
    call.follow(session);
    satOut.follow(session, nowMs, held);
    deserted.follow(model.cutOff.value ? null : session, nowMs);
    if (model.quick.value === null) again.follow(session);
  };
}

/** [V77] The second person's camera keeps both; where that one plays, the first watches along. */
function createSpectatorCamera(
  { model, followPicture }: GamePage['app'],
  input: Turned,
): SpectatorCamera {
  const { freeCamera, hud, room, screen, second } = model;
  const camera = new SpectatorCamera({
    camera: freeCamera,
    room,
    isFree: () =>
      screen.value.screen === 'match' &&
      hud.watching.value &&
      (second.value?.parts.value?.hand.value ?? null) === null,
    isReplaying: () => hud.replaying.value,
    quarterTurns: () => input.quarterTurns,
  });
  followPicture(() => camera.draw(pageClock.now()));
  return camera;
}
