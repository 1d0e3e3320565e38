import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../project/source-files.ts';
import { leaveOutWebTransport } from './leave-out-web-transport.ts';

async function bundleLobbySocket(plugins: ReturnType<typeof leaveOutWebTransport>[]) {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(PROJECT_ROOT, 'game/net/lobby/lobby-socket.ts'), formats: ['es'] },
    },
  });
  const [bundle] = output as Rolldown.RolldownOutput[];
  return bundle!.output[0].code;
}

test('[L77] the game carries websocket and long polling, and no third way to the lobby', async () => {
  const whole = await bundleLobbySocket([]);
  const lean = await bundleLobbySocket([leaveOutWebTransport()]);
  const waysIn = (code: string) =>
    ['websocket', 'polling', 'webtransport'].filter((way) => code.includes(`return "${way}";`));
  // So it is noticed when the package calls it otherwise, and nothing is left out any more.
  expect(waysIn(whole)).toEqual(['websocket', 'polling', 'webtransport']);
  expect(waysIn(lean)).toEqual(['websocket', 'polling']);
}, 60_000);
