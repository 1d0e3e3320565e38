import { expect, test } from 'vitest';
import { ANNOUNCEMENT_TEXT_MAX, fitAnnouncement } from '../../shared/netplay/chat/announcement.ts';
import type { ChatLine } from '../../shared/netplay/chat/chat.ts';
import { AskedLines, UNFILTERED_AFTER_MS } from '../../shared/netplay/chat/chat-filter.ts';
import { SCRIPT_RATE } from '../../shared/netplay/chat/chat-limit.ts';
import { findPerson } from '../../shared/room/room-state.ts';
import { ANNOUNCEMENT_TEXT_MAX_BYTES } from '../../shared/wire/announcement.ts';
import { LaneLiar } from '../simulation/lane-liar.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 };
const PLAIN = { to: null, color: null, style: 'normal', sound: 'chat' } as const;

/** The first one is the host and a script that filters, if asked for. */
function openRoom(peers: number, filters: boolean): SimulatedRoom {
  const room = new SimulatedRoom({ seed: 5, conditions: FAIR });
  for (let count = 0; count < peers; count++) room.addPeer();
  const isComplete = ({ session }: SimulatedPeer): boolean =>
    session.state.state === 'live' && session.engine.room.members.length === peers;
  expect(room.run(8_000, () => room.peers.every(isComplete))).toBe(true);
  room.peers[0]!.session.chat.asked = new AskedLines();
  room.peers[0]!.session.request({ type: 'script', filters });
  room.run(1_500);
  return room;
}

function textsOf({ session }: SimulatedPeer): readonly string[] {
  return session.chat.take().map((line: ChatLine) => (line.kind === 'quick' ? '#' : line.text));
}

test('[N61] a line is shown to nobody before the script passed it, and then to everybody once', () => {
  const room = openRoom(3, true);
  const [script, ben, carla] = room.peers as [SimulatedPeer, SimulatedPeer, SimulatedPeer];
  expect(ben.session.chat.say('hello', 'all')).toBeNull();
  room.run(800);
  expect(room.peers.map(textsOf)).toEqual([[], [], []]);
  const asked = script.session.chat.takeAsked();
  expect(asked).toMatchObject([{ author: ben.session.self, kind: 'text', text: 'hello' }]);
  script.session.chat.judge(asked[0]!.id, true);
  script.session.chat.judge(asked[0]!.id, true);
  room.run(4_000);
  expect(room.peers.map(textsOf)).toEqual([['hello'], ['hello'], ['hello']]);
  expect(carla.session.chat.dropped).toBe(0);
});

