import { expect, test } from 'vitest';
import { openPerson } from '../browser/browser.ts';
import { invitePath, makeRoom, nameOneself } from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

const { url, open } = receiveVisitors();

test('a link leads to the pitch by its steps and in eight requests, and the lobby is asked before the game begins', async () => {
  const ana = await open();
  await nameOneself(ana.page, 'Ana');
  const code = await makeRoom(ana.page);

  const browser = ana.page.context().browser();
  const ben = await openPerson(browser!, url() + invitePath(code), {}, async (page) => {
    await page.addInitScript(() => {
      localStorage.setItem('peerball.settings', '{"nick":"Ben","isNamed":true}');
      // The way to the lobby, and every context to draw in: each takes its time to start.
      const note = (name: string): void => void performance.mark(`peerball-${name}`);
      const { WebSocket: Real } = window;
      window.WebSocket = class extends Real {
        constructor(...to: ConstructorParameters<typeof Real>) {
          note('socket');
          super(...to);
        }
      };
      const { prototype } = HTMLCanvasElement;
      const real = prototype.getContext;
      const known = new WeakSet();
      Object.assign(prototype, {
        getContext(this: HTMLCanvasElement, ...asked: Parameters<typeof real>) {
          if (asked[0] === 'webgl' && !known.has(this)) {
            known.add(this);
            note('webgl');
          }
          return real.apply(this, asked);
        },
      });
    });
  });
  await ben.page.waitForFunction(() => performance.getEntriesByName('peerball-pitch').length > 0);

  const marks = await ben.page.evaluate(() =>
    performance.getEntriesByType('mark').map(({ name }) => name.replace('peerball-', '')),
  );
  const fetched = await ben.page.evaluate(() => {
    const [pitch] = performance.getEntriesByName('peerball-pitch');
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ transferSize, startTime }) => transferSize > 0 && startTime < pitch!.startTime)
      .map(({ name }) => name);
  });
  await ben.leave();
  // Eight with the page itself: whatever comes in beside them is waited for by everybody who opens a link.
  const files = fetched.map((file) => file.replace(/^.*\/(?:assets\/)?|-[\w-]{8}(?=\.)/g, ''));
  expect(files.toSorted()).toEqual([
    'atkinson-hyperlegible-next-plain.woff2',
    'game-canvas.js',
    'game.js',
    'index.css',
    'index.js',
    'outfit-plain.woff2',
    'tick-worker.js',
  ]);
  const inOrder = (...steps: string[]): void => {
    expect(marks.filter((mark) => steps.includes(mark))).toEqual(steps);
  };
  inOrder('page', 'socket', 'lobby', 'room', 'ice', 'dtls', 'channel', 'live', 'pitch');
  // The game begins while the lobby answers, and so do the graphics: neither holds the other up.
  inOrder('socket', 'parts', 'room');
  expect(marks.indexOf('socket')).toBeLessThan(marks.indexOf('webgl'));
  // Until the room can be played in no picture is drawn: each takes as long as a step.
  inOrder('engine', 'booted', 'canvas', 'pitch');
  inOrder('live', 'canvas');
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});
