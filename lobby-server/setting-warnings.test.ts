import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { settingWarnings } from './setting-warnings.ts';

function warnings(environment: Record<string, string>): string[] {
  const config = readConfig({ PEERBALL_PUBLIC_URL: 'http://play.example', ...environment });
  if (!config.ok) throw new Error(config.error.join());
  return settingWarnings(config.value);
}

test.each(['', '0.0.0.0', '::'])(
  '[L137] a proxy is trusted and %j is open to all: that is said',
  (host) => {
    expect(warnings({ PEERBALL_TRUST_PROXY: '1', PEERBALL_HOST: host })).toEqual([
      expect.stringContaining('PEERBALL_HOST=127.0.0.1'),
    ]);
  },
);

test('[L137] without a trusted proxy, or behind one alone, there is nothing to warn of', () => {
  expect(warnings({})).toEqual([]);
  expect(warnings({ PEERBALL_TRUST_PROXY: '1', PEERBALL_HOST: '127.0.0.1' })).toEqual([]);
});
