import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { freePort, type RunningLobby, startLobby } from '../browser/lobby.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { hasRedis, RedisProcess } from '../lobby/redis-process.ts';
import { driveChromium } from '../page/driven-page.ts';
import { watchTicks } from '../page/page-watch.ts';
import { expectPlayedOn, joinAsThird, SMALL, termOf } from '../page/played-on.ts';
import {
  acceptInvite,
  agree,
  invitePath,
  makeRoom,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';
import { untilFurther } from '../page/same-match.ts';

const PATIENCE_MS = 30_000;
const TEST_MS = 180_000;
const ONWARD_TICKS = 120;

/** Two processes of one lobby, and what sends each connection to one of those that run. */
class TwoProcesses {
  readonly #redis: RedisProcess;
  readonly #ports: readonly number[];
  readonly #lobbies: RunningLobby[] = [];
  #open: number[] = [];
  #turn = 0;
  readonly #proxy = new CutProxy(() => this.#open[this.#turn++ % this.#open.length]!);
  url = '';

  private constructor(redis: RedisProcess, ports: readonly number[]) {
    this.#redis = redis;
    this.#ports = ports;
  }

  static async start(): Promise<TwoProcesses> {
    const ports = [await freePort(), await freePort()];
    const two = new TwoProcesses(await RedisProcess.start(), ports);
    for (const at of [0, 1]) await two.#run(at);
    two.url = await two.#proxy.listen();
    return two;
  }

  /** As an update does: nobody new is sent there, it ends in order, and another one takes its place. */
  async restart(at: number): Promise<void> {
    this.#open = this.#open.filter((port) => port !== this.#ports[at]);
    await this.#lobbies[at]!.stop('SIGTERM');
    await this.#run(at);
  }

  async end(): Promise<void> {
    this.#proxy.close();
    for (const lobby of this.#lobbies) await lobby.stop();
    await this.#redis.kill();
  }

  async #run(at: number): Promise<void> {
    const port = this.#ports[at]!;
    this.#lobbies[at] = await startLobby({ PEERBALL_REDIS_URL: this.#redis.url }, { port });
    this.#open.push(port);
  }
}

describe.skipIf(!hasRedis() || process.platform === 'win32')('two processes over Redis', () => {
  let two: TwoProcesses;
  let browser: Browser;
  let ana: Person;
  let ben: Person;
  let code: string;

  beforeAll(async () => {
    [two, browser] = await Promise.all([TwoProcesses.start(), launchChromium()]);
  });

  afterAll(async () => {
    await browser.close();
    await two.end();
  });

  test(
    '[L151] a match plays on while both processes of its lobby are restarted, one behind the other',
    { timeout: TEST_MS },
    async () => {
      ana = await openPerson(browser, two.url, SMALL);
      await nameOneself(ana.page, 'Ana');
      code = await makeRoom(ana.page);
      ben = await openPerson(browser, two.url + invitePath(code), SMALL);
      await nameOneself(ben.page, 'Ben');
      await acceptInvite(ben.page);
      await untilInRoom(ben.page, 2);
      for (const { page } of [ana, ben]) await agree(page, 'ready');
      await ben.page.getByTestId('match').waitFor();
      await untilFurther(ben.page, ONWARD_TICKS, PATIENCE_MS);
      const term = await termOf(ben.page);

      for (const { page } of [ana, ben]) await watchTicks(driveChromium(page));
      for (const at of [0, 1]) {
        await two.restart(at);
        for (const { page } of [ana, ben]) {
          await untilFurther(page, ONWARD_TICKS, PATIENCE_MS);
          await warning(page).waitFor({ state: 'detached' });
        }
      }
      for (const { page } of [ana, ben]) await expectPlayedOn(page);
      expect(await termOf(ben.page)).toBe(term);
    },
  );

  test(
    '[L151] a third comes behind that by the old code, and sees the same match',
    { timeout: TEST_MS },
    async () => {
      const carla = await joinAsThird(browser, two.url + invitePath(code), [ana, ben]);
      expect(carla.complaints).toEqual([]);
    },
  );
});

const warning = (page: Page) => page.getByTestId('warning-lobby');
