import { expect, test } from 'vitest';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { readPageMessage } from './read-page-message.ts';

const WISH = {
  title: 'League',
  name: 'Script',
  password: null,
  isPublic: true,
  maxPlayers: 8,
  hasNoPlayer: true,
};
const ANNOUNCED = { text: 'hi', to: null, color: 0xff0000, style: 'bold', sound: 'chat' };

const PANEL = {
  title: 'Tag',
  lines: [{ text: 'Ada', color: null }],
  buttons: [{ id: 'go', text: 'Go' }],
};

function asked(message: unknown): unknown {
  return { type: 'asked', room: 0, asked: message };
}

test.each([
  asked({ type: 'open', wish: WISH }),
  asked({ type: 'request', request: { type: 'start' } }),
  asked({ type: 'request', request: { type: 'team', member: 3, team: 1 } }),
  asked({ type: 'limits', scoreLimit: 3 }),
  asked({ type: 'stadium', text: '{}' }),
  asked({ type: 'say', text: 'hello' }),
  asked({ type: 'announce', ...ANNOUNCED }),
  asked({ type: 'panel', panel: PANEL, to: 3 }),
  asked({ type: 'panel', panel: null, to: null }),
  asked({ type: 'commonPanel', member: 3 }),
  asked({ type: 'kick', member: 2, isBan: true }),
  asked({ type: 'forgive', peer: null }),
  asked({ type: 'password', password: 'x' }),
  asked({ type: 'verdict', line: -1, isShown: false }),
  { type: 'log', level: 'warn', text: 'a' },
  { type: 'here', count: 3 },
  { type: 'keep', name: 'a', text: null },
  { type: 'forget' },
  { type: 'reload' },
  { type: 'exit', code: 1 },
])('what a script may say is read as it is: %j', (message) => {
  expect(readPageMessage(message)).toEqual(message);
});

test.each([
  null,
  'asked',
  { type: 'told' },
  { type: 'log', level: 'loud', text: 'a' },
  { type: 'log', level: 'info', text: { toString: null } },
  { type: 'here', count: Number.NaN },
  { type: 'keep', name: 'a', text: 7 },
  { type: 'asked', room: 99, asked: { type: 'say', text: 'a' } },
  asked(undefined),
  asked({ type: 'request', request: null }),
  asked({ type: 'request', request: { type: 'end of the world' } }),
  asked({ type: 'request', request: { type: 'team', member: 1e9, team: 'x' } }),
  asked({ type: 'request', request: { type: 'badge', member: 0, text: 'x'.repeat(10_000) } }),
  asked({ type: 'limits', scoreLimit: 1e9 }),
  asked({ type: 'stadium', text: 'x'.repeat(1_000_001) }),
  asked({ type: 'announce', ...ANNOUNCED, to: 'everybody' }),
  asked({ type: 'panel', panel: { ...PANEL, title: 'x'.repeat(121) }, to: null }),
  asked({ type: 'panel', panel: { ...PANEL, lines: Array(9).fill(PANEL.lines[0]) }, to: null }),
  asked({ type: 'panel', panel: PANEL, to: 'everybody' }),
  asked({ type: 'panel', panel: '<b>', to: null }),
  asked({ type: 'commonPanel', member: 'x' }),
  asked({ type: 'announce', ...ANNOUNCED, style: 'huge' }),
  asked({ type: 'kick', member: -1 }),
  asked({ type: 'forgive', peer: '<b>' }),
])('what it may not say is nothing: case %#', (message) => {
  expect(readPageMessage(message)).toBeNull();
});

test('a log is cut, and a room is opened as every room is', () => {
  const long = readPageMessage({ type: 'log', level: 'info', text: 'x'.repeat(100_000) });
  expect(long).toMatchObject({ type: 'log' });
  expect(JSON.stringify(long).length).toBeLessThan(10_000);
  const wish = { ...WISH, title: 7, name: null, maxPlayers: 1e9, password: 'x'.repeat(10_000) };
  const opened = readPageMessage(asked({ type: 'open', wish }));
  expect(opened).toMatchObject({ asked: { wish: { name: 'Room script', maxPlayers: 15 } } });
});

test('whatever is put in the place of any field, nothing throws', () => {
  const random = createRandom(7);
  const odd: readonly unknown[] = [
    null,
    -1,
    1e308,
    '',
    [],
    {},
    true,
    'x',
    Number.NaN,
    { length: 9 },
  ];
  const types = ['open', 'request', 'limits', 'stadium', 'say', 'announce', 'kick', 'forgive'];
  const names = ['request', 'wish', 'member', 'text', 'to', 'peer', 'line', 'scoreLimit', 'values'];
  const pick = <Value>(from: readonly Value[]): Value => from[Math.floor(random() * from.length)]!;
  for (let round = 0; round < 5_000; round += 1) {
    const inner: Record<string, unknown> = {
      type: pick(['team', 'disc', 'kit', 'order', 'rules']),
    };
    for (const name of ['member', 'values', 'kit', 'members', 'rules', 'team'])
      inner[name] = pick(odd);
    const message: Record<string, unknown> = { type: pick(types), request: inner };
    message[pick(names)] = pick(odd);
    expect(() => readPageMessage(asked(message))).not.toThrow();
  }
});
