import { expect, test } from 'vitest';
import { CLASSIC } from '../../shared/stadium/built-in/classic.ts';
import { formatStadium } from '../../shared/stadium/format/format-stadium.ts';
import { decodeReplay, replayTicks } from '../../shared/wire/replay-file.ts';
import { FLAG } from '../../shared/sim/physics/arena.ts';
import { BALL_DISC, DISC_X, MATCH, PAUSED, PHASE } from '../../shared/sim/match-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { ScriptedRoom } from './scripted-room.ts';

// Each function and event of the published interface about the match, its effect seen on another machine.

/** Ticks after a goal until everybody is at the kick-off again, and after a win until the match is over. */
const AFTER_GOAL_MS = 6_000;

function settled(players = 2): ScriptedRoom {
  const lab = new ScriptedRoom({ players });
  lab.hearAll();
  lab.settle();
  return lab;
}

/** A match between players 1 and 2 that has been kicked off. */
function playing(): ScriptedRoom {
  const lab = settled();
  lab.room.setPlayerTeam(1, TEAM_SUN);
  lab.room.setPlayerTeam(2, TEAM_WAVE);
  lab.room.startGame();
  lab.until(() => lab.seen.match.ints[MATCH.phase] === PHASE.kickOff);
  lab.room.setDiscProperties(0, { xspeed: 0.5 });
  lab.until(() => lab.seen.match.ints[MATCH.phase] === PHASE.playing);
  return lab;
}

/** The ball into the goal of the team on the right. */
function score(lab: ScriptedRoom): void {
  lab.room.setDiscProperties(0, { x: 360, y: 0, xspeed: 10, yspeed: 0 });
  lab.until(() => lab.seen.match.ints[MATCH.phase] === PHASE.goal);
}

const phaseOf = (lab: ScriptedRoom) => lab.seen.match.ints[MATCH.phase];

test('startGame begins a match, stopGame ends it, and onGameStart and onGameStop say so', () => {
  const lab = settled(1);
  expect(lab.room.getScores()).toBeNull();
  lab.room.startGame();
  lab.until(() => phaseOf(lab) === PHASE.countdown);
  lab.until(() => lab.told('onGameStart').length === 1);
  expect(lab.room.getScores()).toMatchObject({ red: 0, blue: 0, time: 0 });
  lab.room.stopGame();
  lab.until(() => phaseOf(lab) === PHASE.warmUp);
  lab.until(() => lab.told('onGameStop').length === 1);
  expect([lab.told('onGameStart'), lab.told('onGameStop')]).toEqual([[[null]], [[null]]]);
  expect([lab.room.getScores(), lab.room.getBallPosition()]).toEqual([null, null]);
});

test('a player with rights that begins a match is told as the one who did', () => {
  const lab = settled(2);
  lab.room.setPlayerAdmin(2, true);
  lab.until(() => lab.memberAt(2)?.coHost === true);
  lab.simulated.peers[2]!.session.request({ type: 'start' });
  lab.until(() => lab.told('onGameStart').length === 1);
  expect(lab.told('onGameStart')).toMatchObject([[{ id: 2 }]]);
});

test('pauseGame pauses and goes on, and onGamePause and onGameUnpause say so', () => {
  const lab = playing();
  lab.room.pauseGame(true);
  lab.until(() => lab.seen.match.ints[MATCH.pause] === PAUSED);
  lab.room.pauseGame(false);
  lab.until(() => lab.seen.match.ints[MATCH.pause] !== PAUSED);
  lab.until(() => lab.told('onGameUnpause').length === 1);
  expect([lab.told('onGamePause'), lab.told('onGameUnpause')]).toEqual([[[null]], [[null]]]);
});

test('onGameTick comes once for each final tick of a match, and not in a pause', () => {
  const lab = playing();
  let ticks = 0;
  const first = lab.room.getScores()!.time;
  lab.room.onGameTick = () => {
    ticks += 1;
  };
  lab.run(500);
  const clock = Math.round((lab.room.getScores()!.time - first) * 60);
  expect(ticks).toBe(clock);
  lab.room.pauseGame(true);
  lab.until(() => lab.told('onGamePause').length === 1);
  ticks = 0;
  lab.run(300);
  expect(ticks).toBe(0);
});

