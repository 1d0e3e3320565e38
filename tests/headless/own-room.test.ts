import { expect, test } from 'vitest';
import type { ChatLine } from '../../shared/netplay/chat/chat.ts';
import { colorOf } from '../../shared/room/discs.ts';
import { INPUT_KICK, INPUT_RIGHT, INPUT_UP } from '../../shared/sim/input.ts';
import { MATCH, PAUSED, PHASE } from '../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { CLASSIC } from '../../shared/stadium/built-in/classic.ts';
import { formatStadium } from '../../shared/stadium/format/format-stadium.ts';
import { decodeReplay } from '../../shared/wire/replay-file.ts';
import { OwnLab } from './own-lab.ts';
import { ROOM_URL } from './scripted-room.ts';

// The interface of our own: what a script asks seen on another machine, what others do heard by the script.

/** What a machine shows from now on. */
function watch(lab: OwnLab, place: number): ChatLine[] {
  const shown: ChatLine[] = [];
  const { session } = lab.simulated.peers[place]!;
  lab.eachTurn = () => void shown.push(...session.chat.take());
  return shown;
}

test('openRoom opens a room as it was asked for, and link and join tell of it', () => {
  const lab = new OwnLab();
  expect(lab.asked).toMatchObject([{ type: 'open', wish: { title: 'Own', hasNoPlayer: true } }]);
  expect([lab.values('link'), lab.own.link]).toEqual([[[ROOM_URL]], ROOM_URL]);
  expect(lab.values('join')).toMatchObject([
    [{ id: 1, name: 'Player 1', isBot: false, identity: 'peer-1', team: 'none', isHere: true }],
    [{ id: 2, name: 'Player 2' }],
  ]);
  expect(lab.own.players).toEqual([lab.values('join')[0]![0], lab.values('join')[1]![0]]);
  expect([lab.own.match, lab.own.ball, lab.own.map]).toEqual([null, null, 'Classic']);
});

test('a player that leaves is told of once, and can still be read', () => {
  const lab = new OwnLab();
  const player = lab.player(2);
  player.moveTo('wave');
  lab.until(() => player.team === 'wave');
  lab.simulated.peers[2]!.session.close();
  lab.until(() => lab.values('leave').length > 0);
  expect(lab.values('leave')).toEqual([[player]]);
  expect([player.isHere, player.name, player.team, player.motion, player.buttons]).toEqual([
    false,
    'Player 2',
    'wave',
    null,
    null,
  ]);
  expect(lab.values('sentAway')).toEqual([]);
});

test('sendAway sends away, forgive and forgiveAll let come again', () => {
  const lab = new OwnLab();
  const player = lab.player(2);
  player.sendAway('too loud');
  lab.until(() => lab.memberAt(2) === undefined);
  lab.until(() => lab.values('sentAway').length === 1);
  expect(lab.values('sentAway')).toEqual([[player, null, 'too loud']]);
  player.forgive();
  lab.own.forgiveAll();
  expect(lab.asked.filter(({ type }) => type === 'forgive')).toEqual([
    { type: 'forgive', peer: 'peer-2' },
    { type: 'forgive', peer: null },
  ]);
});

test('moveTo changes teams and lockTeams keeps others from it; team says who did it', () => {
  const lab = new OwnLab();
  lab.player(1).moveTo('wave');
  lab.until(() => lab.memberAt(1)?.team === TEAM_WAVE);
  lab.until(() => lab.values('team').length === 1);
  lab.player(1).moveTo('red' as 'sun');
  lab.own.lockTeams(true);
  lab.until(() => lab.seen.room.areTeamsLocked);
  const { session } = lab.simulated.peers[2]!;
  session.request({ type: 'team', member: session.self!, team: TEAM_SUN });
  lab.run(300);
  expect(lab.memberAt(2)?.team).toBe(TEAM_NONE);
  lab.own.lockTeams(false);
  lab.until(() => !lab.seen.room.areTeamsLocked);
  session.request({ type: 'team', member: session.self!, team: TEAM_SUN });
  lab.until(() => lab.values('team').length === 2);
  expect(lab.values('team')).toEqual([
    [lab.player(1), null],
    [lab.player(2), lab.player(2)],
  ]);
});

