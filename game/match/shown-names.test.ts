import { expect, test } from 'vitest';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { roomShower, type NameOf } from './shown-names.ts';

function room() {
  return new RecordedMatch(2).world.room;
}

test('a room stays as it is while nobody is called otherwise', () => {
  const state = room();
  expect(roomShower(() => null)(state)).toBe(state);
});

test('people are called otherwise, without what stands on their discs', () => {
  const state = room();
  const members = state.members.map((member) => ({ ...member, badge: 'XY' }) as typeof member);
  const show = roomShower(() => (name) => (name === 'Player 0' ? name : `alias of ${name}`));
  const shown = show({ ...state, members });
  expect(shown.members.map(({ name }) => name)).toEqual(['Player 0', 'alias of Player 1']);
  expect(shown.members.map((one) => one.type === 'person' && one.badge)).toEqual(['XY', null]);
});

test('those who are on this machine alone keep their names', () => {
  const state = room();
  const [first, second] = state.members;
  const members = [first!, second!].map((one, index) => {
    const peer = parsePeerId(index === 0 ? 'self' : 'bot-1')!;
    return { ...one, peer } as typeof one;
  });
  const shown = roomShower(() => () => 'hidden')({ ...state, members });
  expect(shown.members.map(({ name }) => name)).toEqual(['Player 0', 'Player 1']);
});

test('a person may be called otherwise than another one of the same name', () => {
  const state = room();
  const peer = state.members[0]!.peer;
  const shown = roomShower(() => (name, of) => (of === peer ? 'hidden' : name))(state);
  expect(shown.members.map(({ name }) => name)).toEqual(['hidden', 'Player 1']);
});

test('the same room is the same object, until its names are others', () => {
  let call: NameOf = (name) => `${name}!`;
  const show = roomShower(() => call);
  const state = room();
  const first = show(state);
  expect(show(state)).toBe(first);
  call = (name) => `${name}?`;
  expect(show(state)).not.toBe(first);
});
