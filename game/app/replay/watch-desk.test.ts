import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { RecordedMatch } from '../../../tests/simulation/recorded-match.ts';
import { ReplayTrack } from '../../../shared/replay/replay-track.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { readMoment } from '../../../shared/replay/playable-moment.ts';
import { type PlayOnRequest, type RoomRequest, toMemberId } from '../../../shared/room/command.ts';
import { isMomentArena } from '../../../shared/room/moment-arena.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import { DISC_STRIDE, DISC_X, DISC_Y, MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import { SEATS } from '../../../shared/sim/seat.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { MOMENT_TICKS } from '../../../shared/wire/moment.ts';
import { MAX_SEATS } from '../../../shared/base/room-limits.ts';
import { type FreeCamera, LINK_SECONDS } from '../../ui/model/replays-model.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import type { Clip } from './record-clip.ts';
import { readMomentLink } from './moment-link.ts';
import { WatchDesk } from './watch-desk.ts';

/** Four scripts for twenty seconds or as long as is said, watched from their beginning. */
function watch(ticks = 1200, read = ticks, room: RoomSession | null = null) {
  const match = new RecordedMatch(4, 3);
  match.request({ type: 'start' });
  match.run(ticks);
  const stadiums = new StadiumCollection();
  const track = ReplayTrack.open(match.recorder.take('match', 0)!, stadiums.arena)!;
  track.readOn(Math.min(read, track.length));
  const freeCamera = signal<FreeCamera | null>(null);
  const screen = signal<Screen>({ screen: 'replay' });
  const clip: Clip = { bytes: new Uint8Array([1]), ending: 'webm' };
  const clips: Clip[] = [];
  const watched = new WatchDesk(track, {
    places: {
      model: {
        screen,
        settingsOpen: signal(false),
        freeCamera,
        resultButtons: signal(null),
        hud: { update: () => {} },
      },
      room: () => room,
      canvas: () => null,
      followPicture: () => () => {},
      hear: () => null,
      bringMap: () => Promise.resolve(true),
      show: () => {},
      playOn: () => {},
    },
    stadiums,
    clockMs: () => 0,
    makeSeed: () => 1,
    level: () => 'regular',
    origin: 'https://play.example',
    back: () => {},
    save: () => {},
    clip: {
      record: () => ({ end: () => Promise.resolve(clip) }),
      isSeen: () => true,
      save: (saved) => void clips.push(saved),
    },
  });
  const readOn = (): void => track.readOn(track.length);
  return { watched, freeCamera, clips, readOn, stadiums, screen };
}

test('[V60] the first goal is gone to once it was read, and not where the person went elsewhere', () => {
  for (const isElsewhere of [false, true]) {
    const { watched, readOn } = watch(4000, 0);
    watched.toFirstGoal();
    expect(watched.position.value).toBe(0);
    if (isElsewhere) watched.seek(0);
    readOn();
    watched.session.advance(0);
    const goal = watched.highlights.value.find(({ kind }) => kind === 'goal')!;
    expect(goal.position).toBeGreaterThan(120);
    expect(watched.position.value).toBe(isElsewhere ? 0 : goal.position - 120);
  }
});

test('[V35] a free camera begins at what was followed, goes where it is put, and ends with the next choice', () => {
  const { watched, freeCamera } = watch();
  watched.seek(500);
  watched.moveCamera(10, 10);
  watched.zoomCamera(2);
  expect([watched.isFree.value, freeCamera.value]).toEqual([false, null]);
  watched.follow(toMemberId(2));
  const { arena, match } = watched.session.world;
  const at = playerDisc(arena, SEATS[2]!) * DISC_STRIDE;
  watched.setFree();
  expect([watched.isFree.value, watched.followed.value]).toEqual([true, null]);
  watched.moveCamera(30, -20);
  watched.moveCamera(Number.NaN, 0);
  expect(freeCamera.value).toEqual({
    x: match.discs[at + DISC_X]! + 30,
    y: match.discs[at + DISC_Y]! - 20,
    zoom: 1.5,
  });
  for (let press = 0; press < 20; press++) watched.zoomCamera(1.25);
  expect(freeCamera.value?.zoom).toBe(4);
  for (let press = 0; press < 20; press++) watched.zoomCamera(0.8);
  watched.zoomCamera(0);
  expect(freeCamera.value?.zoom).toBe(1);
  watched.follow(null);
  expect(watched.isFree.value).toBe(false);
  watched.setFree();
  watched.close();
  expect(freeCamera.value).toBe(null);
});

