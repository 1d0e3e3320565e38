import { beforeEach, expect, test } from 'vitest';
import type { Listing } from '../../../shared/lobby/public-room.ts';
import { listingOf } from '../../../tests/lobby/listings.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { ScriptedLobby } from '../../../tests/lobby/scripted-lobby.ts';
import { RoomList } from './room-list.ts';

const [first, second, third] = [listingOf('CCCCCC'), listingOf('FFFFFF'), listingOf('GGGGGG')];

let lobby: ScriptedLobby;
let timers: ManualTimers;
let shown: readonly Listing[];
let isWhole: boolean;
let problems: string[];
let list: RoomList;
let isLookedAt: boolean;

beforeEach(() => {
  lobby = new ScriptedLobby();
  timers = new ManualTimers();
  [shown, isWhole, problems, isLookedAt] = [[], false, [], true];
  lobby.answers = {
    'list:sub': () => ({ ice: { servers: [], lifetimeS: 0 } }),
    'list:get': ({ from }: { from: number | null }) =>
      from === null
        ? { listings: [first], next: 7, total: 2 }
        : { listings: [second], next: null, total: 2 },
  };
});

async function open(): Promise<void> {
  list = new RoomList({
    lobby,
    timers,
    onRooms: (rooms, whole) => {
      shown = rooms;
      isWhole = whole;
    },
    onProblem: ({ code }) => problems.push(code),
    isLookedAt: () => isLookedAt,
  });
  await settled();
}

/** All answers of a scripted lobby are there after a few turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

test('[L96] all pages are asked for once, then it hears what changes', async () => {
  await open();
  expect([shown, isWhole]).toEqual([[first, second], true]);
  const asked = lobby.asked.length;
  const renewed = listingOf('CCCCCC', { members: 5 });
  lobby.say('list:delta', { changed: [third, renewed], gone: [second.code] });
  expect(shown).toEqual([renewed, third]);
  expect(lobby.asked).toHaveLength(asked);
});

test('[L96] after a new connection everything is asked for anew, and what went meanwhile is gone', async () => {
  await open();
  lobby.answers['list:get'] = () => ({ listings: [second], next: null, total: 1 });
  lobby.connect();
  await settled();
  expect(shown).toEqual([second]);
});

test('[L96] a lobby that does not answer is asked again', async () => {
  delete lobby.answers['list:sub'];
  await open();
  expect(problems).toEqual(['NO_ANSWER']);
  lobby.answers['list:sub'] = () => ({ ice: { servers: [], lifetimeS: 0 } });
  timers.advance(3000);
  await settled();
  expect(isWhole).toBe(true);
});

test('[L96] who is done with the list says so and hears nothing more', async () => {
  await open();
  list.close();
  await settled();
  expect(lobby.asked.at(-1)).toEqual({ name: 'list:sub', request: { on: false } });
  expect(lobby.hearsNews('list:delta')).toBe(false);
  expect(timers.pending).toBe(0);
});

test.each([false, true])(
  '[L96] one that is left before the lobby was reached is ended there once it is, unless another one is open: %s',
  async (isAnother) => {
    let reach = (): void => {};
    const reached = new Promise<void>((resolve) => {
      reach = resolve;
    });
    lobby.isOnline = false;
    const answerAtOnce = lobby.ask;
    lobby.ask = async (name, request) => {
      await reached;
      return answerAtOnce(name, request);
    };
    await open();
    isLookedAt = isAnother;
    list.close();
    lobby.isOnline = true;
    reach();
    await settled();
    const said = lobby.asked.map(({ request }) => request);
    expect(said).toEqual(isAnother ? [{ on: true }] : [{ on: true }, { on: false }]);
  },
);
