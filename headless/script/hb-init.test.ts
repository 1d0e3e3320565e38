import { expect, test } from 'vitest';
import { readConfig } from './hb-init.ts';

test('a config is read as far as it means something here', () => {
  const config = {
    roomName: '🔴 League of Friends 🔵',
    playerName: 'BOT',
    password: 'secret',
    maxPlayers: 10,
    public: true,
    noPlayer: true,
    token: 'thr1.AAAA',
    geo: { code: 'tr', lat: 41, lon: 29 },
  };
  expect(readConfig(config)).toEqual({
    title: '🔴 League of Friends 🔵',
    name: 'BOT',
    password: 'secret',
    isPublic: true,
    maxPlayers: 10,
    hasNoPlayer: true,
  });
});

test.each([
  [undefined, { title: null, name: 'Room script', isPublic: false, maxPlayers: 15 }],
  [{ maxPlayers: 30 }, { maxPlayers: 15 }],
  [{ maxPlayers: 'many' }, { maxPlayers: 15 }],
  [{ password: null }, { password: null }],
  [{ roomName: 'x'.repeat(80) }, { title: 'x'.repeat(32) }],
  [{ roomName: '\u202Eabc' }, { title: 'abc' }],
  [{ playerName: '\u0000' }, { name: 'Room script' }],
])('%j is read without an error', (config, read) => {
  expect(readConfig(config)).toMatchObject(read);
});

test('the name of the command line goes before that of the script', () => {
  expect(readConfig({ playerName: 'BOT' }, 'League').name).toBe('League');
});