test('[V36] a clip is what a link to the moment would show, at the usual speed', async () => {
  const { watched, clips } = watch();
  watched.setSpeed(4);
  watched.seek(300);
  watched.toggle();
  const { position } = watched.session;
  watched.toggleClip(() => {});
  expect([watched.clip.value, watched.speed.value, watched.isPlaying.value]).toEqual([
    'recording',
    1,
    true,
  ]);
  const begin = watched.session.position;
  expect(begin).toBeLessThanOrEqual(position);
  watched.session.advance(0);
  for (let ms = 0; watched.clip.value === 'recording'; ms += 50) watched.session.advance(ms);
  await expect.poll(() => watched.clip.value).toBe('saved');
  const length = watched.session.position - begin;
  expect([clips.length, length >= 480, length <= 484]).toEqual([1, true, true]);
});

/** A room in which this person is `self`, and the first member the host. */
function roomOf(self: number, change: Partial<RoomState> = {}) {
  const { world } = new RecordedMatch(2);
  world.room = { ...world.room, ...change };
  const asked: RoomRequest[] = [];
  const session = {
    self: toMemberId(self),
    world,
    request: (request: RoomRequest) => void asked.push(request),
  } as RoomSession;
  return { session, asked };
}

test.each([
  [toMemberId(2), 2],
  [null, null],
] as const)(
  '[V50] in a room the whole room plays on, as player %s on seat %s: who asks may choose a disc',
  (player, seat) => {
    const { session, asked } = roomOf(0);
    const { watched, stadiums, screen } = watch(1200, 1200, session);
    watched.seek(700);
    watched.follow(player);
    expect(watched.way.value).toBe('room');
    watched.playOn();
    expect(asked).toMatchObject([{ type: 'playOn', seat }]);
    expect(screen.value.screen).toBe('room');
    stadiums.readMoment = readMoment;
    const arena = stadiums.arena((asked[0] as PlayOnRequest).moment)!;
    expect(isMomentArena(arena) && arena.moment).not.toBe(null);
  },
);

test.each([
  ['guest', 1, {}],
  ['never', 0, { auto: 2 }],
] as const)('[V50] not by everybody, and not in every room: %s', (way, self, change) => {
  const { session, asked } = roomOf(self, change);
  const { watched, screen } = watch(1200, 1200, session);
  watched.follow(toMemberId(2));
  watched.playOn();
  expect([watched.way.value, screen.value.screen, asked]).toEqual([way, 'replay', []]);
});

test('[V50] where a match is on in the room nobody plays on', () => {
  const { session, asked } = roomOf(0);
  session.world.match.ints[MATCH.phase] = PHASE.playing;
  const { watched } = watch(1200, 1200, session);
  watched.seek(700);
  watched.playOn();
  expect([watched.way.value, asked]).toEqual(['nothing', []]);
});

/** How many ticks a link holds. */
async function ticksOf(link: string | null): Promise<number> {
  const moment = await readMomentLink(new URL(link!).hash);
  if (!moment.ok) throw new Error(moment.error);
  return moment.value.rows.length / MAX_SEATS;
}

test('[V70] the chosen part is what a link and a video take, a link at most eight seconds of it', async () => {
  const { watched, clips } = watch();
  watched.seek(300);
  watched.mark('from');
  watched.seek(450);
  watched.mark('to');
  expect(watched.range.value).toEqual({ from: 300, to: 450 });
  watched.seek(900);
  expect(await ticksOf(await watched.linkMoment())).toBe(150);
  watched.toggleClip(() => {});
  expect(watched.position.value).toBe(300);
  watched.session.advance(0);
  for (let ms = 0; watched.clip.value === 'recording'; ms += 50) watched.session.advance(ms);
  await expect.poll(() => clips.length).toBe(1);
  expect(watched.session.position).toBeLessThanOrEqual(453);

  watched.seek(1000);
  watched.mark('to');
  expect(watched.range.value).toEqual({ from: 300, to: 1000 });
  expect(MOMENT_TICKS).toBe(LINK_SECONDS * 60);
  expect(await ticksOf(await watched.linkMoment())).toBeLessThanOrEqual(MOMENT_TICKS);
  watched.forgetRange();
  expect(watched.range.value).toBe(null);
});
