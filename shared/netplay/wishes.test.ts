import { expect, test } from 'vitest';
import { parsePeerId } from '../base/peer-id.ts';
import { applyCommand } from '../room/apply-command.ts';
import { BY_SEQUENCER, type Command, type RoomRequest, toMemberId } from '../room/command.ts';
import { type World, createWorld } from '../room/world.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { Wishes } from './wishes.ts';

const host = toMemberId(0);
const guest = toMemberId(1);
const RULES: RoomRequest = { type: 'rules', rules: { timeLimitMinutes: 1, scoreLimit: 1 } };
const MAP: RoomRequest = { type: 'stadium', stadium: 'big' };
const START: RoomRequest = { type: 'start' };
const READY: RoomRequest = { type: 'ready', ready: true };

/** The host's page in a room of two: what it asks for is noted, and the room is told by hand. */
function openRoom() {
  const world: World = createWorld('classic', builtInArena, 1);
  const say = (command: Command): void => applyCommand(world, command, builtInArena);
  for (const member of [host, guest]) {
    const peer = parsePeerId(`peer-${member}`)!;
    say({ type: 'join', member, peer, name: 'x', by: BY_SEQUENCER });
  }
  const wishes = new Wishes();
  const asked: RoomRequest[] = [];
  let [term, nowMs, isMoving] = [1, 0, false];
  const context = () => {
    return { self: host, predicted: world, final: world, term, isMoving, nowMs };
  };
  return {
    wishes,
    world,
    say,
    wish: (request: RoomRequest) => {
      if (wishes.add(request, context())) asked.push(request);
    },
    pass: (ms: number, change: { term?: number; isMoving?: boolean } = {}) => {
      term = change.term ?? term;
      isMoving = change.isMoving ?? isMoving;
      nowMs += ms;
      if (!wishes.isIdle) wishes.advance(context(), (request) => asked.push(request));
    },
    takeAsked: () => asked.splice(0),
  };
}

test('[N40] a wish is open until the room shows it', () => {
  const { wishes, wish, say, pass, takeAsked } = openRoom();
  wish(RULES);
  expect(takeAsked()).toEqual([RULES]);
  pass(100);
  expect(wishes.open).toEqual([RULES]);
  expect(wishes.open).toBe(wishes.open);
  say({ ...RULES, by: host });
  pass(16);
  expect([wishes.open, wishes.takeMissed(), takeAsked()]).toEqual([[], [], []]);
});

test.each([START, READY])('[N40] what begins a match goes behind what was chosen: %j', (begin) => {
  const { wish, say, pass, takeAsked } = openRoom();
  wish(RULES);
  wish({ type: 'team', member: guest, team: 0 });
  wish(begin);
  expect(takeAsked()).toHaveLength(2);
  say({ ...RULES, by: host });
  pass(16);
  expect(takeAsked()).toEqual([]);
  say({ type: 'team', member: guest, team: 0, by: host });
  pass(16);
  expect(takeAsked()).toEqual([begin]);
});

test('[N40] a start waits for the map that is on its way, being ready does not', () => {
  const { wishes, wish, say, pass, takeAsked } = openRoom();
  wish(MAP);
  wish(START);
  wish(READY);
  expect(takeAsked()).toEqual([MAP]);
  say({ type: 'coming', stadium: 'big', by: host });
  pass(16);
  expect(takeAsked()).toEqual([READY]);
  expect(wishes.open).toEqual([MAP, START, READY]);
  say({ type: 'stadium', stadium: 'big', by: BY_SEQUENCER });
  pass(16);
  expect(takeAsked()).toEqual([START]);
});