test('giveRights gives and takes the rights of the host', () => {
  const lab = new OwnLab();
  const player = lab.player(1);
  player.giveRights(true);
  lab.until(() => lab.memberAt(1)?.coHost === true);
  lab.until(() => player.hasRights);
  player.giveRights(false);
  lab.until(() => lab.memberAt(1)?.coHost === false);
  lab.until(() => lab.values('rights').length === 2);
  expect(lab.values('rights')[0]).toEqual([player, null]);
});

test('a room whose script listens to no chat does not make others wait for it', () => {
  const lab = new OwnLab();
  lab.run(300);
  expect(lab.memberAt(0)?.filters).toBe(false);
  const end = lab.own.on('chat', () => true);
  lab.until(() => lab.memberAt(0)?.filters === true);
  end();
  lab.until(() => lab.memberAt(0)?.filters === false);
});

test('chat hears each line, and the one that a listener answers with false is shown to nobody', () => {
  const lab = new OwnLab();
  const heard: string[] = [];
  lab.own.on('chat', (player, text) => {
    heard.push(`${player.id} ${text}`);
    return !text.startsWith('!');
  });
  lab.own.on('chat', () => true);
  lab.until(() => lab.memberAt(0)?.filters === true);
  const shown = watch(lab, 2);
  lab.simulated.peers[1]!.session.chat.say('!secret', 'all');
  lab.simulated.peers[1]!.session.chat.say('hello', 'all');
  lab.until(() => shown.length > 0);
  lab.run(2_500);
  expect(heard).toEqual(['1 !secret', '1 hello']);
  expect(shown).toMatchObject([{ kind: 'text', text: 'hello' }]);
});

test('say is heard by all, or by one player, as it is to look and sound', () => {
  const lab = new OwnLab();
  const shown = watch(lab, 2);
  lab.own.say('to all', { color: 0xff8800, style: 'small-bold', sound: 'notice' });
  lab.player(1).say('to another');
  lab.player(2).say('to one');
  lab.until(() => shown.length === 2);
  expect(shown).toMatchObject([
    { text: 'to all', color: 0xff8800, style: 'small-bold', sound: 'notice', isPrivate: false },
    { text: 'to one', color: null, style: 'normal', sound: 'chat', isPrivate: true },
  ]);
});

test('start, pause, resume and stop run the match, and match has its clock', () => {
  const lab = new OwnLab();
  lab.own.setLimits({ goals: 5, minutes: 2 });
  lab.until(() => lab.seen.room.rules.scoreLimit === 5);
  lab.play();
  lab.run(500);
  const { match } = lab.own;
  expect(match).toMatchObject({ phase: 'playing', isPaused: false, goalLimit: 5 });
  expect(match!.seconds + match!.secondsLeft!).toBeCloseTo(120);
  expect(match!.seconds).toBeGreaterThan(0.3);
  lab.own.pause();
  lab.until(() => lab.seen.match.ints[MATCH.pause] === PAUSED);
  lab.until(() => lab.own.match?.isPaused === true);
  lab.own.resume();
  lab.until(() => lab.seen.match.ints[MATCH.pause] !== PAUSED);
  lab.own.stop();
  lab.until(() => lab.phase === PHASE.warmUp);
  lab.until(() => lab.values('stop').length === 1);
  const names = lab.events
    .map(([name]) => name)
    .filter((name) => /^(start|pause|re|stop)/.test(name));
  expect(names).toEqual(['start', 'pause', 'resume', 'stop']);
});

test('a match of a room without a time limit has no seconds left to it', () => {
  const lab = new OwnLab();
  lab.own.setLimits({ minutes: 0 });
  lab.until(() => lab.seen.room.rules.timeLimitMinutes === 0);
  lab.play();
  expect(lab.own.match?.secondsLeft).toBeNull();
});

