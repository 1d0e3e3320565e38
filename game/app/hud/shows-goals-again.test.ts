import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { GOAL_REPLAYS } from '../../settings/settings.ts';
import type { QuickView, Screen } from '../../ui/model/view-model.ts';
import { showsGoalsAgain } from './shows-goals-again.ts';

const QUICK: QuickView = { searching: 0, playing: 2, isAlone: false, nextS: null };

function shown(screen: 'match' | 'room', quick: QuickView | null, isCalm: boolean, menu = false) {
  const model = {
    screen: signal<Screen>({ screen }),
    quick: signal(quick),
    menuOpen: signal(menu),
  };
  return GOAL_REPLAYS.filter((goalReplay) => showsGoalsAgain(model, { goalReplay }, isCalm));
}

test('[V30] goals are shown again among friends, without reduced motion, or always', () => {
  expect(shown('match', null, false)).toEqual(['friends', 'always']);
  expect(shown('match', QUICK, false)).toEqual(['always']);
  expect(shown('match', null, true)).toEqual(['always']);
});

test('[V30] they are not where another screen or the menu is', () => {
  expect(shown('room', null, false)).toEqual([]);
  expect(shown('match', null, false, true)).toEqual([]);
});
