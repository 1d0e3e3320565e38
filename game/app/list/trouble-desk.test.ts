import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import { parsePeerId, type PeerId } from '../../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import type { IncomingSignal } from '../../../shared/lobby/signal.ts';
import { fakeLinks } from '../../../tests/links/fake-link.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { ScriptedLobby } from '../../../tests/lobby/scripted-lobby.ts';
import type { WayNotes } from '../../net/link/way-notes.ts';
import type { RoomWatcher } from '../../net/lobby/room-channel.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import { TroubleDesk } from './trouble-desk.ts';

const CODE = 'CCCCCC' as RoomCode;
const [ADA, BOB] = [parsePeerId('ada')!, parsePeerId('bob')!];
const ROOM = { code: CODE, name: 'Bob' };
const AT_HOME: Screen = { screen: 'home', error: 'link-failed', code: CODE };

/** Lets Bob into Ada's room, and carries what her end of a link would say. */
class RoomOfAda {
  readonly isOnline = true;
  readonly hidesAddress = false;
  joins = 0;
  leaves = 0;
  refusal: LobbyError | null = null;
  sequencer: PeerId = ADA;
  #watcher: RoomWatcher | null = null;

  async joinRoom(): Promise<Result<JoinedRoom, LobbyError>> {
    this.joins += 1;
    return this.refusal === null ? ok(this.#joined()) : fail(this.refusal);
  }

  leaveRoom(): void {
    this.leaves += 1;
  }

  watchRoom(watcher: RoomWatcher): () => void {
    this.#watcher = watcher;
    return () => {};
  }

  /** Ada's browser answers what Bob's offered. */
  answer(): void {
    const from = { from: ADA, fromSession: 1, attempt: 1, generation: 1 };
    const payload = { type: 'answer', sdp: 'v=0' };
    this.#watcher?.onSignal({ ...from, payload } as IncomingSignal);
  }

  sendSignal(): void {}
  relay(): boolean {
    return true;
  }
  reportLink(): void {}
  async fetchIce(): Promise<Result<JoinedRoom['ice'], LobbyError>> {
    return ok(this.#joined().ice);
  }

  #joined(): JoinedRoom {
    const member = (id: PeerId, session: number) =>
      ({ id, name: id, session, pageNumber: session, online: true }) as never;
    return {
      self: BOB,
      room: {
        code: CODE,
        sequencer: this.sequencer,
        max: 10,
        quick: false,
        revision: 1,
        members: [member(ADA, 1), member(BOB, 2)],
      },
      ice: { servers: [{ urls: ['turn:relay.example:3478'] }], lifetimeS: 0 },
      relay: false,
    };
  }
}

let room: RoomOfAda;
let line: ScriptedLobby;
let timers: ManualTimers;
let entered: RoomCode[];
let notes: WayNotes;
let desk: TroubleDesk;
const screen = signal<Screen>(AT_HOME);
const isPractice = signal(false);

beforeEach(() => {
  [room, line, timers, entered] = [new RoomOfAda(), new ScriptedLobby(), new ManualTimers(), []];
  screen.value = AT_HOME;
  isPractice.value = false;
  desk = new TroubleDesk({
    lobby: room,
    line,
    timers,
    notedLinks: (ofTry) => {
      notes = ofTry;
      return fakeLinks().makeLink;
    },
    passOf: () => ({ key: 'k' }),
    enter: (code) => entered.push(code),
    browser: 'A browser 1.0',
  });
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

async function wait(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    timers.advance(500);
    await settled();
  }
}

test('[L186] it is tried on by itself, and the first way leads into the room', async () => {
  desk.begin(ROOM, { screen, isPractice });
  expect(desk.state.value).toBe('resting');
  await wait(1000);
  expect(desk.state.value).toBe('trying');
  room.answer();
  await settled();
  expect(entered).toEqual([CODE]);
  // [L24] The next page of the same person begins its links anew.
  expect(room.leaves).toBe(1);
  await wait(300_000);
  expect(room.joins).toBe(1);
});

test('[L186] where there is no way the next try comes by itself, later each time, and all of it can be read', async () => {
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  await wait(75_000);
  expect(desk.state.value).toBe('resting');
  await wait(10_000);
  expect([room.joins, room.leaves]).toEqual([2, 1]);
  await wait(75_000 + 19_000);
  expect(room.joins).toBe(2);
  await wait(1000);
  expect(room.joins).toBe(3);
  expect(desk.ways.value).toEqual({ address: false, turn: 'silent', mayRelay: false });
  const report = desk.report();
  expect(report).toContain('A browser 1.0');
  expect(report).toContain('tries: 3, own address hidden: no');
  expect(report).toContain('TURN servers: 1, lobby relays: no');
  expect(report).toMatch(/this try: failed/);
  expect(report).not.toMatch(/CCCCCC|Bob|ada|relay\.example/);
});

test('[L185] TURN was reached where this page found a relay, not where the other one did', async () => {
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  notes.add('gets candidate udp relay');
  expect(desk.ways.value).toEqual({ address: false, turn: 'silent', mayRelay: false });
  notes.add('sends candidate udp relay');
  expect(desk.ways.value).toEqual({ address: true, turn: 'reached', mayRelay: false });
});

test('[L186] practice meanwhile is no end of it; whatever else the person does is', async () => {
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  isPractice.value = true;
  screen.value = { screen: 'match' };
  await wait(90_000);
  expect(room.joins).toBe(2);
  isPractice.value = false;
  screen.value = { screen: 'home', error: null, code: null };
  expect([desk.state.value, room.leaves]).toEqual(['stopped', 2]);
  await wait(300_000);
  expect(room.joins).toBe(2);
});

test('[L186] a room that is gone is said to be, and one that is shut is not asked again', async () => {
  room.refusal = { code: 'NO_ROOM' };
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  expect(desk.state.value).toBe('gone');
  room.refusal = { code: 'LOCKED' };
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  expect(desk.state.value).toBe('stopped');
  room.refusal = { code: 'RATE_LIMITED' };
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  expect(desk.state.value).toBe('resting');
});

test('[L185] the score of the room is shown as the lobby tells it, asked with the key of the link', async () => {
  const match = { sun: 2, wave: 1, clockS: 95, clockStep: 0 };
  line.answers = {
    'room:peek': () => ({ host: 'Ada', members: [], max: 10, match, seatMs: null }),
  };
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  expect(desk.match.value).toEqual(match);
  expect(line.asked).toContainEqual({ name: 'room:peek', request: { code: CODE, key: 'k' } });
});

test('[L186] a room in which nobody is left but this person is gone into', async () => {
  room.sequencer = BOB;
  desk.begin(ROOM, { screen, isPractice });
  await wait(1000);
  expect(entered).toEqual([CODE]);
});