test('[N61] a line that the script hides is shown to nobody, its author neither', () => {
  const room = openRoom(3, true);
  const [script, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  ben.session.chat.say('!secret', 'all');
  ben.session.chat.sayQuick(1);
  room.run(500);
  for (const { id } of script.session.chat.takeAsked()) script.session.chat.judge(id, false);
  room.run(5_000);
  expect(room.peers.map(textsOf)).toEqual([[], [], []]);
});

test('[N61] for a team it goes to the script, and to that team alone', () => {
  const room = openRoom(4, true);
  const [script, ben, carla, dan] = room.peers as SimulatedPeer[];
  for (const [peer, team] of [
    [ben!, 1],
    [carla!, 1],
    [dan!, 2],
  ] as const) {
    peer.session.request({ type: 'team', member: peer.session.self!, team });
  }
  room.run(1_000);
  expect(ben!.session.chat.say('left', 'team')).toBeNull();
  room.run(500);
  for (const { id } of script!.session.chat.takeAsked()) script!.session.chat.judge(id, true);
  room.run(1_000);
  expect([ben!, carla!, dan!].map(textsOf)).toEqual([['left'], ['left'], []]);
});

test('[N61] the script itself is not asked, and its word reaches everybody at once', () => {
  const room = openRoom(3, true);
  room.peers[0]!.session.chat.say('welcome', 'all');
  room.run(500);
  expect(room.peers.map(textsOf)).toEqual([['welcome'], ['welcome'], ['welcome']]);
  expect(room.peers[0]!.session.chat.takeAsked()).toEqual([]);
});

test('[N61] where the script is away chat goes on without it, within two seconds', () => {
  const room = openRoom(4, true);
  const [script, ben, carla, dan] = room.peers as [
    SimulatedPeer,
    SimulatedPeer,
    SimulatedPeer,
    SimulatedPeer,
  ];
  ben.session.chat.say('lost with it', 'all');
  room.crash(script);
  room.run(UNFILTERED_AFTER_MS + 300);
  const lost = 'lost with it';
  expect([ben, carla, dan].map(textsOf)).toEqual([[lost], [lost], [lost]]);
  room.run(4_000);
  const seen = carla.session.world.room;
  expect(findPerson(seen, script.session.self ?? seen.host)).toMatchObject({ absent: true });
  ben.session.chat.say('still here', 'all');
  room.run(400);
  const here = 'still here';
  expect([ben, carla, dan].map(textsOf)).toEqual([[here], [here], [here]]);
});

test('[N61] a member that does not ask the script is heard by nobody', () => {
  const room = openRoom(3, true);
  const [, ben, carla] = room.peers as [SimulatedPeer, SimulatedPeer, SimulatedPeer];
  // As a changed client would: to the other one, over the link between them.
  const said = { type: 'chat', mark: 3, toTeam: false, text: 'psst', author: null } as const;
  new LaneLiar(room, ben, carla).say({ ...said, relayTo: [] });
  room.run(200);
  expect([textsOf(carla), carla.session.chat.dropped]).toEqual([[], 1]);
});

test('[N63] an announcement has its colour and style, and is for all or for one', () => {
  const room = openRoom(3, false);
  const [script, ben, carla] = room.peers as [SimulatedPeer, SimulatedPeer, SimulatedPeer];
  const loud = { color: 0xff8800, style: 'bold', sound: 'notice' } as const;
  expect(script.session.chat.announce({ text: 'GOAL\nBen', to: null, ...loud })).toBeNull();
  script.session.chat.announce({ ...PLAIN, text: 'psst', to: ben.session.self });
  room.run(800);
  expect(carla.session.chat.take()).toMatchObject([
    { kind: 'announcement', text: 'GOAL\nBen', ...loud, isPrivate: false },
  ]);
  expect(ben.session.chat.take()).toMatchObject([{ text: 'GOAL\nBen' }, { isPrivate: true }]);
  expect(textsOf(script)).toEqual(['GOAL\nBen']);
});

test('[N63] only those who run the room announce, whatever a client sends', () => {
  const room = openRoom(3, false);
  const [script, ben, carla] = room.peers as [SimulatedPeer, SimulatedPeer, SimulatedPeer];
  expect(ben.session.chat.announce({ ...PLAIN, text: 'x' })).toBe('no-right');
  const { to: _to, ...forged } = PLAIN;
  const message = { type: 'announcement', ...forged, text: 'x', isPrivate: false } as const;
  script.session.request({ type: 'coHost', member: carla.session.self!, coHost: true });
  room.run(500);
  expect(carla.session.chat.announce({ ...PLAIN, text: 'now' })).toBeNull();
  room.run(500);
  expect(textsOf(ben)).toEqual(['now']);
  expect(textsOf(carla)).toEqual(['now']);
  const liar = new LaneLiar(room, ben, carla);
  liar.say({ ...message, author: null, relayTo: [] });
  liar.say({ ...message, author: script.session.self, relayTo: [] });
  expect([textsOf(carla), carla.session.chat.dropped]).toEqual([[], 2]);
});

test('[N64] a flood of announcements is bounded, and the match goes on beside it', () => {
  const room = openRoom(2, false);
  const [script, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  const text = 'я'.repeat(ANNOUNCEMENT_TEXT_MAX);
  const answers = Array.from({ length: 500 }, () =>
    script.session.chat.announce({ ...PLAIN, text }),
  );
  expect(answers.filter((answer) => answer === null)).toHaveLength(SCRIPT_RATE.count);
  const before = ben.session.world.tick;
  room.run(2_000);
  expect(ben.session.world.tick - before).toBeGreaterThan(110);
  expect(ben.session.state).toMatchObject({ state: 'live', isMoving: false });
});

test.each([
  ['a\r\nb\u0000\n\n', 'a\nb'],
  ['\n\nsafe\u202Etxt', 'safetxt'],
  [' \n\u200B\n', null],
  ['x'.repeat(3_000), 'x'.repeat(ANNOUNCEMENT_TEXT_MAX)],
])('[N63] %j is announced as %j', (text, fit) => {
  expect(fitAnnouncement(text)).toBe(fit);
});

test('[N63] what was fitted stays as it is, and is within its bytes', () => {
  for (const text of [
    'я\n'.repeat(40),
    '😀'.repeat(1_000),
    '中文\n'.repeat(30),
    'e\u0301 '.repeat(900),
  ]) {
    const fit = fitAnnouncement(text)!;
    expect(fitAnnouncement(fit)).toBe(fit);
    expect(new TextEncoder().encode(fit).length).toBeLessThanOrEqual(ANNOUNCEMENT_TEXT_MAX_BYTES);
  }
});
