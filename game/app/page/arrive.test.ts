import { expect, test } from 'vitest';
import { parseRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { AppModel } from '../app-model.ts';
import { arrive } from './arrive.ts';

const CODE = parseRoomCode('PVX7Q2')!;

function arriveAt(path: string, isNamed: boolean) {
  const model = new AppModel();
  const joined: RoomCode[] = [];
  const read: string[] = [];
  const joinRoom = (code: RoomCode) => void joined.push(code);
  const readCode = (text: string) => {
    read.push(text);
    return null;
  };
  const joins = arrive({ model, joinRoom, readCode }, path, isNamed);
  expect(joins).toBe(joined.length > 0);
  return { screen: model.screen.value, joined, read };
}

test.each(['/', '/index.html'])('[L83] at %j somebody is at home and nothing is wrong', (path) => {
  expect(arriveAt(path, true)).toEqual({
    screen: { screen: 'home', error: null, code: null },
    joined: [],
    read: [],
  });
});

test('[L94] the key of a private room, behind the code, is read before the room is joined', () => {
  const path = '/j/PVX7Q2#k=AAAAAAAAAAAAAAAA';
  expect(arriveAt(path, true)).toMatchObject({ joined: [CODE], read: [path] });
});

test('[L83] an invite link joins whoever has a name, and asks everybody else', () => {
  expect(arriveAt('/J/pvx-7q2%29', true).joined).toEqual([CODE]);
  expect(arriveAt('/J/pvx-7q2%29', false)).toMatchObject({
    screen: { screen: 'home', error: null, code: CODE },
    joined: [],
  });
});

test.each(['/j/HELLO1', '/j', '/nowhere', '/%FF', '/index.htm'])(
  '[L83] at %j somebody is at home and reads that it leads to no room',
  (path) => {
    expect(arriveAt(path, true)).toEqual({
      screen: { screen: 'home', error: 'bad-code', code: null },
      joined: [],
      read: [],
    });
  },
);
