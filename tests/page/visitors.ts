import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium, openPerson, type Person, type Visit } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';

export type Visitors = {
  /** Address of the lobby, without a path. */
  readonly url: () => string;
  readonly open: (
    path?: string,
    visit?: Visit,
    prepare?: (page: Page) => Promise<void>,
  ) => Promise<Person>;
  /** What the pages of all who are here complained of. */
  readonly complaints: () => readonly string[];
};

/** A lobby and a browser for all tests of a file, and people who leave when a test is over. */
export function receiveVisitors(): Visitors {
  let lobby: RunningLobby;
  let browser: Browser;
  const people: Person[] = [];

  beforeAll(async () => {
    [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  });

  afterEach(async () => {
    await Promise.all(people.splice(0).map((person) => person.leave()));
  });

  afterAll(async () => {
    await browser.close();
    await lobby.stop();
  });

  return {
    url: () => lobby.url,
    open: async (path = '/', visit = {}, prepare = undefined) => {
      const person = await openPerson(browser, `${lobby.url}${path}`, visit, prepare);
      people.push(person);
      return person;
    },
    complaints: () => people.flatMap((person) => person.complaints),
  };
}
