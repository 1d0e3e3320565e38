import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { RecordedMatch } from '../../../tests/simulation/recorded-match.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import { hashWorld } from '../../../shared/room/world.ts';
import { DISC_STRIDE, DISC_X, DISC_Y, MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import { SEATS } from '../../../shared/sim/seat.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { decodeMoment, encodeMoment } from '../../../shared/wire/moment.ts';
import { encodeReplay, MAX_REPLAY_BYTES, type Replay } from '../../../shared/wire/replay-file.ts';
import type { LocalSession } from '../../match/local-session.ts';
import { WatchSession } from '../../match/replay/watch-session.ts';
import { EMPTY_RECORD } from '../../settings/player-record.ts';
import { ReplayShelf, type StoredReplay } from '../../settings/replay-shelf.ts';
import type { FreeCamera } from '../../ui/model/replays-model.ts';
import type { PlayerStats, ResultView, Screen } from '../../ui/model/view-model.ts';
import { isWorthKeeping } from './replay-card.ts';
import { MOMENT_LINK_CHARS } from './moment-link.ts';
import type { RunningClip } from './record-clip.ts';
import { ReplayDesk } from './replay-desk.ts';

const HTML = '<img src=x onerror=alert(1)>';

/** A match of a minute and a half, with goals, as it would be kept at its end. */
function record(ticks = 5400): Replay {
  const match = new RecordedMatch(4, 3);
  match.request({ type: 'start' });
  match.run(ticks);
  return match.recorder.take('match', 0)!;
}

const recorded = record();

function makeDesk() {
  const stored = new Map<string, unknown>();
  const stadiums = new StadiumCollection();
  const world = {
    session: null as LocalSession | null,
    back: null as (() => void) | null,
    files: [] as string[],
    record: { value: EMPTY_RECORD },
    settingsOpen: signal(false),
    shownMs: -1,
    freeCamera: signal<FreeCamera | null>(null),
    recordClip: (): RunningClip | null => null,
  };
  const screen = signal<Screen>({ screen: 'replays' });
  const desk = new ReplayDesk({
    places: {
      model: {
        screen,
        settingsOpen: world.settingsOpen,
        freeCamera: world.freeCamera,
        resultButtons: signal(null),
        hud: { update: (_session, nowMs) => void (world.shownMs = nowMs) },
      },
      room: () => null,
      canvas: () => null,
      followPicture: () => () => {},
      hear: () => null,
      bringMap: (stadium) => Promise.resolve(stadiums.arena(stadium) !== undefined),
      show: (session) => {
        world.session = session;
        screen.value = { screen: 'replay' };
      },
      playOn: (session, back) => {
        world.session = session;
        world.back = back;
        screen.value = { screen: 'match' };
      },
    },
    stadiums,
    origin: 'https://play.example',
    turn: () => Promise.resolve(),
    recordClip: () => world.recordClip(),
    isSeen: () => true,
    shelf: new ReplayShelf({
      all: () => Promise.resolve([...stored]),
      put: (one: StoredReplay) => Promise.resolve(void stored.set(one.id, one)),
      remove: (key) => Promise.resolve(void stored.delete(key)),
    }),
    record: world.record,
    clockMs: () => 0,
    wallClockMs: () => 1_795_000_000_000,
    makeSeed: () => 1,
    level: () => 'regular',
    download: (_bytes, name) => void world.files.push(name),
  });
  return { desk, stored, world, screen };
}

/** Watched, and read to its end. */
async function watchRecorded() {
  const made = makeDesk();
  await made.desk.keep({ replay: recorded, result: null });
  made.desk.open();
  await expect.poll(() => made.desk.lines.value?.length).toBe(1);
  made.desk.watch(made.desk.lines.value![0]!.id);
  const watched = made.desk.watched.value!;
  watched.session.advance(0);
  return { ...made, watched };
}

function bytesOf(replay: Replay, change: (bytes: Uint8Array) => void = () => {}) {
  const bytes = encodeReplay(replay);
  change(bytes);
  return bytes;
}

test('[V2] a match that is kept is in the list, with teams, score, map and length', async () => {
  const { desk } = await watchRecorded();
  const line = desk.lines.value![0]!;
  expect(line).toMatchObject({ map: 'Classic', seconds: 87, problem: null, isSaved: true });
  expect([line.sun, line.wave]).toEqual([
    ['Player 0', 'Player 2'],
    ['Player 1', 'Player 3'],
  ]);
  expect(line.sunScore + line.waveScore).toBeGreaterThan(1);
  await desk.keep({ replay: recorded, result: null });
  expect(desk.lines.value).toHaveLength(1);
});

test('[V2] what comes behind the end of a match changes nothing of what was kept', async () => {
  const { desk } = makeDesk();
  const match = new RecordedMatch(4, 3);
  match.request({ type: 'start' });
  const phaseIn = () => match.world.match.ints[MATCH.phase];
  while (phaseIn() !== PHASE.end) match.step();
  match.run(60);
  await desk.keep({ replay: match.recorder.take('match', 0)!, result: null });
  desk.open();
  await expect.poll(() => desk.lines.value?.length).toBe(1);
  const kept = desk.lines.value!;
  expect(Math.max(kept[0]!.sunScore, kept[0]!.waveScore)).toBe(3);
  while (phaseIn() === PHASE.end) match.step();
  match.request({ type: 'start' });
  match.run(100);
  await desk.keep({ replay: match.recorder.take('match', 0)!, result: null });
  expect(desk.lines.value).toEqual(kept);
});

test('[V2] a match that was stopped is kept with the score that it had', async () => {
  const { desk } = makeDesk();
  const match = new RecordedMatch(4, 3);
  match.request({ type: 'start' });
  match.run(4000);
  const score = [match.world.match.ints[MATCH.sunScore], match.world.match.ints[MATCH.waveScore]];
  expect(score).not.toEqual([0, 0]);
  match.request({ type: 'stop' });
  match.run(20);
  await desk.keep({ replay: match.recorder.take('match', 0)!, result: null });
  desk.open();
  await expect.poll(() => desk.lines.value?.length).toBe(1);
  const { sunScore, waveScore } = desk.lines.value![0]!;
  expect([sunScore, waveScore]).toEqual(score);
});

test('[V3] what is short, or no match, is not kept', () => {
  expect(isWorthKeeping(recorded)).toBe(true);
  expect(isWorthKeeping(record(400))).toBe(false);
  const warmUp = new RecordedMatch(4, 3);
  warmUp.run(1000);
  expect(isWorthKeeping(warmUp.recorder.take('match', 0)!)).toBe(false);
});

test('[V5] what was deleted can be had back, with its star', async () => {
  const { desk, stored } = await watchRecorded();
  const { id } = desk.lines.value![0]!;
  await desk.star(id, true);
  await desk.remove(id);
  expect([stored.size, desk.lines.value, desk.removed.value?.id]).toEqual([0, [], id]);
  await desk.undo();
  expect([desk.removed.value, desk.lines.value![0]]).toMatchObject([null, { id, isStarred: true }]);
  await desk.remove(id);
  desk.open();
  expect(desk.removed.value).toBeNull();
  await desk.undo();
  expect(desk.lines.value).toEqual([]);
});

test('[V4] a replay of an older version is listed, says so, can be saved, and is not shown', async () => {
  const { desk, stored, world, screen } = await watchRecorded();
  const [kept] = [...stored.values()] as StoredReplay[];
  const bytes = kept!.bytes.slice();
  bytes[6]! += 1;
  stored.set('old', { ...kept, id: 'old', bytes });
  screen.value = { screen: 'replays' };
  desk.open();
  await expect.poll(() => desk.lines.value?.length).toBe(2);
  const old = desk.lines.value!.find(({ id }) => id === 'old')!;
  expect(old.problem).toBe('other-version');
  desk.watch('old');
  expect([screen.value.screen, desk.refused.value?.why]).toEqual(['replays', 'other-version']);
  desk.save('old');
  expect(world.files).toEqual([
    expect.stringMatching(/^peerball-2026-11-\d\d-\d{4}-\d-\d\.pbreplay$/),
  ]);
  desk.watch('nothing');
  expect(desk.refused.value?.why).toBe('gone');
});

const FORGED = 'x'.repeat(500);
test.each([
  ['no-replay', new Uint8Array()],
  ['no-replay', new TextEncoder().encode(HTML.repeat(99))],
  ['other-format', bytesOf(recorded, (bytes) => (bytes[4] = 9))],
  ['other-version', bytesOf(recorded, (bytes) => (bytes[6] = 99))],
  ['broken', bytesOf(recorded).slice(0, -1)],
  ['broken', bytesOf(recorded).slice(0, 5000)],
  ['broken', new Uint8Array([...bytesOf(recorded), 0])],
  ['broken', bytesOf({ ...recorded, segments: [] })],
  ['bad-map', bytesOf({ ...recorded, stadiums: [{ id: 'a'.repeat(32), text: FORGED }] })],
] as const)(
  '[V6] a file that is %s is refused in words, and nothing is shown',
  async (why, bytes) => {
    const { desk, screen } = makeDesk();
    await desk.openFile(new File([bytes], HTML));
    expect([desk.refused.value, desk.watched.value]).toEqual([{ name: HTML, why }, null]);
    expect(screen.value.screen).toBe('replays');
  },
);

test('[V6] a giant file is not even read, and one that cannot be read says so', async () => {
  const { desk } = makeDesk();
  await desk.openFile({ size: MAX_REPLAY_BYTES + 1, name: 'big' } as File);
  expect(desk.refused.value).toEqual({ name: 'big', why: 'too-large' });
  const arrayBuffer = () => Promise.reject(new Error('moved'));
  await desk.openFile({ size: 9, name: 'gone', arrayBuffer } as unknown as File);
  expect(desk.refused.value).toEqual({ name: 'gone', why: 'unreadable' });
});

test('[V9] what was opened is shown, and closing it brings the list back', async () => {
  const { desk, world, screen } = makeDesk();
  await desk.openFile(new File([bytesOf(recorded)], 'friend.pbreplay'));
  expect([screen.value.screen, world.session]).toEqual(['replay', expect.any(WatchSession)]);
  desk.watched.value!.close();
  expect([screen.value.screen, desk.watched.value]).toEqual(['replays', null]);
});

test('[V9] from a result one comes back to that result', () => {
  const { desk, screen } = makeDesk();
  const result: Screen = { screen: 'room' };
  screen.value = result;
  desk.show(recorded);
  desk.watched.value!.close();
  expect(screen.value).toBe(result);
});

test('[V10] the goals are gone to, two seconds before each, forwards and backwards', async () => {
  const { watched } = await watchRecorded();
  const goals = watched.highlights.value.filter(({ kind }) => kind === 'goal');
  expect(goals.length).toBeGreaterThan(1);
  const places = goals.map(({ position }) => position - 120);
  for (const place of places) {
    watched.toGoal(1);
    expect(watched.position.value).toBe(place);
  }
  watched.toGoal(1);
  expect(watched.position.value).toBe(places.at(-1));
  watched.seek(goals.at(-1)!.position);
  for (const place of places.toReversed()) {
    watched.toGoal(-1);
    expect(watched.position.value).toBe(place);
  }
  watched.toGoal(-1);
  expect(watched.position.value).toBe(0);
});

test('[V9] the display follows it, and it waits behind the settings', async () => {
  const { watched, world } = await watchRecorded();
  watched.session.advance(100);
  const { position } = watched.session;
  expect([world.shownMs, position > 0]).toEqual([100, true]);
  world.settingsOpen.value = true;
  watched.session.advance(110);
  watched.session.advance(1000);
  expect(watched.session.position - position).toBeLessThan(2);
});

test('[V9] one picture back and on, and from the end play begins anew', async () => {
  const { watched } = await watchRecorded();
  watched.seek(500);
  watched.step(1);
  expect([watched.position.value, watched.isPlaying.value]).toEqual([501, false]);
  watched.step(-2);
  expect(watched.position.value).toBe(499);
  watched.seek(watched.length);
  watched.toggle();
  expect([watched.position.value, watched.isPlaying.value]).toEqual([0, true]);
});

test('[V11] a disc on the pitch is chosen by a place near it, and not by one far away', async () => {
  const { watched } = await watchRecorded();
  watched.seek(500);
  const { arena, match } = watched.session.world;
  const at = playerDisc(arena, SEATS[2]!) * DISC_STRIDE;
  watched.followAt(match.discs[at + DISC_X]! + 3, match.discs[at + DISC_Y]! - 3);
  expect([watched.followed.value, watched.session.self]).toEqual([2, 2]);
  watched.followAt(9000, 9000);
  expect(watched.followed.value).toBe(2);
});

test('[V11] with a player chosen a match begins at that tick, and leaving it comes back there', async () => {
  const { watched, world, screen } = await watchRecorded();
  watched.seek(500);
  watched.playOn();
  expect(screen.value.screen).toBe('replay');
  watched.follow(toMemberId(2));
  const hash = hashWorld(watched.session.world);
  watched.playOn();
  expect([screen.value.screen, world.session!.self]).toEqual(['match', 2]);
  expect(world.session!.world.tick).toBe(watched.session.world.tick);
  world.back!();
  expect([screen.value.screen, world.session]).toEqual(['replay', watched.session]);
  expect([hashWorld(watched.session.world), watched.position.value]).toEqual([hash, 500]);
  watched.close();
  expect(screen.value.screen).toBe('replays');
});

test('[V8] a file whose match comes out differently is shown, and says from where on', async () => {
  const [first, ...rest] = recorded.segments;
  const rows = first!.rows.slice();
  rows[8 * 300]! ^= 31;
  const { desk } = makeDesk();
  await desk.openFile(
    new File([bytesOf({ ...recorded, segments: [{ ...first!, rows }, ...rest] })], 'f'),
  );
  const watched = desk.watched.value!;
  watched.session.advance(0);
  expect(watched.differsAt.value).toBe(300);
});

test('[V16] [V17] a moment goes from one browser to another by a link, and can be played on there', async () => {
  const { watched } = await watchRecorded();
  while (watched.read.value < watched.length) watched.session.advance(0);
  const goal = watched.highlights.value.find(({ kind }) => kind === 'goal')!;
  watched.seek(goal.position - 30);
  const link = new URL((await watched.linkMoment())!);
  expect([link.origin, link.pathname]).toEqual(['https://play.example', '/']);
  expect(link.hash.length).toBeLessThanOrEqual(MOMENT_LINK_CHARS);

  const other = makeDesk();
  await other.desk.openMoment(link.hash);
  const moment = other.desk.watched.value!;
  moment.session.advance(0);
  expect([moment.length, moment.differsAt.value]).toEqual([480, null]);
  expect(moment.highlights.value.find(({ kind }) => kind === 'goal')).toMatchObject({
    position: 360,
    name: goal.name,
  });
  for (const ticks of [0, 100, 480]) {
    watched.seek(goal.position - 360 + ticks);
    moment.seek(ticks);
    expect(hashWorld(moment.session.world)).toBe(hashWorld(watched.session.world));
  }
  moment.close();
  expect(other.screen.value.screen).toBe('home');
});

test('[V16] the last goal of a match has a link, a match without a goal has none', async () => {
  const { desk } = makeDesk();
  const link = new URL((await desk.linkLastGoal(recorded))!);
  await desk.openMoment(link.hash);
  desk.watched.value!.session.advance(0);
  expect(desk.watched.value!.highlights.value.some(({ kind }) => kind === 'goal')).toBe(true);
  expect(await desk.linkLastGoal(record(120))).toBeNull();
});

test.each([
  ['#moment=', 'no-moment'],
  ['#moment=<img src=x>', 'no-moment'],
  ['#moment=AAAA', 'no-moment'],
  [`#moment=${'A'.repeat(100_000)}`, 'no-moment'],
])('[V17] the link %# shows nothing, and says why', async (fragment, why) => {
  const { desk, screen } = makeDesk();
  await desk.openMoment(fragment);
  expect(desk.refused.value).toEqual({ name: '', why });
  expect([screen.value.screen, desk.watched.value]).toEqual(['replays', null]);
});

test('[V17] what would unpack to more than any moment is none', async () => {
  const bomb = deflateRawSync(new Uint8Array(8_000_000)).toString('base64url');
  const { desk } = makeDesk();
  await desk.openMoment(`#moment=${bomb}`);
  expect(desk.refused.value?.why).toBe('no-moment');
});

test('[V17] a moment of another version, and one on a map that is not here, say so', async () => {
  const { watched } = await watchRecorded();
  const { hash } = new URL((await watched.linkMoment())!);
  const bytes = inflateRawSync(Buffer.from(hash.slice('#moment='.length), 'base64url'));
  const bend = (change: (bytes: Buffer) => void) => {
    const bent = Buffer.from(bytes);
    change(bent);
    return `#moment=${deflateRawSync(bent).toString('base64url')}`;
  };
  const { desk } = makeDesk();
  await desk.openMoment(bend((bent) => (bent[4]! ^= 1)));
  expect(desk.refused.value?.why).toBe('other-moment');
  await desk.openMoment(bend((bent) => bent.fill(0, 20)));
  expect(desk.refused.value?.why).toBe('broken');
  const read = decodeMoment(bytes);
  if (!read.ok) throw new Error('no moment');
  const { start } = read.value;
  const elsewhere = { ...start, room: { ...start.room, stadium: '0123456789abcdef' } };
  const packed = deflateRawSync(encodeMoment({ ...read.value, start: elsewhere }));
  await desk.openMoment(`#moment=${packed.toString('base64url')}`);
  expect(desk.refused.value?.why).toBe('no-map');
});

/** A match that ended, as its result says to one of its players. */
function ended(change: Partial<ResultView> = {}, opponentIsBot = false): ResultView {
  const stats = {
    ownGoals: 0,
    goals: 2,
    assists: 1,
    saves: 0,
    shots: 3,
    touches: 9,
    possession: 50,
  };
  const one = { ...stats, isBest: false };
  const own = { ...one, name: 'Ana', team: TEAM_SUN as Team, self: true, isBot: false };
  const bo = { name: 'Bo', team: TEAM_WAVE as Team, self: false, isBot: opponentIsBot };
  const other = { ...one, ...bo };
  const players: readonly PlayerStats[] = [own, other];
  const score = {
    sun: 2,
    wave: 1,
    seconds: 90,
    winner: TEAM_SUN,
    isClaimed: false,
    ownTeam: TEAM_SUN,
  } as const;
  return { ...score, players, ...change };
}

test('[V18] a match is counted once, when it came to its end with this person in it', async () => {
  const { desk, world } = makeDesk();
  await desk.keep({ replay: recorded, result: null });
  expect(world.record.value).toEqual(EMPTY_RECORD);
  await desk.keep({ replay: recorded, result: ended() });
  expect(world.record.value.people).toMatchObject({ matches: 1, wins: 1, goals: 2, streak: 1 });
  expect(world.record.value.maps).toEqual([{ name: 'Classic', matches: 1 }]);
  await desk.keep({ replay: recorded, result: ended({ winner: TEAM_WAVE }, true) });
  expect(world.record.value.bots).toMatchObject({ matches: 1, wins: 0 });
  const watched = ended().players.map((player) => ({ ...player, self: false }));
  await desk.keep({ replay: recorded, result: ended({ players: watched }) });
  expect([world.record.value.people.matches, world.record.value.bots.matches]).toEqual([1, 1]);
});

test('[V19] the record can be saved, deleted, and had back until the list is left', async () => {
  const { desk, world } = makeDesk();
  await desk.keep({ replay: recorded, result: ended() });
  const { value } = world.record;
  desk.open();
  desk.saveRecord();
  expect(world.files).toEqual(['peerball-record.json']);
  desk.clearRecord();
  expect([world.record.value, desk.isRecordCleared.value]).toEqual([EMPTY_RECORD, true]);
  desk.restoreRecord();
  expect([world.record.value, desk.record.value]).toEqual([value, value]);
  desk.clearRecord();
  desk.open();
  desk.restoreRecord();
  expect(world.record.value).toEqual(EMPTY_RECORD);
});

test('[V35] [V36] where a match takes the screen the camera follows, and no video is recorded', async () => {
  const { watched, world, screen } = await watchRecorded();
  const end = vi.fn(() => Promise.resolve(null));
  world.recordClip = () => ({ end });
  watched.setFree();
  watched.toggleClip(() => {});
  expect([world.freeCamera.value === null, watched.clip.value]).toEqual([false, 'recording']);
  screen.value = { screen: 'match' };
  expect([world.freeCamera.value, watched.clip.value]).toEqual([null, 'none']);
  expect(end).toHaveBeenCalledOnce();
});