test('setScoreLimit and setTimeLimit hold for the next match, and nothing that is no number does', () => {
  const lab = settled(1);
  lab.room.setScoreLimit(7);
  lab.room.setTimeLimit(12);
  lab.until(() => lab.seen.room.rules.timeLimitMinutes === 12);
  expect(lab.seen.room.rules).toEqual({ scoreLimit: 7, timeLimitMinutes: 12 });
  lab.room.setScoreLimit(Number.NaN);
  lab.room.setScoreLimit(1_000);
  lab.until(() => lab.seen.room.rules.scoreLimit === 99);
  lab.room.startGame();
  lab.until(() => lab.room.getScores() !== null);
  expect(lab.room.getScores()).toMatchObject({ scoreLimit: 99, timeLimit: 12 * 60 });
});

test('setCustomStadium brings a map to everybody, and onStadiumChange says what it is called', () => {
  const lab = settled();
  const text = formatStadium({ ...CLASSIC, name: 'Our own' });
  lab.room.setCustomStadium(text);
  lab.until(() => lab.seen.room.stadium.length > 20);
  lab.until(() => lab.told('onStadiumChange').length === 1);
  expect(lab.told('onStadiumChange')).toEqual([['Our own', null]]);
  expect(() => lab.room.setCustomStadium('{"name": 3')).toThrow('no stadium');
});

test('setDefaultStadium takes the published names, and what is none changes nothing', () => {
  const lab = settled(1);
  lab.room.setDefaultStadium('Big');
  lab.until(() => lab.seen.room.stadium === 'big');
  lab.until(() => lab.told('onStadiumChange').length === 1);
  lab.room.setDefaultStadium('Moon');
  lab.run(200);
  expect(lab.told('onStadiumChange')).toEqual([['Big', null]]);
});

test('a stop, a map and a start in one breath come in that order', () => {
  const lab = playing();
  lab.room.stopGame();
  lab.room.setDefaultStadium('Small');
  lab.room.startGame();
  lab.until(() => lab.told('onGameStart').length === 2);
  lab.until(() => lab.seen.room.stadium === 'small');
  const names = lab.heard.map(([name]) => name).slice(-3);
  expect(names).toEqual(['onGameStop', 'onStadiumChange', 'onGameStart']);
});

test('onTeamGoal, then onPositionsReset, and getScores has the goal', () => {
  const lab = playing();
  score(lab);
  lab.until(() => lab.told('onTeamGoal').length === 1);
  expect(lab.told('onTeamGoal')).toEqual([[TEAM_SUN]]);
  expect(lab.room.getScores()).toMatchObject({ red: 1, blue: 0 });
  expect(lab.told('onPositionsReset').length).toBe(0);
  lab.until(() => lab.told('onPositionsReset').length === 1, AFTER_GOAL_MS);
});

test('onTeamVictory has the final scores, and the match is stopped a moment later', () => {
  const lab = settled();
  lab.room.setScoreLimit(1);
  lab.until(() => lab.seen.room.rules.scoreLimit === 1);
  lab.room.setPlayerTeam(1, TEAM_SUN);
  lab.room.startGame();
  lab.until(() => phaseOf(lab) === PHASE.kickOff);
  lab.room.setDiscProperties(0, { xspeed: 0.5 });
  lab.until(() => phaseOf(lab) === PHASE.playing);
  score(lab);
  lab.until(() => lab.told('onTeamVictory').length === 1, AFTER_GOAL_MS);
  expect(lab.told('onTeamVictory')).toMatchObject([[{ red: 1, blue: 0, scoreLimit: 1 }]]);
  lab.room.startGame();
  lab.until(() => lab.told('onGameStart').length === 2);
  expect(lab.told('onGameStop')).toEqual([[null]]);
});

test('onPlayerBallKick tells which player kicked, once for each kick', () => {
  const lab = playing();
  const at = lab.room.getPlayer(1)!.position!;
  lab.room.setDiscProperties(0, { x: at.x + 30, y: at.y, xspeed: 0, yspeed: 0 });
  lab.run(100);
  lab.simulated.peers[1]!.player.held = 16 + 8;
  lab.until(() => lab.told('onPlayerBallKick').length > 0);
  expect(lab.told('onPlayerBallKick')).toMatchObject([[{ id: 1, team: TEAM_SUN }]]);
});

test('setKickRateLimit holds for everybody, and onKickRateLimitSet has its numbers', () => {
  const lab = settled(1);
  lab.room.setKickRateLimit(6, 15, 4);
  lab.until(() => lab.seen.match.ints[MATCH.kickRate] === 15);
  lab.until(() => lab.told('onKickRateLimitSet').length === 1);
  expect(lab.told('onKickRateLimitSet')).toEqual([[6, 15, 4, null]]);
});

