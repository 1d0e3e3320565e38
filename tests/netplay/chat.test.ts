import { expect, test } from 'vitest';
import { type ChatLine, EMOTES, QUICK_CHATS } from '../../shared/netplay/chat/chat.ts';
import { type MemberId, toMemberId } from '../../shared/room/command.ts';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { TEAM_NONE, type Team } from '../../shared/sim/team.ts';
import { LaneLiar } from '../simulation/lane-liar.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 };
const BAD = { delayMs: 60, jitterMs: 30, loss: 0.2, reorder: 0.05, duplicate: 0.05 };

/** Players who see the same members, each with a number of its own. */
function openRoom(peers: number, seed = 5): SimulatedRoom {
  const room = new SimulatedRoom({ seed, conditions: FAIR });
  for (let count = 0; count < peers; count++) room.addPeer();
  const isComplete = ({ session }: SimulatedPeer): boolean =>
    session.state.state === 'live' && session.engine.room.members.length === peers;
  expect(room.run(8_000, () => room.peers.every(isComplete))).toBe(true);
  // Long enough for each pair to have heard each other.
  room.run(500);
  return room;
}

function heardBy(peer: SimulatedPeer): readonly ChatLine[] {
  return peer.session.chat.take().filter(({ author }) => author !== peer.session.self);
}

function textsOf(lines: readonly ChatLine[]): readonly string[] {
  return lines.map((line) => (line.kind === 'quick' ? `#${line.id}` : line.text));
}

function idOf({ session }: SimulatedPeer): MemberId {
  return session.self!;
}

function teamOf(room: SimulatedRoom, peer: SimulatedPeer): Team | undefined {
  return findMemberOf(room.peers[0]!.session.engine.room, peer.id)?.team;
}

/** The other one of the team. */
function mateOf(room: SimulatedRoom, peer: SimulatedPeer): SimulatedPeer {
  return room.peers.find((other) => other !== peer && teamOf(room, other) === teamOf(room, peer))!;
}

/** Nothing goes between these two any more, and both know it. */
function part(a: SimulatedPeer, b: SimulatedPeer): void {
  a.links.get(b.id)!.close();
  b.links.get(a.id)!.close();
}

test('[N18] at a fifth lost every line arrives once, at everybody, in the order of its author', () => {
  const room = openRoom(4);
  room.setConditions(BAD);
  const said = room.peers.map(() => [] as string[]);
  for (let round = 0; round < 4; round++) {
    room.peers.forEach(({ session }, place) => {
      const text = `line ${round} of ${place}`;
      if (session.chat.sayQuick(round) === null) said[place]!.push(`#${round}`);
      if (session.chat.say(text, 'all') === null) said[place]!.push(text);
    });
    room.run(700);
  }
  room.run(2_000);
  expect(said.map((lines) => lines.length)).toEqual([7, 7, 7, 7]);
  for (const listener of room.peers) {
    const heard = heardBy(listener);
    room.peers.forEach((author, place) => {
      if (author === listener) return;
      const lines = heard.filter((line) => line.author === idOf(author));
      expect(textsOf(lines)).toEqual(said[place]);
    });
  }
});

test('[N18] a line for the team reaches the team alone, and needs one', () => {
  const room = openRoom(4);
  const [host, ben] = room.peers;
  const mate = mateOf(room, host!);
  expect(host!.session.chat.say('to us', 'team')).toBeNull();
  room.run(1_000);
  for (const peer of room.peers) {
    expect(textsOf(heardBy(peer))).toEqual(peer === mate ? ['to us'] : []);
  }
  host!.session.request({ type: 'team', member: idOf(ben!), team: TEAM_NONE });
  expect(room.run(2_000, () => teamOf(room, ben!) === TEAM_NONE)).toBe(true);
  room.run(500);
  expect(ben!.session.chat.say('psst', 'team')).toBe('no-team');
  expect(ben!.session.chat.say('hello all', 'all')).toBeNull();
  room.run(1_000);
  expect(textsOf(heardBy(room.peers[2]!))).toEqual(['hello all']);
});

test('[N19] a pair without a link hears each other through the sequencer, once', () => {
  const room = openRoom(4);
  room.setConditions(BAD);
  const host = room.peers[0]!;
  const ben = room.peers.find((peer) => teamOf(room, peer) !== teamOf(room, host))!;
  const dan = mateOf(room, ben);
  part(ben, dan);
  room.run(200);
  ben.session.chat.say('one', 'all');
  room.run(300);
  ben.session.chat.sayQuick(4);
  dan.session.chat.say('for my team', 'team');
  room.run(5_000);
  expect(textsOf(heardBy(dan))).toEqual(['one', '#4']);
  expect(heardBy(ben)).toMatchObject([
    { author: idOf(dan), audience: 'team', kind: 'text', text: 'for my team' },
  ]);
  // The one in the middle is of the other team: it carries the line and does not show it.
  expect(textsOf(heardBy(host))).toEqual(['one', '#4']);
  expect(room.peers.map(({ session }) => session.chat.dropped)).toEqual([0, 0, 0, 0]);
});

test('[N19] a link that is open but silent is gone around', () => {
  const room = openRoom(3);
  const [, ben, carla] = room.peers;
  ben!.links.get(carla!.id)!.isCut = true;
  carla!.links.get(ben!.id)!.isCut = true;
  room.run(2_500);
  ben!.session.chat.say('do you hear me?', 'all');
  room.run(1_000);
  expect(textsOf(heardBy(carla!))).toEqual(['do you hear me?']);
});

