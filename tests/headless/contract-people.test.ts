import { expect, test } from 'vitest';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { ScriptedRoom } from './scripted-room.ts';

// Each function and event of the published interface about people, its effect seen on another machine.

function settled(players = 2): ScriptedRoom {
  const lab = new ScriptedRoom({ players });
  lab.hearAll();
  lab.settle();
  return lab;
}

test('onPlayerJoin tells each newcomer once, on no team, with auth and conn', () => {
  const lab = new ScriptedRoom({ players: 2 });
  lab.hearAll();
  lab.settle();
  lab.simulated.addPeer();
  lab.until(() => lab.told('onPlayerJoin').length === 3);
  const [late] = lab.told('onPlayerJoin')[2]!;
  expect(late).toEqual({
    id: 3,
    name: 'Player 3',
    team: TEAM_NONE,
    admin: false,
    position: null,
    auth: 'peer-3',
    conn: '',
  });
  expect(lab.problems).toEqual([]);
});

test('auth and conn are what the lobby said of a player', () => {
  const lab = new ScriptedRoom({ players: 1 });
  lab.hearAll();
  lab.settle();
  const known = {
    peer: 'peer-2' as PeerId,
    auth: 'a'.repeat(43),
    conn: '0123456789abcdef01234567',
  };
  lab.tell({ type: 'people', people: [known] });
  lab.simulated.addPeer();
  lab.until(() => lab.told('onPlayerJoin').length === 2);
  expect(lab.told('onPlayerJoin')[1]).toMatchObject([{ auth: known.auth, conn: known.conn }]);
});

test('getPlayerList and getPlayer know the players, and a script without a player is none of them', () => {
  const { room } = settled();
  expect(room.getPlayerList().map(({ id, name }) => [id, name])).toEqual([
    [1, 'Player 1'],
    [2, 'Player 2'],
  ]);
  expect(room.getPlayer(2)?.name).toBe('Player 2');
  expect([room.getPlayer(0), room.getPlayer(9), room.getPlayer(Number.NaN)]).toEqual([
    null,
    null,
    null,
  ]);
});

test('a script with a player is number 0, and an admin', () => {
  const lab = new ScriptedRoom({ players: 1, config: {} });
  lab.until(() => lab.room.getPlayerList().length === 2);
  expect(lab.room.getPlayer(0)).toMatchObject({ id: 0, admin: true });
});

test('setPlayerTeam moves a player, and onPlayerTeamChange says so', () => {
  const lab = settled();
  lab.room.setPlayerTeam(1, TEAM_WAVE);
  lab.until(() => lab.memberAt(1)?.team === TEAM_WAVE);
  lab.until(() => lab.told('onPlayerTeamChange').some(([player]) => idOf(player) === 1));
  const [player, by] = lab.told('onPlayerTeamChange').at(-1)!;
  expect([player, by]).toMatchObject([{ id: 1, team: TEAM_WAVE }, null]);
  for (const team of [3, -1, Number.NaN, 'red'] as number[]) lab.room.setPlayerTeam(1, team);
  lab.run(300);
  expect(lab.memberAt(1)?.team).toBe(TEAM_WAVE);
});

test('a player that changes teams by itself is told with itself as the cause', () => {
  const lab = settled();
  const { session } = lab.simulated.peers[2]!;
  session.request({ type: 'team', member: session.self!, team: TEAM_SUN });
  lab.until(() => lab.told('onPlayerTeamChange').length > 0);
  expect(lab.told('onPlayerTeamChange')[0]).toMatchObject([{ id: 2, team: TEAM_SUN }, { id: 2 }]);
});

test('setPlayerAdmin gives rights and takes them, and onPlayerAdminChange says so', () => {
  const lab = settled();
  lab.room.setPlayerAdmin(1, true);
  lab.until(() => lab.memberAt(1)?.coHost === true);
  const { session } = lab.simulated.peers[1]!;
  session.request({ type: 'rules', rules: { scoreLimit: 9, timeLimitMinutes: 9 } });
  lab.until(() => lab.seen.room.rules.scoreLimit === 9);
  lab.room.setPlayerAdmin(1, false);
  lab.until(() => lab.memberAt(1)?.coHost === false);
  lab.until(() => lab.told('onPlayerAdminChange').length === 2);
  expect(lab.told('onPlayerAdminChange')).toMatchObject([
    [{ id: 1, admin: true }, null],
    [{ id: 1, admin: false }, null],
  ]);
});

test('kickPlayer sends away; onPlayerLeave comes before onPlayerKicked, which has reason and ban', () => {
  const lab = settled();
  lab.room.kickPlayer(2, 'too loud', true);
  lab.until(() => lab.memberAt(2) === undefined);
  lab.until(() => lab.told('onPlayerKicked').length === 1);
  const names = lab.heard.map(([name]) => name);
  expect(names.indexOf('onPlayerLeave')).toBe(names.indexOf('onPlayerKicked') - 1);
  expect(lab.told('onPlayerKicked')[0]).toMatchObject([{ id: 2 }, 'too loud', true, null]);
  expect(lab.room.getPlayer(2)).toBeNull();
  lab.until(() => lab.simulated.peers[2]!.session.state.state === 'closed');
});

