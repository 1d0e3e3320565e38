import { expect, test } from 'vitest';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { formatStadium } from '../../shared/stadium/format/format-stadium.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { stadiumTexts } from './all-arenas.ts';

function read(text: string): Stadium {
  const parsed = parseStadium(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** −0 is the same as 0, as it is once compiled [F5]; a normal may move by its last bit. */
function plain(stadium: Stadium): unknown {
  const rounded = stadium.planes.map(({ normal, ...plane }) => ({
    ...plane,
    normal: [normal.x.toFixed(12), normal.y.toFixed(12)].map(Number),
  }));
  return JSON.parse(JSON.stringify({ ...stadium, planes: rounded }));
}

const NAMED: readonly (readonly [string, Stadium])[] = [
  ...BUILT_IN_STADIUMS,
  ...stadiumTexts().map(({ name, text }) => [name, read(text)] as const),
];

test.each(NAMED)('[F60] %s comes back from its text as it was', (_, stadium) => {
  const text = formatStadium(stadium);
  const back = read(text);
  expect(plain(back)).toEqual(plain(stadium));
  expect(compileArena(back).startDiscs).toEqual(compileArena(stadium).startDiscs);
});

test('[F60] a ball off its spot, moving, or with a group of its own is the first disc', () => {
  for (const disc of ['pos: [3, 0]', 'speed: [0, 1]', "cGroup: ['c1']"]) {
    const stadium = read(`{name:'x',width:9,height:9,ballPhysics:'disc0',discs:[{${disc}}]}`);
    expect(formatStadium(stadium)).toContain('"ballPhysics":"disc0"');
    expect(read(formatStadium(stadium))).toEqual(stadium);
  }
});

test('[F60] spelling and layout of a file do not change the id of its stadium', () => {
  const collection = new StadiumCollection();
  const one = collection.addFile(`{name:'x',width:9,height:9,discs:[{radius:7}]}`);
  const other = collection.addFile(
    `{ /* mine */ "height": "9", "width": 9, traits: {a: {radius: 7}}, discs: [{trait: 'a',}], name: 'x' }`,
  );
  expect(one).toEqual(other);
  expect(collection.addFile(`{name:'x',width:9,height:9,discs:[{radius:8}]}`)).not.toEqual(one);
});

test('[F60] a collection knows a text by its hash, refuses what is no stadium, and keeps the last 16', () => {
  const collection = new StadiumCollection();
  expect(collection.add('{').ok).toBe(false);
  const ids = Array.from({ length: 20 }, (_, index) => {
    const added = collection.addFile(`{name:'${index}',width:9,height:9}`);
    if (!added.ok) throw new Error('must be a stadium');
    return added.value;
  });
  expect(ids.filter((id) => collection.arena(id))).toEqual(ids.slice(4));
  expect(collection.text('classic')).toBeNull();
  expect(collection.arena('classic')).toBeDefined();
  const last = ids.at(-1)!;
  expect(new StadiumCollection().add(collection.text(last)!)).toEqual({ ok: true, value: last });
});
