import { expect, test } from 'vitest';
import { makePanelLane, type PanelLane } from '../../shared/netplay/panel/panel-lane.ts';
import { PANEL_EVERY_MS, PanelDesk } from '../../shared/netplay/panel/panel-desk.ts';
import { type Panel, PRESS_RATE } from '../../shared/netplay/panel/panel.ts';
import { LaneLiar } from '../simulation/lane-liar.ts';
import { type SimulatedPeer, SimulatedRoom } from '../simulation/simulated-room.ts';

const FAIR = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0, duplicate: 0 };
const GO: Panel = {
  title: 'Tag',
  lines: [{ text: 'Ada 4.2 s', color: 0xe63946 }],
  buttons: [{ id: 'go', text: 'Go!' }],
};

type Three = [SimulatedPeer, SimulatedPeer, SimulatedPeer];

/** The first one is the host, and a script if asked for. */
function openRoom(peers: number, isScript = true): SimulatedRoom {
  const room = new SimulatedRoom({ seed: 5, conditions: FAIR });
  for (let count = 0; count < peers; count++) room.addPeer();
  settle(room);
  deskOf(room.peers[0]!);
  for (const peer of room.peers) laneOf(peer);
  if (isScript) room.peers[0]!.session.request({ type: 'script', filters: false });
  room.run(1_500);
  return room;
}

function settle(room: SimulatedRoom): void {
  const isComplete = ({ session }: SimulatedPeer): boolean =>
    session.state.state === 'live' && session.engine.room.members.length === room.peers.length;
  expect(room.run(8_000, () => room.peers.every(isComplete))).toBe(true);
}

function laneOf({ session }: SimulatedPeer): PanelLane {
  session.panel.bring(makePanelLane);
  return session.panel.lane!;
}

/** What a script has beside its session. */
function deskOf(peer: SimulatedPeer): PanelDesk {
  const lane = laneOf(peer);
  const desk = lane.keeper ?? new PanelDesk();
  lane.keeper = desk;
  return desk as PanelDesk;
}

function titled(title: string): Panel {
  return { ...GO, title };
}

function shownTo(peer: SimulatedPeer): string | null {
  return laneOf(peer).shown?.title ?? null;
}

test('[N69] a panel of the script stands on every page, and goes with its word', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  expect([laneOf(ben).shown, laneOf(carla).shown]).toEqual([GO, GO]);
  expect(laneOf(script).shown).toBeNull();
  deskOf(script).clear();
  room.run(800);
  expect([shownTo(ben), shownTo(carla)]).toEqual([null, null]);
});

test('[N69] one member has another panel, which no other machine is sent', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(script).set(titled('Hiders'), null);
  deskOf(script).set(titled('You seek'), ben.session.self);
  room.run(800);
  expect([shownTo(ben), shownTo(carla)]).toEqual(['You seek', 'Hiders']);
  deskOf(script).forgetOwn(ben.session.self!);
  room.run(800);
  expect(shownTo(ben)).toBe('Hiders');
});

test('[N69] only the script that is the host shows panels, whatever a client sends', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(ben).set(GO, null);
  script.session.request({ type: 'coHost', member: ben.session.self!, coHost: true });
  room.run(1_000);
  expect([shownTo(carla), laneOf(carla).dropped]).toEqual([null, 0]);
  const liar = new LaneLiar(room, ben, carla);
  liar.say({ type: 'panel', panel: GO, author: null, relayTo: [] });
  liar.say({ type: 'panel', panel: GO, author: script.session.self, relayTo: [] });
  expect([shownTo(carla), laneOf(carla).dropped]).toEqual([null, 2]);
});

