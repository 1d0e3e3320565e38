import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMES } from './limits/limits.ts';

const SECRET = 'sixteen characters or more';

function problems(environment: Record<string, string>): readonly string[] {
  const config = readConfig(environment);
  return config.ok ? [] : config.error;
}

test('[L40] without any variable there is a server for the local network', () => {
  expect(readConfig({ PATH: '/bin' })).toMatchObject({
    ok: true,
    value: { port: 3000, publicUrl: null, relay: true, trustedProxies: 0, turnUrls: [] },
  });
});

test('[L33] without any variable the limits are the ones that are written down', () => {
  const config = readConfig({});
  expect(config.ok && { ...DEFAULT_LIMITS, ...config.value.limits }).toEqual(DEFAULT_LIMITS);
  expect(config.ok && { ...DEFAULT_TIMES, ...config.value.times }).toEqual(DEFAULT_TIMES);
});

test('[L40] every variable is read', () => {
  const environment = {
    PEERBALL_PORT: '0',
    PEERBALL_HOST: '127.0.0.1',
    PEERBALL_PUBLIC_URL: 'https://play.example',
    PEERBALL_ALLOWED_ORIGINS: 'https://a.example, http://b.example:8080',
    PEERBALL_STUN_URLS: '',
    PEERBALL_TURN_URLS: 'turn:t.example:3478,turns:t.example',
    PEERBALL_TURN_SECRET: SECRET,
    PEERBALL_RELAY: 'off',
    PEERBALL_TRUST_PROXY: '1',
    PEERBALL_MAX_ROOMS: '10',
    PEERBALL_MAX_SOCKETS: '100',
    PEERBALL_ROOMS_PER_ADDRESS: '7',
    PEERBALL_SOCKETS_PER_ADDRESS: '70',
    PEERBALL_CONNECTIONS_PER_MINUTE: '120',
    PEERBALL_JOINS_PER_MINUTE: '30',
    PEERBALL_IDLE_MINUTES: '60',
    PEERBALL_OPERATOR_TOKEN: 'sixteen-or-more-of-them',
    PEERBALL_METRICS_PORT: '9100',
    PEERBALL_REDIS_URL: 'rediss://redis.example:6380',
    PEERBALL_DATA_FOLDER: '/var/lib/peerball',
    PEERBALL_SECRET: SECRET,
  };
  expect(readConfig(environment)).toEqual({
    ok: true,
    value: {
      port: 0,
      host: '127.0.0.1',
      publicUrl: 'https://play.example',
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
      stunUrls: [],
      turnUrls: ['turn:t.example:3478', 'turns:t.example'],
      turnSecret: SECRET,
      relay: false,
      sourceMaps: false,
      trustedProxies: 1,
      operatorToken: 'sixteen-or-more-of-them',
      metricsPort: 9100,
      redisUrl: 'rediss://redis.example:6380',
      dataFolder: '/var/lib/peerball',
      secret: SECRET,
      limits: {
        rooms: 10,
        sockets: 100,
        roomsOfPrefix: 7,
        creates: { burst: 7, perSecond: 7 / 60 },
        socketsOfPrefix: 70,
        connections: { burst: 120, perSecond: 2 },
        joins: { burst: 30, perSecond: 0.5 },
      },
      times: { idleMs: 3_600_000 },
    },
  });
});

test.each([
  ['PEERBALL_PORT', '80x', 'must be a whole number'],
  ['PEERBALL_PORT', '65536', 'must be at most 65535'],
  ['PEERBALL_MAX_ROOMS', '0', 'must be at least 1'],
  ['PEERBALL_PUBLIC_URL', 'play.example', 'must be like https://play.example.org, without a path'],
  ['PEERBALL_PUBLIC_URL', 'http://a/b', 'must be like https://play.example.org, without a path'],
  [
    'PEERBALL_ALLOWED_ORIGINS',
    'https://*.example',
    'must be a list of origins like https://play.example.org',
  ],
  ['PEERBALL_STUN_URLS', 'stun.example', 'must be a list of addresses like stun:host:3478'],
  ['PEERBALL_RELAY', 'no', 'must be on or off'],
  ['PEERBALL_REDIS_URL', 'localhost:6379', 'must be like redis://127.0.0.1:6379'],
  ['PEERBALL_SECRET', 'short', 'must have at least 16 characters'],
  [
    'PEERBALL_OPERATOR_TOKEN',
    'long enough but with spaces',
    'must have at least 16 letters, digits or signs and no space',
  ],
])('[L40] %s=%s: %s', (name, value, problem) => {
  expect(problems({ [name]: value })).toEqual([`${name} ${problem}`]);
});

test('[L40] an unknown variable is a mistake, and the right one is suggested', () => {
  expect(problems({ PEERBALL_PROT: '1' })).toEqual([
    'PEERBALL_PROT is no setting: did you mean PEERBALL_PORT?',
  ]);
  expect(problems({ PEERBALL_WHATEVER_IT_IS: '1' })).toEqual([
    'PEERBALL_WHATEVER_IT_IS is no setting',
  ]);
});

test.each([
  ['PEERBALL_TRUST_PROXY', { PEERBALL_PUBLIC_URL: 'https://play.example' }],
  ['PEERBALL_PUBLIC_URL', { PEERBALL_TRUST_PROXY: '1' }],
  ['PEERBALL_TURN_SECRET', { PEERBALL_TURN_URLS: 'turn:t.example' }],
  ['PEERBALL_TURN_URLS', { PEERBALL_TURN_SECRET: SECRET }],
  ['PEERBALL_SECRET', { PEERBALL_REDIS_URL: 'redis://127.0.0.1' }],
])('[L40] %s is missed where it is needed', (name, environment) => {
  const found = problems(environment);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${name} must be set when `));
});
