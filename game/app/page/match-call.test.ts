import { expect, test } from 'vitest';
import { MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { createWorld } from '../../../shared/room/world.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { type CallWindow, MatchCall } from './match-call.ts';

/** A page in a room. */
class Page {
  readonly document = {
    hidden: false,
    title: 'Peerball',
    addEventListener: (_type: string, listen: unknown) => {
      this.#look = listen as () => void;
    },
  };
  buzzes = 0;
  readonly navigator = {
    vibrate: () => {
      this.buzzes += 1;
      return true;
    },
  };
  #look = (): void => {};
  readonly call = new MatchCall(this as CallWindow, () => 'The match starts');

  at(phase: number): void {
    const world = createWorld('classic', builtInArena, 1);
    world.match.ints[MATCH.phase] = phase;
    this.call.follow({ world });
  }

  hide(isHidden: boolean): void {
    this.document.hidden = isHidden;
    this.#look();
  }
}

test('[V65] the title says that a match starts while the page is hidden, until it is looked at', () => {
  const page = new Page();
  page.hide(true);
  page.at(PHASE.warmUp);
  expect(page.document.title).toBe('Peerball');
  page.at(PHASE.kickOff);
  page.at(PHASE.playing);
  expect([page.document.title, page.buzzes]).toEqual(['The match starts', 1]);
  page.hide(false);
  expect(page.document.title).toBe('Peerball');
});

test('[V65] each match calls once, also a rematch, and a page that is looked at keeps its title', () => {
  const page = new Page();
  for (const phase of [PHASE.warmUp, PHASE.kickOff, PHASE.playing, PHASE.end, PHASE.kickOff]) {
    page.at(phase);
  }
  expect([page.document.title, page.buzzes]).toEqual(['Peerball', 2]);
});

test('who comes into a match that is on is called by nothing, nor is anybody at home', () => {
  const page = new Page();
  page.hide(true);
  page.at(PHASE.playing);
  page.call.follow(null);
  page.at(PHASE.playing);
  expect([page.document.title, page.buzzes]).toEqual(['Peerball', 0]);
});