test('[N69] a host that is no script shows no panel', () => {
  const room = openRoom(2, false);
  const [host, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  deskOf(host).set(GO, null);
  room.run(1_000);
  new LaneLiar(room, host, ben).say({ type: 'panel', panel: GO, author: null, relayTo: [] });
  expect([shownTo(ben), laneOf(ben).dropped]).toEqual([null, 1]);
});

test('[N69] a panel that was not fitted is fitted by its reader', () => {
  const room = openRoom(2);
  const [script, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  const liar = new LaneLiar(room, script, ben);
  const wild = {
    title: 'x'.repeat(100),
    lines: [{ text: '\u202Eevil\u0007', color: null }],
    buttons: [
      { id: 'a', text: 'One' },
      { id: 'a', text: 'Two' },
      { id: 'b', text: ' \u200B' },
    ],
  };
  liar.say({ type: 'panel', panel: wild, author: null, relayTo: [] });
  expect(laneOf(ben).shown).toEqual({
    title: 'x'.repeat(40),
    lines: [{ text: 'evil', color: null }],
    buttons: [{ id: 'a', text: 'One' }],
  });
  const unseen = { title: '\u200B', lines: [], buttons: [] };
  liar.say({ type: 'panel', panel: unseen, author: null, relayTo: [] });
  expect(laneOf(ben).dropped).toBe(1);
});

test('[N69] when the script hands the room over its panel goes', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  script.session.request({ type: 'host', member: ben.session.self! });
  room.run(800);
  expect([shownTo(ben), shownTo(carla)]).toEqual([null, null]);
});

test('[N70] of panels that follow each other fast the newest counts, and few are sent', () => {
  const room = openRoom(2);
  const [script, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  const seen = new Set<string | null>();
  for (let tick = 0; tick < 120; tick++) {
    deskOf(script).set(titled(`${tick}`), null);
    room.run(1_000 / 60);
    seen.add(shownTo(ben));
  }
  room.run(600);
  expect(shownTo(ben)).toBe('119');
  expect(seen.size).toBeLessThanOrEqual(2_000 / PANEL_EVERY_MS + 2);
});

test('[N70] a newcomer has the panel of now, and so has a page that was loaded anew', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  const dan = room.addPeer();
  laneOf(dan);
  room.run(6_000);
  expect([shownTo(ben), shownTo(carla), shownTo(dan)]).toEqual(['Tag', 'Tag', 'Tag']);
  const anew = room.reload(carla);
  expect(shownTo(anew)).toBeNull();
  room.run(8_000);
  expect(shownTo(anew)).toBe('Tag');
});

test('[N70] a script that begins again takes away what the one before it showed', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  room.crash(script);
  room.run(500);
  expect(shownTo(ben)).toBe('Tag');
  const anew = room.reload(script);
  room.run(8_000);
  expect(anew.session.state.state).toBe('live');
  deskOf(anew);
  room.run(4_000);
  expect([shownTo(ben), shownTo(carla)]).toEqual([null, null]);
  deskOf(anew).set(titled('Again'), null);
  room.run(800);
  expect([shownTo(ben), shownTo(carla)]).toEqual(['Again', 'Again']);
});

test('[N70] where the script has no link to a page the sequencer brings panels and presses', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  script.session.setHidden(true);
  room.run(2_000);
  script.session.setHidden(false);
  expect(ben.session.stats().isSequencer).toBe(true);
  const apart = new Set([script.id, carla.id]);
  room.cutWays((from, to) => apart.has(from) && apart.has(to));
  room.run(4_000);
  deskOf(script).set(GO, null);
  room.run(3_000);
  expect(shownTo(carla)).toBe('Tag');
  expect(laneOf(carla).press('go')).toBeNull();
  room.run(1_000);
  expect(deskOf(script).takePresses()).toEqual([{ member: carla.session.self, button: 'go' }]);
});

test('[N71] a press goes to the script alone, with the id that it gave', () => {
  const room = openRoom(3);
  const [script, ben, carla] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  expect(laneOf(ben).press('go')).toBeNull();
  expect(laneOf(ben).press('stop')).toBe('nobody');
  room.run(500);
  expect(deskOf(script).takePresses()).toEqual([{ member: ben.session.self, button: 'go' }]);
  expect(deskOf(script).takePresses()).toEqual([]);
  expect(deskOf(carla).takePresses()).toEqual([]);
});

test('[N71] a press counts that was on its way while another panel came, and none before that', () => {
  const room = openRoom(2);
  const [script, ben] = room.peers as [SimulatedPeer, SimulatedPeer];
  deskOf(script).set(GO, null);
  room.run(800);
  const press = { type: 'press', author: null, relayTo: [], button: 'go' } as const;
  const liar = new LaneLiar(room, ben, script);
  const taken: number[] = [];
  for (const title of ['one', 'two']) {
    deskOf(script).set({ title, lines: [], buttons: [] }, null);
    room.run(800);
    liar.say(press);
    taken.push(deskOf(script).takePresses().length);
  }
  expect([taken, laneOf(script).dropped]).toEqual([[1, 0], 1]);
});

test('[N71] presses are limited by their page, and again by the script', () => {
  const room = openRoom(3);
  const [script, ben] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  const answers = Array.from({ length: 20 }, () => laneOf(ben).press('go'));
  expect(answers.filter((answer) => answer === null)).toHaveLength(PRESS_RATE.count);
  expect(answers.at(-1)).toBe('too-fast');
  room.run(500);
  expect(deskOf(script).takePresses()).toHaveLength(PRESS_RATE.count);
  const liar = new LaneLiar(room, ben, script);
  const press = { type: 'press', author: null, relayTo: [], button: 'go' } as const;
  for (let count = 0; count < 40; count++) liar.say(press);
  expect(deskOf(script).takePresses()).toHaveLength(PRESS_RATE.count);
  expect(laneOf(script).dropped).toBe(40 - PRESS_RATE.count);
});

test('[N71] nothing is pressed while the script is away', () => {
  const room = openRoom(3);
  const [script, ben] = room.peers as Three;
  deskOf(script).set(GO, null);
  room.run(800);
  room.crash(script);
  room.run(6_000);
  expect(laneOf(ben).press('go')).toBe('nobody');
});
