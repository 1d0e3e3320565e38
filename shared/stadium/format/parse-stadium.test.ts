import { expect, test } from 'vitest';
import { FLAG } from '../../sim/physics/arena.ts';
import { parseStadium } from './parse-stadium.ts';
import type { Problem } from './problem.ts';
import type { Stadium } from './stadium.ts';

const HEAD = `name: 'X', width: 100, height: 50`;

function parsed(body: string): Stadium {
  const result = parseStadium(`{ ${HEAD}, ${body} }`);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function problemsOf(text: string): readonly Problem[] {
  const result = parseStadium(text);
  return result.ok ? [] : result.error;
}

test('[F10] what a file leaves out has its default', () => {
  const stadium = parsed('');
  expect(stadium).toMatchObject({
    cameraWidth: 0,
    maxViewWidth: 0,
    cameraFollow: 'ball',
    spawnDistance: 0,
    canBeStored: true,
    kickOffReset: 'partial',
    vertexes: [],
    joints: [],
    bg: { type: 'none', color: null },
  });
  expect(stadium.discs).toEqual([
    {
      pos: { x: 0, y: 0 },
      speed: { x: 0, y: 0 },
      gravity: { x: 0, y: 0 },
      radius: 10,
      invMass: 1,
      damping: 0.99,
      bCoef: 0.5,
      color: 0xffffff,
      cMask: 63,
      cGroup: FLAG.ball | FLAG.kick | FLAG.score,
    },
  ]);
  expect(stadium.playerPhysics).toMatchObject({ radius: 15, invMass: 0.5, kickStrength: 5 });
});

test('[F10] walls are of the group wall and meet everything', () => {
  const stadium = parsed(`
    vertexes: [{ x: 1, y: 2 }, { x: 3, y: 4 }], segments: [{ v0: 0, v1: 1 }],
    planes: [{ normal: [0, -5], dist: 7 }]`);
  const wall = { bCoef: 1, cMask: 63, cGroup: 32 };
  expect(stadium.vertexes[0]).toEqual({ x: 1, y: 2, ...wall });
  expect(stadium.segments[0]).toMatchObject({
    ...wall,
    curveF: null,
    bias: 0,
    vis: true,
    color: 0,
  });
  expect(stadium.planes[0]).toEqual({ normal: { x: 0, y: -1 }, dist: 7, ...wall });
});

test('[F3] comments, trailing commas, single quotes, a byte order mark and CRLF are read', () => {
  const text = `\uFEFF{ // one\r\n  ${HEAD}, /* two */\r\n  'spawnDistance': +.5e1,\r\n}`;
  expect(parseStadium(text)).toMatchObject({ ok: true, value: { spawnDistance: 5 } });
});

test('[F3] raw line breaks in strings, numeric strings and disc0 in a list are read', () => {
  const stadium = parsed(`spawnDistance: ' 12.5', ballPhysics: ['disc0'],
    discs: [{ pos: ['1', 2], note: 'two\nlines // "x' }], // it's a comment
  `);
  expect(stadium.spawnDistance).toBe(12.5);
  expect(stadium.discs).toHaveLength(1);
  expect(stadium.discs[0]?.pos).toEqual({ x: 1, y: 2 });
  expect(parseStadium(`{ name: 'a\r\nb\\\nc', width: 1, height: 1 }`)).toMatchObject({
    ok: true,
    value: { name: 'a\nbc' },
  });
});

test('[F3] unknown keys and null are as if they were not there', () => {
  const stadium = parsed(
    `_data: [{}], joints: null, discs: [{ radius: null, x: 'no', _selected: 1 }]`,
  );
  expect(stadium.discs[1]?.radius).toBe(10);
  expect(stadium.joints).toEqual([]);
});

test('[F11] an object gets from its trait each key that it lacks', () => {
  const stadium = parsed(`
    traits: { post: { radius: 8, invMass: 0, color: '112233' } },
    discs: [{ trait: 'post', invMass: 2 }, { trait: 'none' }, { trait: 'toString' }]`);
  expect(stadium.discs[1]).toMatchObject({ radius: 8, invMass: 2, color: 0x112233 });
  expect(stadium.discs[2]).toMatchObject({ radius: 10 });
  expect(stadium.discs[3]).toMatchObject({ radius: 10 });
});

test('[F12] flags are bits; unknown names are nothing, one name is a list of one', () => {
  const stadium = parsed(`discs: [
    { cMask: ['red', 'blue', 'kick', 'nonsense'], cGroup: 'c3' }, { cMask: ['all'], cGroup: [] }]`);
  expect(stadium.discs[1]).toMatchObject({ cMask: 2 | 4 | 64, cGroup: 1 << 31 });
  expect(stadium.discs[2]).toMatchObject({ cMask: 63, cGroup: 0 });
});

test.each([
  [`'1a2B3c'`, 0x1a2b3c],
  [`'#1a2b3c'`, 0x1a2b3c],
  [`'f80'`, 0xff8800],
  [`'12345'`, 0x12345],
  [`'transparent'`, null],
  [`'FFFFFFFF'`, null],
  [`'#ffffFFFF'`, null],
  [`'FF112233'`, 0xffffff],
  [`[1, 2, 300]`, 0x01022c],
  [`'greenish'`, 0xffffff],
  [`7`, 0xffffff],
  [`{}`, 0xffffff],
])('[F13] the colour %s never rejects a file', (written, color) => {
  expect(parsed(`discs: [{ color: ${written} }]`).discs[1]?.color).toBe(color);
});

test('[F20] disc0 makes the first disc the ball and leaves its group alone', () => {
  const stadium = parsed(`ballPhysics: 'disc0', discs: [{ pos: [5, 6], cGroup: ['ball'] }, {}]`);
  expect(stadium.discs).toHaveLength(2);
  expect(stadium.discs[0]).toMatchObject({ pos: { x: 5, y: 6 }, cGroup: 1 });
});

test('[F21] a ball from ballPhysics is at the spot, can be kicked and scores', () => {
  const stadium = parsed(`ballPhysics: { pos: [9, 9], radius: 6, cGroup: ['c0'] }`);
  expect(stadium.discs[0]).toMatchObject({
    pos: { x: 0, y: 0 },
    radius: 6,
    cGroup: FLAG.c0 | FLAG.kick | FLAG.score,
  });
});

/** Every key that is looks only, and how to read what became of it. */
const LOOKS: readonly (readonly [
  string,
  (written: string) => string,
  (from: Stadium) => unknown,
])[] = [
  ['cameraWidth', (value) => `cameraWidth: ${value}`, (from) => from.cameraWidth],
  ['cameraHeight', (value) => `cameraHeight: ${value}`, (from) => from.cameraHeight],
  ['maxViewWidth', (value) => `maxViewWidth: ${value}`, (from) => from.maxViewWidth],
  ['cameraFollow', (value) => `cameraFollow: ${value}`, (from) => from.cameraFollow],
  ['canBeStored', (value) => `canBeStored: ${value}`, (from) => from.canBeStored],
  ['bg', (value) => `bg: ${value}`, (from) => from.bg],
  ...(
    ['type', 'width', 'height', 'kickOffRadius', 'cornerRadius', 'goalLine', 'color'] as const
  ).map(
    (key) =>
      [
        `bg.${key}`,
        (value: string) => `bg: { ${key}: ${value} }`,
        (from: Stadium) => from.bg[key],
      ] as const,
  ),
  [
    'segment.vis',
    (value) => `${LINE}, segments: [{ v0: 0, v1: 0, vis: ${value} }]`,
    (from) => from.segments[0]?.vis,
  ],
  [
    'segment.color',
    (value) => `${LINE}, segments: [{ v0: 0, v1: 0, color: ${value} }]`,
    (from) => from.segments[0]?.color,
  ],
  ['disc.color', (value) => `discs: [{ color: ${value} }]`, (from) => from.discs[1]?.color],
  ['ball.color', (value) => `ballPhysics: { color: ${value} }`, (from) => from.discs[0]?.color],
  [
    'joint.color',
    (value) => `joints: [{ d0: 0, d1: 0, color: ${value} }]`,
    (from) => from.joints[0]?.color,
  ],
  ['traits', (value) => `traits: ${value}, discs: [{ trait: 'a' }]`, (from) => from.discs[1]],
  ['trait', (value) => `discs: [{ trait: ${value} }]`, (from) => from.discs[1]],
];

const LINE = 'vertexes: [{ x: 1, y: 1 }]';
const WRONG = ['{}', '{ a: [1] }', "'~'", '1e999', 'NaN', '-Infinity', '[]', '[{}]', '[[1], 2]'];

test.each(LOOKS)(
  '[F4] whatever %s holds, it is looks only and refuses no file',
  (key, write, read) => {
    const plain = read(parsed(write('null')));
    for (const value of WRONG) {
      const looks = read(parsed(write(value)));
      // A list is a colour of red, green and blue, also a poor one.
      if (!(key.endsWith('color') && value.startsWith('['))) expect(looks).toEqual(plain);
    }
  },
);

test('[F4] [F32] a plane without direction refuses no file', () => {
  expect(parsed('planes: [{ normal: [0, 0], dist: 1 }]').planes[0]?.normal).toEqual({ x: 0, y: 0 });
  expect(parsed('planes: [{ normal: [0, -0], dist: 1 }]').planes[0]?.normal).toEqual({
    x: 0,
    y: 0,
  });
});

test.each([
  ['', '', /file ends/],
  ['[]', '', /no object/],
  ['{ width: 1, height: 1 }', 'name', /missing/],
  ['{ name: 5, width: 1, height: 1 }', 'name', /no text/],
  [`{ name: 'x', height: 1 }`, 'width', /missing/],
  [`{ name: 'x', width: 'wide', height: 1 }`, 'width', /"wide" is not a finite number/],
  [`{ ${HEAD}, spawnDistance: Infinity }`, 'spawnDistance', /finite/],
  [`{ ${HEAD}, spawnDistance: 1e999 }`, 'spawnDistance', /finite/],
  [`{ ${HEAD}, vertexes: {} }`, 'vertexes', /no list/],
  [`{ ${HEAD}, vertexes: [7] }`, 'vertexes[0]', /no object/],
  [`{ ${HEAD}, vertexes: [{ x: 1 }] }`, 'vertexes[0].y', /missing/],
  [
    `{ ${HEAD}, vertexes: [{ x: 1, y: 1 }], segments: [{ v0: 0, v1: 41 }] }`,
    'segments[0].v1',
    /vertex 41 does not exist/,
  ],
  [
    `{ ${HEAD}, vertexes: [{ x: 1, y: 1 }], segments: [{ v0: 0, v1: 0.5 }] }`,
    'segments[0].v1',
    /0.5/,
  ],
  [`{ ${HEAD}, vertexes: [{ x: 1, y: 1 }], segments: [{ v0: 0 }] }`, 'segments[0].v1', /missing/],
  [`{ ${HEAD}, goals: [{ p0: [1, 2], p1: [3], team: 'red' }] }`, 'goals[0].p1', /pair/],
  [`{ ${HEAD}, goals: [{ p0: [1, 2], p1: [3, 4], team: 'green' }] }`, 'goals[0].team', /"green"/],
  [`{ ${HEAD}, planes: [{ normal: 'up', dist: 1 }] }`, 'planes[0].normal', /pair/],
  [`{ ${HEAD}, discs: [{ cMask: [3] }] }`, 'discs[0].cMask', /collision flag/],
  [`{ ${HEAD}, joints: [{ d0: 0, d1: 1 }] }`, 'joints[0].d1', /disc 1 does not exist/],
  [
    `{ ${HEAD}, discs: [{}], joints: [{ d0: 0, d1: 1, length: 'long' }] }`,
    'joints[0].length',
    /range/,
  ],
  [`{ ${HEAD}, redSpawnPoints: [[1]] }`, 'redSpawnPoints[0]', /pair/],
  [`{ ${HEAD}, ballPhysics: 'disc1' }`, 'ballPhysics', /no object/],
  [`{ ${HEAD}, ballPhysics: 'disc0' }`, 'discs', /no disc/],
])('[F4] %s is refused at %j', (text, path, message) => {
  const [problem] = problemsOf(text);
  expect(problem?.path).toBe(path);
  expect(problem?.message).toMatch(message);
});

test('[F4] more than 1024 of a kind, or more than 1 MiB, are refused', () => {
  const most = Array.from({ length: 1024 }, () => '{}').join();
  expect(parsed(`discs: [${most}]`).discs).toHaveLength(1025);
  expect(problemsOf(`{ ${HEAD}, discs: [${most}, {}] }`)[0]?.message).toMatch(/more than 1024/);
  expect(problemsOf(' '.repeat(1_048_577))[0]?.message).toMatch(/1 MiB/);
  const file = `{ ${HEAD} }//`;
  const rest = 1_048_576 - file.length;
  for (const [letter, bytes] of [
    ['x', 1],
    ['\u00e9', 2],
    ['\u2028', 3],
    ['\u{1f600}', 4],
  ] as const) {
    const full = file + letter.repeat(Math.floor(rest / bytes)) + ' '.repeat(rest % bytes);
    expect(parseStadium(`${full} `)).toMatchObject({ error: [{ message: /1 MiB/ }] });
    expect(parseStadium(full).ok).toBe(true);
  }
});

test('[F4] a report is never longer than 20 problems', () => {
  const bad = Array.from({ length: 500 }, () => '7').join();
  expect(problemsOf(`{ discs: [${bad}] }`)).toHaveLength(20);
});

test('[F1] keys that every object inherits do no harm', () => {
  const text = `{ ${HEAD}, "__proto__": { "discs": 5 }, traits: { "__proto__": { radius: 1 } },
    discs: [{ trait: "__proto__", constructor: 1 }, { "__proto__": { radius: 3 } }] }`;
  const result = parseStadium(text);
  expect(result.ok && result.value.discs.map(({ radius }) => radius)).toEqual([10, 1, 10]);
  expect(({} as { radius?: number }).radius).toBeUndefined();
});