test('setMap takes a name or the text of a map, and map says which one it is', () => {
  const lab = new OwnLab();
  lab.own.setMap('Big');
  lab.until(() => lab.seen.room.stadium === 'big');
  lab.own.setMap(formatStadium({ ...CLASSIC, name: 'Our own' }));
  lab.until(() => lab.values('map').length === 2);
  lab.until(() => lab.seen.room.stadium.length > 20);
  expect([lab.values('map'), lab.own.map]).toEqual([
    [
      ['Big', null],
      ['Our own', null],
    ],
    'Our own',
  ]);
  expect(() => lab.own.setMap('Moon')).toThrow('no stadium');
});

test('buttons are what a player holds in the newest final tick, and the event says that they changed', () => {
  const lab = new OwnLab();
  lab.player(1).moveTo('sun');
  lab.until(() => lab.player(1).buttons !== null);
  const changed = new Set<number>();
  lab.own.on('buttons', ({ id }) => void changed.add(id));
  lab.simulated.peers[1]!.player.held = INPUT_RIGHT | INPUT_UP | INPUT_KICK;
  lab.until(() => lab.player(1).buttons?.kick === true);
  expect(lab.player(1).buttons).toEqual({ x: 1, y: -1, kick: true });
  expect([...changed]).toEqual([1]);
  expect(lab.player(2).buttons).toBeNull();
});

test('a bot comes, changes its level and is sent away', () => {
  const lab = new OwnLab();
  lab.own.addBot('wave', 'rookie');
  lab.own.addBot('none' as 'sun');
  lab.own.addBot('sun', 'genius' as 'pro');
  lab.until(() => lab.own.players.length === 3);
  const bot = lab.own.players.find(({ isBot }) => isBot)!;
  expect([bot.team, bot.identity, lab.values('join').at(-1)]).toEqual(['wave', null, [bot]]);
  const seen = () => lab.seen.room.members.find(({ type }) => type === 'bot');
  bot.setLevel('ace');
  lab.until(() => seen()?.type === 'bot' && Reflect.get(seen()!, 'level') === 'ace');
  bot.sendAway();
  lab.until(() => seen() === undefined);
  lab.run(300);
  expect(lab.own.players.length).toBe(2);
});

test('change moves and shapes a disc for everybody; motion and ball are where they are', () => {
  const lab = new OwnLab().play();
  lab.player(2).change({ x: 100, y: 50, radius: 25, inverseMass: 0 });
  lab.own.changeBall({ x: -30, y: 20, speedX: 0, speedY: 0 });
  lab.until(() => lab.at(2)[0] === 100);
  lab.run(100);
  expect(lab.seen.arena.discs.radius[lab.discOf(2)]).toBe(25);
  expect(lab.player(2).motion).toEqual({ x: 100, y: 50, speedX: 0, speedY: 0 });
  expect(lab.own.ball).toEqual({ x: -30, y: 20, speedX: 0, speedY: 0 });
  lab.player(2).change({ x: Number.NaN });
  lab.run(100);
  expect(lab.problems).toEqual([]);
});

test('spawn says where players stand at each kick-off, and of those who come into the match', () => {
  const lab = new OwnLab(3);
  lab.own.spawn(({ id }) => (id === 2 ? null : { x: -100 - 10 * id, y: 40 * id }));
  lab.play();
  expect(lab.at(1)).toEqual([-110, 40]);
  expect(lab.at(2)[0]).toBeGreaterThan(0);
  lab.player(3).moveTo('sun');
  lab.until(() => lab.memberAt(3)?.seat !== null && lab.at(3)[0] === -130);
  lab.own.changeBall({ x: 360, y: 0, speedX: 10, speedY: 0 });
  lab.until(() => lab.values('kickOff').length === 1, 8_000);
  lab.until(() => lab.phase === PHASE.kickOff);
  expect(lab.at(1)).toEqual([-110, 40]);
  lab.own.spawn(() => {
    throw new Error('a bug of the script');
  });
  lab.own.stop();
  lab.until(() => lab.phase === PHASE.warmUp);
  lab.own.start();
  lab.until(() => lab.phase === PHASE.countdown);
  lab.until(() => lab.problems.length > 0);
  expect(lab.problems[0]).toMatchObject({ event: 'spawn' });
});

