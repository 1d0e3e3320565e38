import { expect, test } from 'vitest';
import { parseRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { AppModel } from '../app-model.ts';
import { arrive } from './arrive.ts';

const CODE = parseRoomCode('PVX7Q2')!;

function arriveAt(path: string, isNamed: boolean) {
  const model = new AppModel();
  const joined: RoomCode[] = [];
  arrive({ model, joinRoom: (code) => void joined.push(code) }, path, isNamed);
  return { screen: model.screen.value, joined };
}

test.each(['/', '/index.html'])('[L83] at %j somebody is at home and nothing is wrong', (path) => {
  expect(arriveAt(path, true)).toEqual({
    screen: { screen: 'home', error: null, code: null },
    joined: [],
  });
});

test('[L83] an invite link joins whoever has a name, and asks everybody else', () => {
  expect(arriveAt('/J/pvx-7q2%29', true).joined).toEqual([CODE]);
  expect(arriveAt('/J/pvx-7q2%29', false)).toEqual({
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
    });
  },
);
