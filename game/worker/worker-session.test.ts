import { beforeEach, expect, test } from 'vitest';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { PanelDesk } from '../../shared/netplay/panel/panel-desk.ts';
import { makePanelLane } from '../../shared/netplay/panel/panel-lane.ts';
import { PeerSession, type PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import { SimulatedNetwork } from '../../shared/netplay/link/simulated-network.ts';
import { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import { INPUT_DOWN, INPUT_RIGHT, toInputBits } from '../../shared/sim/input.ts';
import { DISC_STRIDE, DISC_VX, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import type { World } from '../../shared/room/world.ts';
import { isInPlay } from '../../tests/simulation/in-play.ts';
import { WorkerPeer } from '../../tests/simulation/worker-peer.ts';

const WAY = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0.02, duplicate: 0.02 };
const MAP = JSON.stringify({
  name: 'Small',
  width: 300,
  height: 150,
  spawnDistance: 100,
  bg: { width: 300, height: 150 },
  planes: [
    { normal: [0, 1], dist: -150 },
    { normal: [0, -1], dist: -150 },
    { normal: [1, 0], dist: -300 },
    { normal: [-1, 0], dist: -300 },
  ],
});
const [ana, ben] = [parsePeerId('ana')!, parsePeerId('ben')!];

let network: SimulatedNetwork;
/** Runs its session on the page, Ben in a worker. */
let onPage: PeerSession;
let inWorker: WorkerPeer;
let benRecorder: ReplayRecorder;
let maps: { ana: StadiumCollection; ben: StadiumCollection };
/** The page of Ben gets no turn. */
let isFrozen: boolean;

function optionsOf(self: typeof ana, role: 'create' | 'join', stadiums: StadiumCollection) {
  return {
    self,
    name: self,
    role,
    sequencer: ana,
    roomTag: 'room',
    stadiums,
    stadium: 'classic',
    nowMs: 0,
    seed: 7,
    page: self === ana ? 0 : 1,
    witness: null,
  } satisfies PeerSessionOptions;
}

beforeEach(() => {
  network = new SimulatedNetwork(1);
  maps = { ana: new StadiumCollection(), ben: new StadiumCollection() };
  isFrozen = false;
  onPage = new PeerSession(optionsOf(ana, 'create', maps.ana));
  benRecorder = new ReplayRecorder((stadium) => maps.ben.text(stadium));
  const options = { ...optionsOf(ben, 'join', maps.ben), recorder: benRecorder };
  inWorker = new WorkerPeer(options, () => network.nowMs);
  const [end, otherEnd] = network.connect(ana, ben, WAY);
  onPage.addLink(end, 1);
  inWorker.addLink(otherEnd, 0);
});

/** Lets time pass, or less when `isDone` says so. */
function run(ms: number, isDone: () => boolean = () => false): boolean {
  const endMs = network.nowMs + ms;
  while (network.nowMs < endMs && !isDone()) {
    network.advance(network.nowMs + TICK_MS / 2);
    onPage.advance(network.nowMs);
    inWorker.runWorker();
    if (!isFrozen) inWorker.runPage(network.nowMs);
  }
  return isDone();
}

function startMatch(): void {
  const { session } = inWorker;
  expect(run(5_000, () => session.state.state === 'live' && session.self !== null)).toBe(true);
  session.request({ type: 'ready', ready: true });
  onPage.request({ type: 'ready', ready: true });
  expect(run(6_000, () => isInPlay(onPage.engine.final.match))).toBe(true);
}

/** Ben's disc as some world has it. */
function benDisc({ arena, match, room }: World): readonly number[] {
  const { seat } = findMember(room, inWorker.session.self!)!;
  const at = playerDisc(arena, seat!) * DISC_STRIDE;
  return Array.from(match.discs.subarray(at, at + DISC_STRIDE));
}

test('[N67] the worker, its page and the other page play the same match, tick for tick', () => {
  startMatch();
  inWorker.session.holdInput(toInputBits(INPUT_RIGHT | INPUT_DOWN));
  run(10_000);
  const theirs = new Map(onPage.engine.hashes.entries());
  const common = inWorker.session.engine!.hashes.entries().filter(([tick]) => theirs.has(tick));
  expect(common.length).toBeGreaterThan(8);
  for (const [tick, hash] of common) expect([tick, theirs.get(tick)]).toEqual([tick, hash]);
  const { checkpoint } = inWorker.session.stats()!;
  expect(new Map(common).get(checkpoint!.tick) ?? checkpoint!.hash).toBe(checkpoint!.hash);
  expect(inWorker.session.stats()!.desyncs).toEqual([]);
});

test('[N67] the page shows the predicted tick of the worker, and what the person does arrives', () => {
  startMatch();
  const { session } = inWorker;
  const before = benDisc(onPage.world);
  session.holdInput(toInputBits(INPUT_DOWN));
  run(500);
  expect(benDisc(session.world)[DISC_Y]).toBeGreaterThan(before[DISC_Y]! + 10);
  expect(Math.abs(session.world.tick - onPage.world.tick)).toBeLessThanOrEqual(2);
  expect(session.world.tick - session.previous.tick).toBeLessThanOrEqual(1);
  expect(benDisc(session.world)).not.toEqual(
    benDisc({ ...session.world, match: session.previous.match }),
  );
  expect(session.blendAt(network.nowMs + 1000)).toBe(1);
});

test('[N68] a page that stands still for three seconds holds up nobody, and its disc stands', () => {
  startMatch();
  const { session } = inWorker;
  session.holdInput(toInputBits(INPUT_RIGHT));
  run(500);
  const { term } = onPage.world.room;
  isFrozen = true;
  run(3_000);
  expect(Math.abs(benDisc(onPage.world)[DISC_VX]!)).toBeLessThan(0.05);
  expect(onPage.world.room.term).toBe(term);
  expect(findMember(onPage.world.room, session.self!)).toMatchObject({ absent: false });
  expect(onPage.counts.stalledTicks).toBe(0);
  const stood = benDisc(onPage.world)[DISC_X]!;
  isFrozen = false;
  run(500);
  // The key is still down.
  expect(benDisc(onPage.world)[DISC_X]).not.toBe(stood);
  run(2_000);
  const theirs = new Map(onPage.engine.hashes.entries());
  const [tick, hash] = session.engine!.hashes.entries().at(-1)!;
  expect(theirs.get(tick)).toBe(hash);
});

test('[N67] a page that stood still for a minute goes on from the world, and its replay is whole again', () => {
  startMatch();
  isFrozen = true;
  run(60_000);
  isFrozen = false;
  run(4_000);
  const theirs = new Map(onPage.engine.hashes.entries());
  const newest = inWorker.session.engine!.hashes.entries().at(-1)!;
  expect(theirs.get(newest[0])).toBe(newest[1]);
  expect(benRecorder.take('all', 0)!.segments.length).toBeGreaterThan(1);
});

test('a map that the person chose goes to the worker first, and one that comes from others to the page', () => {
  startMatch();
  const { session } = inWorker;
  onPage.request({ type: 'stop' });
  onPage.request({ type: 'host', member: session.self! });
  expect(run(3_000, () => session.world.room.host === session.self)).toBe(true);
  const added = maps.ben.addFile(MAP);
  if (!added.ok) throw new Error('the map is none');
  session.request({ type: 'stadium', stadium: added.value });
  expect(run(5_000, () => onPage.world.room.stadium === added.value)).toBe(true);
  run(500);
  expect(session.world.arena.discCount).toBe(onPage.world.arena.discCount);
  expect(session.world.match.words.length).toBe(onPage.world.match.words.length);

  const other = maps.ana.addFile(MAP.replace('Small', 'Other'));
  if (!other.ok) throw new Error('the map is none');
  session.request({ type: 'host', member: onPage.self! });
  expect(run(3_000, () => onPage.world.room.host === onPage.self)).toBe(true);
  onPage.request({ type: 'stadium', stadium: other.value });
  expect(run(5_000, () => session.world.room.stadium === other.value)).toBe(true);
  expect(maps.ben.text(other.value)).not.toBeNull();
});

test('chat goes both ways, and what is too much is refused at once', () => {
  startMatch();
  const { chat } = inWorker.session;
  expect(chat.say('  ', 'all')).toBe('empty');
  expect(chat.say('hello', 'all')).toBeNull();
  expect(onPage.chat.say('there', 'all')).toBeNull();
  run(500);
  const said = (line: { kind: string; text?: string }) => line.text;
  expect(onPage.chat.take().map(said)).toEqual(['there', 'hello']);
  expect(chat.take().map(said).toSorted()).toEqual(['hello', 'there']);
  for (let line = 0; line < 4; line += 1) expect(chat.say(`${line}`, 'all')).toBeNull();
  expect(chat.say('more', 'all')).toBe('too-fast');
  run(500);
  expect(onPage.chat.take()).toHaveLength(4);
});

test('a panel of a script and a press of its button go through the worker', () => {
  startMatch();
  const desk = new PanelDesk();
  onPage.panel.bring(makePanelLane);
  onPage.panel.lane!.keeper = desk;
  onPage.request({ type: 'script', filters: false });
  const panel = { title: 'Tag', lines: [], buttons: [{ id: 'go', text: 'Go' }] };
  desk.set(panel, null);
  const { session } = inWorker;
  expect(run(4_000, () => session.panel.lane.shown !== null)).toBe(true);
  expect(session.panel.lane.shown).toEqual(panel);
  expect([session.panel.lane.press('stop'), session.panel.lane.press('go')]).toEqual([
    'nobody',
    null,
  ]);
  run(500);
  expect(desk.takePresses()).toEqual([{ member: session.self, button: 'go' }]);
  const answers = Array.from({ length: 12 }, () => session.panel.lane.press('go'));
  expect(answers.at(-1)).toBe('too-fast');
  desk.clear();
  expect(run(4_000, () => session.panel.lane.shown === null)).toBe(true);
});

test('a goodbye leaves by the worker', () => {
  startMatch();
  inWorker.session.close();
  run(300);
  expect(inWorker.session.state).toEqual({ state: 'closed', reason: 'left' });
  expect(onPage.world.room.members).toHaveLength(1);
  inWorker.session.end();
  expect(inWorker.hasEnded).toBe(true);
});

test('[N67] a worker that falls silent ends the session, and the page may come back without it', () => {
  startMatch();
  for (let turn = 0; turn < 700; turn += 1) {
    network.advance(network.nowMs + TICK_MS / 2);
    inWorker.runPage(network.nowMs);
  }
  expect(inWorker.session.state).toEqual({ state: 'closed', reason: 'link-failed' });
  expect(inWorker.isLost).toBe(true);
});