test('paint keeps a player in its colour through teams and matches, until it is taken back', () => {
  const lab = new OwnLab();
  const shown = () => colorOf(lab.seen.room, lab.discOf(1));
  const player = lab.player(1);
  player.paint(0x12ab34);
  lab.play();
  lab.until(() => shown() === 0x12ab34);
  player.moveTo('wave');
  lab.until(() => lab.memberAt(1)?.team === TEAM_WAVE && shown() === 0x12ab34);
  player.paint(null);
  lab.own.stop();
  lab.until(() => lab.phase === PHASE.warmUp);
  lab.run(1_500);
  expect(shown()).toBeNull();
});

test('wear and dress say what is on discs', () => {
  const lab = new OwnLab();
  lab.player(1).wear('🏆');
  lab.own.dress('sun', { stripes: [0xff0000, 0x00ff00], angle: 60 });
  lab.until(() => lab.memberAt(1)?.badge === '🏆' && lab.seen.room.kits.sun !== null);
  expect(lab.seen.room.kits.sun).toEqual({
    angle: 60,
    text: 0xffffff,
    stripes: [0xff0000, 0x00ff00],
  });
  lab.player(1).wear(null);
  lab.own.dress('sun', null);
  lab.until(() => lab.memberAt(1)?.badge === null && lab.seen.room.kits.sun === null);
});

test('kick, goal and win say which players they are of', () => {
  const lab = new OwnLab();
  lab.own.setLimits({ goals: 1 });
  lab.until(() => lab.seen.room.rules.scoreLimit === 1);
  lab.play();
  lab.player(1).change({ x: 300, y: 0, speedX: 0, speedY: 0 });
  lab.own.changeBall({ x: 330, y: 0, speedX: 0, speedY: 0 });
  lab.run(100);
  lab.simulated.peers[1]!.player.held = INPUT_RIGHT | INPUT_KICK;
  lab.until(() => lab.values('goal').length === 1);
  expect(lab.values('kick')[0]).toEqual([lab.player(1)]);
  expect(lab.values('goal')[0]).toEqual([
    {
      team: 'sun',
      scorer: lab.player(1),
      assist: null,
      isOwnGoal: false,
      score: { sun: 1, wave: 0 },
    },
  ]);
  lab.until(() => lab.values('win').length === 1);
  expect(lab.values('win')).toEqual([['sun', { sun: 1, wave: 0 }]]);
});

test('after and every run in the time of the room, and tick comes with each final one', () => {
  const lab = new OwnLab();
  const [begin, ran, ticks] = [lab.own.tick, [] as number[], [] as number[]];
  const endTicks = lab.own.on('tick', () => void ticks.push(lab.own.tick));
  lab.own.after(0.5, () => void ran.push(lab.own.tick - begin));
  const end = lab.own.every(1, () => void ran.push(lab.own.tick - begin));
  lab.own.after(1.5, () => {
    throw new Error('a bug of the script');
  });
  lab.run(2_300);
  end();
  endTicks();
  const count = ticks.length;
  lab.run(2_000);
  expect(ran).toEqual([30, 60, 120]);
  expect(ticks).toEqual(Array.from({ length: count }, (_, index) => begin + 1 + index));
  expect(lab.problems).toMatchObject([{ event: 'timer' }]);
});

test('setPassword, and record, which gives a replay', () => {
  const lab = new OwnLab();
  lab.own.setPassword('secret');
  lab.own.setPassword(null);
  expect(lab.asked.slice(1)).toEqual([
    { type: 'password', password: 'secret' },
    { type: 'password', password: null },
  ]);
  const stop = lab.own.record();
  lab.run(500);
  expect(decodeReplay(stop()!).ok).toBe(true);
  expect(stop()).toBeNull();
});

test('a listener that throws is named, and the others hear of it all the same', () => {
  const lab = new OwnLab();
  lab.own.on('team', () => {
    throw new Error('a bug of the script');
  });
  let heard = 0;
  lab.own.on('team', () => void (heard += 1));
  lab.player(1).moveTo('sun');
  lab.until(() => heard === 1);
  expect(lab.problems).toMatchObject([{ event: 'team' }]);
  expect(() => lab.own.on('goal', 'none' as never)).toThrow('no function');
});