test('getBallPosition, getPlayer and the disc of each agree with the world of another machine', () => {
  const lab = playing();
  lab.room.setDiscProperties(0, { x: 12.5, y: -40, xspeed: 0, yspeed: 0 });
  lab.until(() => Math.abs(lab.seen.match.discs[DISC_X]! - 12.5) < 1);
  lab.run(100);
  const ball = lab.room.getBallPosition()!;
  expect(ball).toEqual({ x: lab.seen.match.discs[BALL_DISC + DISC_X], y: -40 });
  expect(lab.room.getDiscProperties(0)).toMatchObject(ball);
  const disc = lab.room.getPlayerDiscProperties(2);
  expect(lab.room.getPlayer(2)!.position).toEqual({ x: disc.x, y: disc.y });
  expect(disc.x).toBeGreaterThan(0);
  expect(lab.room.getDiscProperties(lab.room.getDiscCount() - 1)).toEqual(disc);
  expect(lab.room.getDiscProperties(lab.room.getDiscCount())).toBeNull();
});

test('getDiscCount, getDiscProperties and getPlayerDiscProperties have every disc as another machine has it', () => {
  const lab = settled(3);
  expect([lab.room.getDiscCount(), lab.room.getDiscProperties(0)]).toEqual([0, null]);
  expect(lab.room.getPlayerDiscProperties(1)).toBeNull();
  lab.room.setPlayerTeam(1, TEAM_SUN);
  lab.room.setPlayerTeam(2, TEAM_WAVE);
  lab.room.startGame();
  lab.until(() => phaseOf(lab) === PHASE.kickOff);
  const { arena, match } = lab.seen;
  expect(lab.room.getDiscCount()).toBe(arena.firstPlayerDisc + 2);
  const seen = (disc: number) => ({
    x: match.discs[disc * 4],
    y: match.discs[disc * 4 + 1],
    xspeed: match.discs[disc * 4 + 2],
    radius: arena.discs.radius[disc],
    bCoeff: arena.discs.bCoef[disc],
    invMass: arena.discs.invMass[disc],
    damping: arena.discs.damping[disc],
    cMask: arena.discs.cMask[disc],
    cGroup: arena.discs.cGroup[disc],
  });
  for (let disc = 0; disc < arena.firstPlayerDisc; disc += 1) {
    expect(lab.room.getDiscProperties(disc)).toMatchObject(seen(disc));
  }
  const disc = arena.firstPlayerDisc + lab.memberAt(2)!.seat!;
  expect(lab.room.getPlayerDiscProperties(2)).toMatchObject(seen(disc));
  expect(lab.room.getPlayerDiscProperties(3)).toBeNull();
  for (const index of [-1, 0.5, Number.NaN, 999]) {
    expect(lab.room.getDiscProperties(index)).toBeNull();
  }
});

test('setDiscProperties makes a disc of the map another one, for everybody', () => {
  const lab = playing();
  lab.room.setDiscProperties(0, { radius: 30, invMass: 0.5, color: 0xff0000, xgravity: 0.25 });
  lab.until(() => lab.seen.arena.discs.radius[0] === 30);
  lab.run(100);
  expect(lab.room.getDiscProperties(0)).toMatchObject({
    radius: 30,
    invMass: 0.5,
    color: 0xff0000,
    xgravity: 0.25,
  });
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY, 1e30, 'left'] as number[]) {
    lab.room.setDiscProperties(0, { x });
  }
  lab.run(200);
  expect(lab.problems).toEqual([]);
});

test('setPlayerDiscProperties moves and freezes a player, for everybody', () => {
  const lab = playing();
  lab.room.setPlayerDiscProperties(2, { x: 100, y: 50, invMass: 1e-10, cGroup: FLAG.blue });
  const { firstPlayerDisc } = lab.seen.arena;
  const disc = firstPlayerDisc + lab.memberAt(2)!.seat!;
  lab.until(() => lab.seen.match.discs[disc * 4] === 100);
  lab.run(100);
  expect(lab.room.getPlayerDiscProperties(2)).toMatchObject({ x: 100, y: 50, cGroup: FLAG.blue });
});

test('CollisionFlags are those of stadium files', () => {
  const { room } = settled(1);
  expect(room.CollisionFlags).toMatchObject({ ball: 1, red: 2, blue: 4, wall: 32, kick: 64 });
});

test('startRecording and stopRecording give the bytes of a replay of what was between', () => {
  const lab = playing();
  expect(lab.room.stopRecording()).toBeNull();
  lab.room.startRecording();
  lab.run(1_000);
  const replay = decodeReplay(lab.room.stopRecording()!);
  const ticks = replay.ok ? replayTicks(replay.value) : 0;
  expect([ticks > 50, ticks < 70]).toEqual([true, true]);
  expect(lab.room.stopRecording()).toBeNull();
});
