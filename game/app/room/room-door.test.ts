import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { SessionState } from '../../../shared/netplay/session/session-state.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { RoomEnd } from '../../net/lobby/room-channel.ts';
import type { Online } from './online.ts';
import type { OnlineRoom, OnlineRoomOptions } from './online-room.ts';
import { RoomDoor } from './room-door.ts';
import type { WakeUp } from './wake-up.ts';

const CODE = parseRoomCode('PVX7Q2')!;
const LIVE: SessionState = { state: 'live', isMoving: false };
const JOINING: SessionState = { state: 'joining', step: 'hello', progress: 0 };

/** A room that is as the test says. */
function makeRoom(options: Pick<OnlineRoomOptions, 'joined' | 'name' | 'onEnd'>) {
  return {
    joined: options.joined,
    name: options.name,
    end: options.onEnd,
    mayRelay: true,
    isListed: true,
    door: options.joined.room.code,
    isSequencerAway: false,
    isSequencerUnreachable: false,
    links: () => ['link'],
    isClosed: false,
    isHungUp: false,
    isDeparted: false,
    isGoodbyeOver: false,
    session: {
      state: JOINING,
      self: null as number | null,
      world: { room: { members: [{ type: 'person' }, { type: 'person' }] } },
      setHidden: () => {},
    },
    close() {
      this.isClosed = true;
    },
    hangUp() {
      this.isHungUp = true;
    },
    isMatchOn: false,
    depart() {
      this.isDeparted = true;
      return this.isMatchOn;
    },
    isGone() {
      return this.isGoodbyeOver;
    },
  };
}

type FakeRoom = ReturnType<typeof makeRoom>;
type Answer = Result<{ readonly self: string }, LobbyError>;