test('[N40] the newest wish of a kind counts, and each member has a team of its own', () => {
  const { wishes, wish } = openRoom();
  const bench = (member: typeof host): RoomRequest => ({ type: 'team', member, team: 0 });
  wish(RULES);
  wish({ type: 'rules', rules: { timeLimitMinutes: 2, scoreLimit: 2 } });
  wish(bench(host));
  wish(bench(guest));
  expect(wishes.open).toEqual([
    { type: 'rules', rules: { timeLimitMinutes: 2, scoreLimit: 2 } },
    bench(host),
    bench(guest),
  ]);
});

test('[N40] in a new term everything that is open is asked for again, in order', () => {
  const { wish, pass, takeAsked } = openRoom();
  wish(RULES);
  wish({ type: 'team', member: guest, team: 0 });
  wish(START);
  expect(takeAsked()).toHaveLength(2);
  pass(5_000, { isMoving: true });
  expect(takeAsked()).toEqual([]);
  pass(16, { isMoving: false, term: 2 });
  expect(takeAsked()).toEqual([RULES, { type: 'team', member: guest, team: 0 }]);
});

test('[N40] a match that had begun before is told, and nothing is begun with what was not chosen', () => {
  for (const request of [RULES, MAP]) {
    const { wishes, wish, say, pass, takeAsked } = openRoom();
    wish(request);
    takeAsked();
    say({ type: 'start', by: host });
    pass(16);
    expect(wishes.takeMissed()).toEqual([{ request, why: 'late' }]);
    expect([wishes.takeMissed(), wishes.open, takeAsked()]).toEqual([[], [], []]);
  }
});

test('[N40] a map that did not come is told, and takes a start with it', () => {
  const { wishes, wish, say, pass, takeAsked } = openRoom();
  wish(MAP);
  wish(START);
  say({ type: 'coming', stadium: 'big', by: host });
  pass(16);
  pass(15_000);
  expect(wishes.open).toEqual([MAP, START]);
  say({ type: 'coming', stadium: null, by: BY_SEQUENCER });
  pass(16);
  expect(wishes.takeMissed()).toEqual([{ request: MAP, why: 'lost' }]);
  pass(16);
  expect([wishes.open, takeAsked()]).toEqual([[], [MAP]]);
});

test('[N40] what nobody deals with for ten seconds is told, times without a sequencer left out', () => {
  const { wishes, wish, pass } = openRoom();
  wish(RULES);
  pass(6_000);
  pass(60_000, { isMoving: true });
  pass(3_000, { isMoving: false });
  expect(wishes.takeMissed()).toEqual([]);
  pass(2_000);
  expect(wishes.takeMissed()).toEqual([{ request: RULES, why: 'lost' }]);
});

test('[N40] what became impossible or needless is dropped without a word', () => {
  const { wishes, wish, say, pass } = openRoom();
  wish({ type: 'team', member: guest, team: 0 });
  wish({ type: 'host', member: guest });
  wish(RULES);
  say({ type: 'leave', member: guest, by: guest });
  pass(16);
  expect(wishes.open).toEqual([RULES]);
  const peer = parsePeerId('peer-2')!;
  say({ type: 'join', member: toMemberId(2), peer, name: 'x', by: BY_SEQUENCER });
  say({ type: 'host', member: toMemberId(2), by: host });
  pass(16);
  expect([wishes.open, wishes.takeMissed()]).toEqual([[], []]);
});

test('[N40] what this person may not ask for is asked for once and not kept', () => {
  const { wishes, wish, say, takeAsked } = openRoom();
  say({ type: 'host', member: guest, by: host });
  wish(START);
  wish(RULES);
  wish({ type: 'stop' });
  expect([takeAsked().length, wishes.open]).toEqual([3, []]);
});

test('[N40] who takes back to be ready before it was said does not get ready later', () => {
  const { wish, say, pass, takeAsked } = openRoom();
  wish(RULES);
  wish(READY);
  wish({ type: 'ready', ready: false });
  expect(takeAsked()).toEqual([RULES, { type: 'ready', ready: false }]);
  say({ ...RULES, by: host });
  pass(16);
  expect(takeAsked()).toEqual([]);
});