test('[N19] what finds no way to somebody waits a few seconds for one', () => {
  const room = openRoom(3);
  const [host, ben, carla] = room.peers;
  const heal = room.cut([ben!]);
  room.run(2_500);
  expect(ben!.session.chat.say('anybody?', 'all')).toBeNull();
  room.run(1_000);
  heal();
  room.run(3_000);
  expect(textsOf(heardBy(host!))).toEqual(['anybody?']);
  expect(textsOf(heardBy(carla!))).toEqual(['anybody?']);
});

test('[N20] an author who floods is stopped at once, and hears why', () => {
  const room = openRoom(2);
  const { session } = room.peers[0]!;
  const answers = Array.from({ length: 9 }, (_, index) => session.chat.say(`line ${index}`, 'all'));
  expect(answers.filter((answer) => answer === null)).toHaveLength(5);
  expect(answers.at(-1)).toBe('too-fast');
  const quick = Array.from({ length: 5 }, () => session.chat.sayQuick(0));
  expect(quick).toEqual([null, null, null, 'too-fast', 'too-fast']);
  expect(session.chat.say(' \u200B ', 'all')).toBe('empty');
  expect(session.chat.say('x'.repeat(121), 'all')).toBe('too-long');
  room.run(10_000);
  expect(heardBy(room.peers[1]!)).toHaveLength(8);
});

const LIE = { relayTo: [], toTeam: false, mark: 200 } as const;

test('[N18] nobody can speak in the name of another member', () => {
  const room = openRoom(3);
  const [host, ben, carla] = room.peers;
  const liar = new LaneLiar(room, ben!, carla!);
  liar.say({ type: 'chat', author: idOf(host!), text: 'I am the host', ...LIE });
  liar.say({ type: 'quickChat', author: idOf(carla!), relayTo: [], mark: 1, id: 1 });
  expect(heardBy(carla!)).toEqual([]);
  expect(carla!.session.chat.dropped).toBe(2);
  liar.say({ type: 'chat', author: null, text: 'it is me', ...LIE });
  expect(heardBy(carla!)).toMatchObject([{ author: idOf(ben!), text: 'it is me' }]);
});

test('[N72] emotes go to all as quick lines do, at the same rate, and a number behind them is dropped', () => {
  const room = openRoom(3);
  const [, ben, carla] = room.peers;
  const last = QUICK_CHATS + EMOTES.length - 1;
  const answers = [last, 0, last, 0].map((id) => ben!.session.chat.sayQuick(id));
  expect(answers).toEqual([null, null, null, 'too-fast']);
  room.run(800);
  expect(heardBy(carla!).filter((line) => line.kind === 'quick' && line.id === last)).toHaveLength(
    2,
  );
  const liar = new LaneLiar(room, ben!, carla!);
  liar.say({ type: 'quickChat', author: null, relayTo: [], mark: 201, id: last + 1 });
  expect(heardBy(carla!)).toEqual([]);
});

test('[N19] nor the sequencer in that of a member whom the reader hears itself', () => {
  const room = openRoom(3);
  const [host, ben, carla] = room.peers;
  room.run(3_000);
  const liar = new LaneLiar(room, host!, carla!);
  liar.say({ type: 'chat', author: idOf(ben!), text: 'I give up', ...LIE });
  liar.say({ type: 'chat', author: toMemberId(17), text: 'I am nobody', ...LIE });
  expect(heardBy(carla!)).toEqual([]);
  expect(carla!.session.chat.dropped).toBe(2);
});

test('[N19] who is not the sequencer passes nothing on, and nothing is passed on twice', () => {
  const room = openRoom(4);
  const [host, ben, carla, dan] = room.peers;
  part(ben!, dan!);
  room.run(100);
  const everybody = [idOf(host!), idOf(carla!), idOf(dan!)];
  const toFollower = new LaneLiar(room, ben!, carla!);
  toFollower.say({ ...LIE, type: 'chat', author: null, relayTo: everybody, text: 'spread' });
  room.run(500);
  expect(textsOf(heardBy(carla!))).toEqual(['spread']);
  expect(room.peers.flatMap((peer) => textsOf(heardBy(peer)))).toEqual([]);

  const fromSequencer = new LaneLiar(room, host!, dan!);
  const looped = { ...LIE, relayTo: everybody, text: 'loop' };
  fromSequencer.say({ ...looped, type: 'chat', author: idOf(ben!) });
  room.run(500);
  expect(room.peers.flatMap((peer) => textsOf(heardBy(peer)))).toEqual([]);
});

test('[N20] a flood is bounded at every receiver and at the one that passes it on', () => {
  const room = openRoom(3);
  const [host, ben, carla] = room.peers;
  part(ben!, carla!);
  room.run(100);
  const liar = new LaneLiar(room, ben!, host!);
  const relayTo = [idOf(host!), idOf(carla!), idOf(carla!), toMemberId(30)];
  for (let count = 0; count < 60; count++) {
    const text = `spam ${count}`;
    liar.say({ ...LIE, type: 'chat', mark: count, author: null, relayTo, text });
  }
  room.run(1_000);
  expect(heardBy(host!)).toHaveLength(10);
  expect(heardBy(carla!)).toHaveLength(10);
  expect(host!.session.chat.dropped).toBe(50);
});

test('[N18] a stranger whose link is open but who is no member is not heard', () => {
  const room = openRoom(2);
  const stranger = room.peers[1]!;
  stranger.session.close();
  room.run(2_000);
  const liar = new LaneLiar(room, stranger, room.peers[0]!);
  liar.say({ type: 'chat', author: null, text: 'boo', ...LIE });
  expect(heardBy(room.peers[0]!)).toEqual([]);
});
