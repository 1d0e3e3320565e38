import { expect, test } from 'vitest';
import { bundleScript } from '../browser/bundle.ts';
import { look } from '../page/play.ts';
import { receiveVisitors } from '../page/visitors.ts';

const SMALL = { viewport: { width: 480, height: 480 } };
/** Three things to do, on a machine that may be busy. */
const PATIENCE_MS = 60_000;

const { open } = receiveVisitors();

test('a newcomer in the drill is shown three things, does them, and a bot comes to play', async () => {
  const bundle = await bundleScript('tests/page/page-recorder.ts', 'pageRecorder');
  const recorder = `${bundle}; window.pageRecorder = pageRecorder;`;
  const ana = await open('/', SMALL, async (page) => {
    await page.addInitScript({ content: recorder });
  });
  const { page } = ana;
  await page.getByTestId('practice-choice').click();
  await page.getByTestId('practice-size-0').click();
  await page.getByTestId('practice-drill').waitFor();
  await page.getByTestId('practice-start').click();
  await page.getByTestId('match').waitFor();
  const lesson = page.getByText(/^[123]\/3$/);
  await expect.poll(() => lesson.innerText()).toBe('1/3');
  expect(await players(page)).toBe(1);

  await page.evaluate(() => window.pageRecorder?.chase(true));
  await expect.poll(() => players(page), { timeout: PATIENCE_MS }).toBe(2);
  await page.getByText('That is all it takes: move, kick, score.').first().waitFor();
  expect(await lesson.count()).toBe(0);
  expect(ana.complaints).toEqual([]);
});

async function players(page: Parameters<typeof look>[0]): Promise<number> {
  return (await look(page)).members.filter(({ team }) => team !== 0).length;
}