test('onPlayerLeave tells of a player that leaves, once and without a kick', () => {
  const lab = settled();
  lab.simulated.peers[2]!.session.close();
  lab.until(() => lab.told('onPlayerLeave').length === 1);
  lab.run(500);
  expect(lab.told('onPlayerLeave')).toMatchObject([[{ id: 2, name: 'Player 2' }]]);
  expect(lab.told('onPlayerKicked')).toEqual([]);
});

test('clearBan and clearBans forgive those who were banned, and nobody else', () => {
  const lab = settled(3);
  lab.room.kickPlayer(1, '', true);
  lab.room.kickPlayer(2, '', false);
  lab.room.clearBan(2);
  lab.room.clearBan(1);
  lab.room.clearBans();
  lab.run(300);
  expect(lab.asked.filter(({ type }) => type === 'forgive')).toEqual([
    { type: 'forgive', peer: 'peer-1' },
    { type: 'forgive', peer: null },
  ]);
});

test('setPassword sets and takes a password; setRequireRecaptcha changes nothing', () => {
  const lab = settled(1);
  lab.room.setPassword('secret');
  lab.room.setPassword(null);
  lab.room.setRequireRecaptcha(true);
  lab.run(200);
  expect(lab.asked.filter(({ type }) => type !== 'open')).toEqual([
    { type: 'password', password: 'secret' },
    { type: 'password', password: null },
  ]);
});

test('setTeamsLock keeps players from changing teams, and onTeamsLockChange says so', () => {
  const lab = settled();
  lab.room.setTeamsLock(true);
  lab.until(() => lab.seen.room.areTeamsLocked);
  const { session } = lab.simulated.peers[2]!;
  session.request({ type: 'team', member: session.self!, team: TEAM_SUN });
  lab.run(500);
  expect(lab.memberAt(2)?.team).toBe(TEAM_NONE);
  lab.room.setTeamsLock(false);
  lab.until(() => lab.told('onTeamsLockChange').length === 2);
  expect(lab.told('onTeamsLockChange')).toEqual([
    [true, null],
    [false, null],
  ]);
});

test('reorderPlayers puts players at the top or the end of the list', () => {
  const lab = settled(3);
  const order = () => lab.room.getPlayerList().map(({ id }) => id);
  lab.room.reorderPlayers([3, 2], true);
  lab.until(() => order()[0] === 3);
  expect(order()).toEqual([3, 2, 1]);
  lab.room.reorderPlayers([3, 77], false);
  lab.until(() => lab.seen.room.members.at(-1)?.name === 'Player 3');
});

test('setPlayerAvatar puts letters on a disc, and null takes them off', () => {
  const lab = settled();
  lab.room.setPlayerAvatar(1, '⚽');
  lab.until(() => lab.memberAt(1)?.badge === '⚽');
  lab.room.setPlayerAvatar(1, null);
  lab.until(() => lab.memberAt(1)?.badge === null);
});

test('setTeamColors dresses a team', () => {
  const lab = settled(1);
  lab.room.setTeamColors(TEAM_SUN, 60, 0xffffff, [0xff0000, 0x00ff00, 0x0000ff, 0x123456]);
  lab.until(() => lab.seen.room.kits.sun !== null);
  expect(lab.seen.room.kits.sun).toEqual({
    angle: 60,
    text: 0xffffff,
    stripes: [0xff0000, 0x00ff00, 0x0000ff],
  });
});

test('onPlayerActivity tells of a player that presses something', () => {
  const lab = settled(2);
  const active = new Set<number>();
  lab.room.onPlayerActivity = ({ id }) => active.add(id);
  lab.room.setPlayerTeam(1, TEAM_SUN);
  lab.until(() => lab.memberAt(1)?.seat !== null);
  lab.run(300);
  active.clear();
  lab.simulated.peers[1]!.player.held = 4;
  lab.until(() => active.size > 0);
  expect([...active]).toEqual([1]);
});

test('a handler that throws is named, and the next event comes all the same', () => {
  const lab = settled(1);
  lab.room.onPlayerTeamChange = () => {
    throw new Error('a bug of the script');
  };
  lab.room.setPlayerTeam(1, TEAM_SUN);
  lab.until(() => lab.problems.length === 1);
  expect(lab.problems[0]).toMatchObject({ event: 'onPlayerTeamChange' });
  lab.room.setTeamsLock(true);
  lab.until(() => lab.told('onTeamsLockChange').length === 1);
});

function idOf(player: unknown): number {
  return Number(Reflect.get(Object(player), 'id'));
}
