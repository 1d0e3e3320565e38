import { join } from 'node:path';
import { readConfig } from '../../lobby-server/config.ts';
import { createLobbyServer } from '../../lobby-server/create-lobby-server.ts';
import type { Limits, Times } from '../../lobby-server/limits/limits.ts';
import { makeLogger } from '../../lobby-server/log.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import type { RunningLobby } from './lobby.ts';

/** A lobby in this process that serves the built game, with times and limits of the test's choice. */
export async function serveLobby(
  times: Partial<Times> = {},
  limits: Partial<Limits> = {},
): Promise<RunningLobby> {
  const config = readConfig({ PEERBALL_PORT: '0', PEERBALL_STUN_URLS: '' });
  if (!config.ok) throw new Error(config.error.join('; '));
  const server = await createLobbyServer({
    config: config.value,
    secret: 'only-for-tests-on-this-machine',
    gameFolder: join(PROJECT_ROOT, 'dist', 'game'),
    log: makeLogger(
      () => {},
      () => new Date(0),
    ),
    times,
    limits,
  });
  return { url: server.url, stop: () => server.close() };
}
