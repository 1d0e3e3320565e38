import { expect, test } from 'vitest';
import { NO_DISC_TRAITS } from '../../shared/room/disc-values.ts';
import { shownDisc } from './disc-change.ts';

const OWN = { radius: 12, color: 0xff_ff_ff };

function roomWith(traits: Partial<typeof NO_DISC_TRAITS>) {
  return { discs: [{ disc: 3, holder: null, traits: { ...NO_DISC_TRAITS, ...traits } }] };
}

test('[R40] [V33] a disc looks as its file says until a script says otherwise, each trait by itself', () => {
  expect(shownDisc({ discs: [] }, 3, OWN)).toEqual(OWN);
  expect(shownDisc(roomWith({ color: 0x12_34_56 }), 3, OWN)).toEqual({
    radius: 12,
    color: 0x12_34_56,
  });
  expect(shownDisc(roomWith({ radius: 30 }), 3, OWN)).toEqual({ radius: 30, color: 0xff_ff_ff });
  expect(shownDisc(roomWith({ radius: 30 }), 4, OWN)).toEqual(OWN);
});

test('[R40] [V33] a script shows what its file hides, and hides what it shows', () => {
  expect(shownDisc(roomWith({ color: -1 }), 3, OWN)).toBeNull();
  expect(shownDisc(roomWith({ radius: 0 }), 3, OWN)).toBeNull();
  expect(shownDisc(roomWith({ color: 0 }), 3, { radius: 12, color: null })).toEqual({
    radius: 12,
    color: 0,
  });
  expect(shownDisc(roomWith({ radius: 5 }), 3, { radius: 0, color: 7 })).toEqual({
    radius: 5,
    color: 7,
  });
});
