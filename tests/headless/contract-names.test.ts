import { expect, test } from 'vitest';
import { createRoomObject } from '../../headless/script/room-object.ts';
import type { ScriptRoomObject } from '../../headless/script/published-object.ts';
import { ScriptRoom } from '../../headless/script/script-room.ts';
import { readSourceFiles } from '../../tools/project/source-files.ts';

/** The published interface: functions, events and constants, those that most scripts use first. */
const PUBLISHED = [
  'onPlayerJoin',
  'onPlayerChat',
  'onPlayerLeave',
  'getPlayerList',
  'setTimeLimit',
  'sendAnnouncement',
  'setScoreLimit',
  'setPlayerAdmin',
  'onTeamGoal',
  'onGameStop',
  'onGameStart',
  'onPlayerBallKick',
  'setCustomStadium',
  'setTeamsLock',
  'startGame',
  'onPlayerTeamChange',
  'setPlayerTeam',
  'stopGame',
  'kickPlayer',
  'onRoomLink',
  'getScores',
  'onGameTick',
  'onTeamVictory',
  'onPlayerKicked',
  'onGamePause',
  'onGameUnpause',
  'onPositionsReset',
  'onPlayerAdminChange',
  'setDefaultStadium',
  'onPlayerActivity',
  'onStadiumChange',
  'getPlayer',
  'pauseGame',
  'getBallPosition',
  'setTeamColors',
  'clearBans',
  'setPlayerAvatar',
  'getDiscProperties',
  'setPlayerDiscProperties',
  'getPlayerDiscProperties',
  'sendChat',
  'clearBan',
  'setPassword',
  'setDiscProperties',
  'startRecording',
  'stopRecording',
  'onKickRateLimitSet',
  'setKickRateLimit',
  'reorderPlayers',
  'CollisionFlags',
  'setRequireRecaptcha',
  'onTeamsLockChange',
  'getDiscCount',
] as const satisfies readonly (keyof ScriptRoomObject)[];

/** What the types name and no test would: this line is an error then. */
const UNNAMED: readonly Exclude<keyof ScriptRoomObject, (typeof PUBLISHED)[number]>[] = [];

/** Of the contract tests: those that look at another machine. */
const TITLES = readSourceFiles(['tests/headless'])
  .filter(({ path }) => /\/contract-(?!names)[\w-]+\.test\.ts$/.test(path))
  .flatMap(({ text }) => [...text.matchAll(/^test\(\s*'([^']+)'/gm)].map(([, title]) => title!));

test('the room object has all 53 of the published interface, and nothing else', () => {
  const object = createRoomObject(new ScriptRoom(() => {}));
  expect(PUBLISHED.length).toBe(53);
  expect(Object.keys(object).toSorted()).toEqual(PUBLISHED.toSorted());
  expect(UNNAMED).toEqual([]);
});

test('each of them has a contract test that is named after it', () => {
  expect(TITLES.length).toBeGreaterThan(30);
  const words = new Set(TITLES.flatMap((title) => title.match(/\w+/g) ?? []));
  expect(PUBLISHED.filter((name) => !words.has(name))).toEqual([]);
});