/** A door with a lobby that answers when the test says so, and a page that only writes down. */
function makeDoor() {
  const rooms: FakeRoom[] = [];
  const asked: string[] = [];
  const told: string[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const world = {
    nowMs: 0,
    name: 'Ana' as string | null,
    problem: null as LoadProblem | null,
    hasWebRtc: true,
    isHeld: false,
    isWanted: () => false,
  };
  const timers: (() => void)[] = [];
  const ask = (what: string) => {
    asked.push(what);
    return new Promise<Answer>((resolve) => answers.push(resolve));
  };
  const lobby = {
    isOnline: true,
    isUnsure: false,
    status: { state: 'online' },
    createRoom: (name: string) => ask(`create ${name}`),
    joinRoom: (code: string, name: string) => ask(`join ${code} ${name}`),
    rejoinRoom: (code: string, name: string) => ask(`rejoin ${code} ${name}`),
    leaveRoom: () => asked.push('leave'),
    depart: () => asked.push('depart'),
    suspend: () => asked.push('suspend'),
  };
  const online = (): Online =>
    ({
      lobby,
      hasWebRtc: world.hasWebRtc,
      joinQuick: (name: string, hand: string, isWanted: () => boolean) => {
        world.isWanted = isWanted;
        return ask(`quick ${name} ${hand}`);
      },
      leftSeats: { leftByAnother: () => null },
      openRoom: (options: OnlineRoomOptions) => {
        const room = makeRoom(options);
        rooms.push(room);
        return room as unknown as OnlineRoom;
      },
    }) as unknown as Online;
  const door: RoomDoor = new RoomDoor({
    loadOnline: () => Promise.resolve(world.problem ? fail(world.problem) : ok(online())),
    ownName: () => world.name,
    timers: {
      now: () => world.nowMs,
      after: (_ms, run) => {
        timers.push(run);
        return () => {};
      },
    },
    wakeUp: {
      get isHeld() {
        return world.isHeld;
      },
      follow: () => {},
    } as unknown as WakeUp,
    isHidden: () => false,
    makeSeed: () => 1,
    showPath: (path) => void told.push(path),
    view: {
      showJoining: ({ step }) => void told.push(step),
      showBack: () => void told.push('back'),
    },
    onEnter: () => door.leave(),
    onOpen: () => {},
    onOut: (error, code) => {
      door.leave();
      told.push(`out: ${error} ${code}`);
    },
  });
  /** Lets everything happen that waits for nothing but its turn. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const answer = async (reply: Answer) => {
    answers.shift()!(reply);
    await settle();
  };
  const joined = {
    self: 'me',
    room: { code: CODE, members: [{ id: 'me', name: 'Ana B.' }] },
  };
  const letIn = async () => {
    await answer(ok(joined));
    return rooms.at(-1)!;
  };
  /** The last room has this person for a member. */
  const goLive = (self = 1) => {
    const { session } = rooms.at(-1)!;
    session.state = LIVE;
    session.self = self;
    return door.follow(world.nowMs);
  };
  const fallOut = (reason: 'host-silent' | 'removed' | 'host-gone') => {
    rooms.at(-1)!.session.state = { state: 'closed', reason };
    door.follow(world.nowMs);
  };
  const runTimers = async () => {
    for (const run of timers.splice(0)) run();
    await settle();
  };
  const page = { door, world, rooms, asked, told, settle, answer, letIn, goLive, fallOut };
  return { ...page, runTimers, lobby };
}

async function joinedDoor() {
  const page = makeDoor();
  page.door.join(CODE);
  await page.settle();
  const room = await page.letIn();
  page.goLive();
  page.told.length = 0;
  page.asked.length = 0;
  return { ...page, room };
}

test('a room is asked for by the own name, opened under the name that the lobby gave, and shown once it is live', async () => {
  const { door, asked, told, settle, letIn, goLive } = makeDoor();
  door.create();
  await settle();
  expect([asked, told]).toEqual([['create Ana'], ['lobby']]);
  const room = await letIn();
  expect(room.name).toBe('Ana B.');
  expect(door.follow(0)).toBeNull();
  expect(told).toEqual(['lobby', `/j/${CODE}`, 'hello']);
  expect(goLive()).toBe(room);
  expect(door.room).toBe(room);
});

test('an answer that comes when the person has turned away opens nothing, and the lobby knows', async () => {
  const { door, rooms, asked, told, settle, letIn } = await joinedDoor();
  door.leave();
  door.join(CODE);
  await settle();
  asked.length = 0;
  door.leave();
  expect(asked).toEqual(['leave']);
  told.length = 0;
  await letIn();
  expect([rooms.length, door.room, told]).toEqual([1, null, []]);
});

test('[L110] PLAY asks for any place, with what the person plays with, until it turns away', async () => {
  const { door, world, asked, settle } = makeDoor();
  door.play('touch');
  await settle();
  expect([asked, world.isWanted()]).toEqual([['quick Ana touch'], true]);
  door.leave();
  expect(world.isWanted()).toBe(false);
});

test('what is missing for the way in is told, and the address keeps the room for the next try', async () => {
  const { door, world, asked, told, settle } = makeDoor();
  const enter = async () => {
    told.length = 0;
    door.join(CODE);
    await settle();
    return told.slice(1);
  };
  world.problem = 'offline';
  expect(await enter()).toEqual([`out: offline ${CODE}`, `/j/${CODE}`]);
  world.problem = null;
  world.hasWebRtc = false;
  expect(await enter()).toEqual([`out: no-webrtc ${CODE}`]);
  world.hasWebRtc = true;
  world.name = null;
  expect(await enter()).toEqual([`out: null ${CODE}`, `/j/${CODE}`]);
  // The lobby is told that nobody wants in any more, and nothing else.
  expect(asked).toEqual(['leave']);
});

test('a refusal of the lobby is told, and leads out', async () => {
  const { door, told, settle, answer } = makeDoor();
  door.join(CODE);
  await settle();
  await answer(fail({ code: 'FULL' }));
  expect(told).toEqual(['lobby', `out: room-full ${CODE}`]);
});

test('a goodbye has its time before the lobby ends the links', async () => {
  const { door, room, asked } = await joinedDoor();
  door.leave();
  expect([room.isClosed, door.leaving, door.room]).toEqual([true, [room.session], null]);
  door.follow(0);
  expect(asked).toEqual([]);
  room.isGoodbyeOver = true;
  door.follow(1);
  expect([asked, door.leaving]).toEqual([['leave'], []]);
});

test('[L82] a room that was left a moment ago is asked for anew, with no goodbye under way', async () => {
  const { door, room, asked, settle } = await joinedDoor();
  door.leave();
  door.join(CODE);
  await settle();
  expect([room.isHungUp, asked]).toEqual([true, ['leave', `join ${CODE} Ana`]]);
});

test('who is in another room by then is not taken out of it by the end of a goodbye', async () => {
  const { door, room, asked, settle, letIn } = await joinedDoor();
  door.leave();
  room.isGoodbyeOver = true;
  door.create();
  await settle();
  await letIn();
  asked.length = 0;
  door.follow(0);
  expect(asked).toEqual([]);
});

test('[L149] a room that this person was sent away from is asked for again: the host may have forgiven', async () => {
  const { door, room, asked, told, settle, answer, letIn, goLive } = await joinedDoor();
  room.end('removed');
  expect([told, door.room]).toEqual([[`out: removed ${CODE}`], null]);
  door.join(CODE);
  await settle();
  await answer(fail({ code: 'REMOVED' }));
  expect(told.at(-1)).toBe(`out: removed ${CODE}`);
  door.join(CODE);
  await settle();
  const again = await letIn();
  expect(goLive(2)).toBe(again);
  expect(asked.filter((what) => what.startsWith('join'))).toHaveLength(2);
});

test('[L69] a page that fell out of its room comes in again, and the person is told', async () => {
  const { door, room, asked, told, settle, letIn, goLive, fallOut } = await joinedDoor();
  fallOut('host-silent');
  await settle();
  expect([room.isDeparted, asked]).toEqual([true, [`rejoin ${CODE} Ana`]]);
  expect(told).toEqual(['lobby', `/j/${CODE}`]);
  told.length = 0;
  const again = await letIn();
  expect(goLive(2)).toBe(again);
  expect([told, door.room]).toEqual([[`/j/${CODE}`, 'back'], again]);
});

test('[L69] on the way back no answer is no no, and a room that ended is one', async () => {
  const { room, asked, told, settle, answer, runTimers } = await joinedDoor();
  room.end('expired');
  await settle();
  await answer(fail({ code: 'NO_ANSWER' }));
  await runTimers();
  expect(asked).toEqual([`rejoin ${CODE} Ana`, `rejoin ${CODE} Ana`]);
  await answer(fail({ code: 'NO_ROOM' }));
  expect(told.at(-1)).toBe('out: room-ended null');
});

test('[L69] a page that falls out again on its way back does not try without end', async () => {
  const { asked, told, settle, letIn, fallOut } = await joinedDoor();
  for (let tries = 0; tries < 10 && !told.at(-1)?.startsWith('out'); tries++) {
    fallOut('host-gone');
    await settle();
    if (!told.at(-1)?.startsWith('out')) await letIn();
  }
  expect([asked.filter((what) => what !== 'leave').length, told.at(-1)]).toEqual([
    4,
    `out: host-gone ${CODE}`,
  ]);
});

test('a room that the lobby forgot goes on over its links, but nobody finds a way in', async () => {
  const ends = async (end: RoomEnd, isIn: boolean) => {
    const { door, told, settle, letIn, goLive } = makeDoor();
    door.join(CODE);
    await settle();
    const room = await letIn();
    if (isIn) goLive();
    room.end(end);
    return told.at(-1);
  };
  expect(await ends('forgotten', true)).toBe(`/j/${CODE}`);
  expect(await ends('forgotten', false)).toBe(`out: no-room ${CODE}`);
  expect(await ends('replaced', true)).toBe(`out: replaced ${CODE}`);
});

test('a page that slept goes home where the lobby forgot the room: there is no way to new links', async () => {
  const { room, world, told } = await joinedDoor();
  world.isHeld = true;
  room.end('forgotten');
  expect(told).toEqual(['out: room-ended null']);
});

test('a host that no way leads to is told, and whether a relay would have helped', async () => {
  for (const [mayRelay, error] of [
    [true, 'link-failed'],
    [false, 'no-relay'],
  ] as const) {
    const { door, told, settle, letIn } = makeDoor();
    door.join(CODE);
    await settle();
    const room = await letIn();
    Object.assign(room, { mayRelay, isSequencerUnreachable: true });
    door.follow(0);
    expect(told.at(-1)).toBe(`out: ${error} ${CODE}`);
  }
});

test('[L73] a page that goes away keeps its match; the lobby learns whether it is for good', async () => {
  const { door, room, asked } = await joinedDoor();
  door.depart(false);
  door.depart(true);
  expect([room.isDeparted, room.isClosed, asked]).toEqual([true, false, ['suspend', 'depart']]);
});

test('[L128] one that goes away in the midst of a match says no goodbye: its seat is kept', async () => {
  const { door, room, asked } = await joinedDoor();
  room.isMatchOn = true;
  door.depart(true);
  expect(asked).toEqual(['suspend']);
});

test('[L182] the address follows the code of the room, and what opens the room goes with it', async () => {
  const { door, room, told, asked, world, fallOut, settle } = await joinedDoor();
  const NEW = parseRoomCode('PVX7Q3')!;
  door.remember(CODE, { key: 'k'.repeat(16) });
  Object.assign(room, { door: NEW });
  door.follow(world.nowMs);
  door.follow(world.nowMs);
  expect(told).toEqual([`/j/${NEW}`]);
  expect(door.keyOf(NEW)).toBe('k'.repeat(16));
  // As a newcomer it needs the code by which newcomers come.
  fallOut('host-silent');
  await settle();
  expect(asked).toEqual([`rejoin ${NEW} Ana`]);
});

test('[L182] what opens one room is not shown to the next', async () => {
  const page = await joinedDoor();
  page.door.remember(CODE, { key: 'k'.repeat(16) });
  const NEXT = parseRoomCode('PVX7Q4')!;
  page.door.leave();
  page.door.join(NEXT);
  await page.settle();
  await page.answer(ok({ self: 'me', room: { code: NEXT, members: [] } } as never));
  expect(page.told.at(-1)).toBe(`/j/${NEXT}`);
  expect(page.rooms.at(-1)!.joined.room.code).toBe(NEXT);
  expect(page.door.keyOf(NEXT)).toBeUndefined();
});
