import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLORS, PALETTES } from '../../game/settings/theme.ts';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { launchChromium } from '../browser/browser.ts';
import { bundleScript } from '../browser/bundle.ts';
import type * as PitchPage from './pitch-page.ts';

const CASES = join(PROJECT_ROOT, '../shared/cases/stadiums');
const WINDOW = { width: 800, height: 450 };
const OUR_GROUND = hex(COLORS.pitchOut);
const LOOKS = [true, false] as const;
/** Without a graphics card each picture takes a moment. */
const MANY_MAPS_MS = 240_000;
/** A browser without a graphics card says so, whatever is drawn. */
const OF_THE_BROWSER = /GPU stall|software WebGL|SwiftShader/i;

let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  const bundle = await bundleScript('tests/in-browser/pitch-page.ts', 'pitchPage');
  browser = await launchChromium();
  page = await browser.newPage({ viewport: WINDOW });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    const isBad = message.type() === 'warning' || message.type() === 'error';
    if (isBad && !OF_THE_BROWSER.test(message.text())) complaints.push(message.text());
  });
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: bundle });
}, 120_000);

afterAll(() => browser.close());

type Point = readonly [x: number, y: number];
function show(
  text: string,
  mapColours: boolean,
  look: PitchPage.PitchOptions = {},
): Promise<number> {
  return page.evaluate(([file, options]) => pitchPage.showPitch(file, options), [
    text,
    { mapColours, ...look },
  ] as const);
}

async function coloursInWindow(points: readonly Point[]): Promise<readonly string[]> {
  const png = (await page.screenshot()).toString('base64');
  return page.evaluate(([shot, at]) => pitchPage.coloursOf(shot, at), [png, points] as const);
}

/** The colours of places of a map that fits into the window, in map units. */
async function coloursOn(
  text: string,
  mapColours: boolean,
  points: readonly Point[],
): Promise<readonly string[]> {
  const scale = await show(text, mapColours);
  return coloursInWindow(
    points.map(([x, y]) => [WINDOW.width / 2 + x * scale, WINDOW.height / 2 + y * scale] as const),
  );
}

function fileOf(keys: string): string {
  return `{name:'x',width:400,height:200,spawnDistance:170,${keys}}`;
}

/** Kits change twice a second at most: enough frames for that. */
const KITS_FRAMES = 60;

const GREY = "bg:{type:'none',color:'454C5E'}";

test('[V20] a line, a joint and a disc in the colour of the ground are not seen, in both looks', async () => {
  const file = fileOf(`${GREY},vertexes:[{x:-200,y:60},{x:200,y:60},{x:-200,y:-60},{x:200,y:-60}],
    segments:[{v0:0,v1:1,color:'454C5E'},{v0:2,v1:3,color:'FF0000'}],
    discs:[{pos:[60,100],radius:20,color:'454C5E'},{pos:[200,100],radius:20,color:'454C5E'}],
    joints:[{d0:1,d1:2,color:'454C5E'}]`);
  for (const own of LOOKS) {
    const ground = own ? '454c5e' : OUR_GROUND;
    const [line, red, disc, rim, joint] = await coloursOn(file, own, [
      [0, 60],
      [0, -60],
      [60, 100],
      [60, 119],
      [130, 100],
    ]);
    expect([line, disc, rim, joint]).toEqual([ground, ground, ground, ground]);
    expect(red).toBe('ff0000');
  }
});

test('[V21] players lie under the discs of the file, which lie in its order over the ball', async () => {
  const file = fileOf(`${GREY},discs:[{pos:[-170,0],radius:60,invMass:0,color:'336699'},
    {pos:[-170,0],radius:20,color:'996633'},{pos:[0,0],radius:30,invMass:0,color:'00FF00'}]`);
  for (const own of LOOKS) {
    expect(
      await coloursOn(file, own, [
        [-170, 0],
        [-140, 0],
        [0, 0],
      ]),
    ).toEqual(['996633', '336699', '00ff00']);
  }
});

test('[V32] kits are drawn inside of a rim in the own colours, and not where teams are mixed up', async () => {
  const kit = (...stripes: number[]) => ({ angle: 90, text: 0, stripes });
  const places = { seat1: [60, -40], seat2: [0, 60] } as const;
  const at = async (kits: NonNullable<PitchPage.PitchOptions['kits']>) => {
    const scale = await show(fileOf(GREY), false, { kits, places, frames: KITS_FRAMES });
    const inWindow = ([x, y]: Point): Point => [
      WINDOW.width / 2 + x * scale,
      WINDOW.height / 2 + y * scale,
    ];
    // Of Carla beside her letter, above and below its middle, and at the lower rim; of Ben above his.
    const points: readonly Point[] = [
      [-6.4, 58.4],
      [-6.4, 61.6],
      [0, 70.5],
      [60, -46.6],
    ];
    return coloursInWindow(points.map(inWindow));
  };
  const sun = PALETTES['sun-wave'].sun.slice(1).toLowerCase();
  expect(await at({ sun: kit(0xff_ff_ff, 0xff_e1_4d), wave: kit(0x1b_2a_6b) })).toEqual([
    'ffffff',
    'ffe14d',
    sun,
    '1b2a6b',
  ]);
  const [, below, rim] = await at({ sun: kit(0x1b_2a_6b), wave: kit(0x1b_2a_6b) });
  expect([below, rim]).toEqual([sun, sun]);
});

test('[V33] what a script made of the ball, of a disc and of a player is drawn, and nothing else of them', async () => {
  const file = fileOf(`${GREY},discs:[{pos:[100,0],radius:10,invMass:0,color:'25AA55',cMask:[]},
    {pos:[100,60],radius:10,invMass:0,color:'transparent',cMask:[]}]`);
  const places = { 0: [-100, 0], seat0: [0, 60] } as const;
  const at = async (changed: NonNullable<PitchPage.PitchOptions['changed']>) => {
    const scale = await show(file, false, { changed, places });
    const inWindow = ([x, y]: Point): Point => [
      WINDOW.width / 2 + x * scale,
      WINDOW.height / 2 + y * scale,
    ];
    // The ball, the disc, beside the disc, the disc that is not drawn, Ana above her letter.
    const points: readonly Point[] = [
      [-100, 0],
      [100, 0],
      [114, 0],
      [100, 60],
      [0, 53.4],
    ];
    return coloursInWindow(points.map(inWindow));
  };
  const before = await at({});
  expect(
    await at({
      0: { color: 0xe6_39_46 },
      1: { color: 0x1b_2a_6b, radius: 24 },
      2: { color: 0xff_e1_4d },
      seat0: { color: 0xab_cd_ef },
    }),
  ).toEqual(['e63946', '1b2a6b', '1b2a6b', 'ffe14d', 'abcdef']);
  const [, disc] = await at({ 1: { color: -1 } });
  expect(disc).toBe(before[2]);
});

test('[V21] a floor of radius 1e7 is a floor, and a disc of 1e5 a wall, to the pixel', async () => {
  const file = fileOf(`${GREY},discs:[{pos:[0,10000150],radius:1e7,invMass:0,color:'945525'},
    {pos:[-100300,0],radius:1e5,color:'25AA55',cMask:[]}]`);
  for (const own of LOOKS) {
    const ground = own ? '454c5e' : OUR_GROUND;
    const points: readonly Point[] = [
      [0, 147],
      [0, 155],
      [250, 155],
      [-297, 0],
      [-305, 0],
    ];
    expect(await coloursOn(file, own, points)).toEqual([
      ground,
      '945525',
      '945525',
      ground,
      '25aa55',
    ]);
  }
});

test('joints keep a colour that is one, and are chalk else in our look', async () => {
  const discs = 'discs:[{pos:[50,80]},{pos:[250,80]},{pos:[50,130]},{pos:[250,1e6],radius:0}]';
  const joints = "joints:[{d0:1,d1:2,color:'FF0000'},{d0:2,d1:4,color:'111111'}]";
  const file = fileOf(`${GREY},${discs},${joints}`);
  const points: readonly Point[] = [
    [150, 80],
    [250, 150],
  ];
  expect(await coloursOn(file, true, points)).toEqual(['ff0000', '111111']);
  expect(await coloursOn(file, false, points)).toEqual(['ff0000', hex(COLORS.line)]);
});

test('[V22] [V23] triggers are not painted, a goal is in our colours and not in those of its file', async () => {
  const goal = (x: number, team: string) => `{p0:[${x},-50],p1:[${x},50],team:'${team}'}`;
  const triggers = [-330, -320, -310].map((x) => goal(x, 'red'));
  const file = fileOf(`${GREY},goals:[${[...triggers, goal(300, 'blue')].join(',')}]`);
  const points: readonly Point[] = [
    [-320, 30],
    [300, 30],
  ];
  expect(await coloursOn(file, true, points)).toEqual(['454c5e', '454c5e']);
  expect(await coloursOn(file, false, points)).toEqual([
    OUR_GROUND,
    hex(PALETTES['sun-wave'].wave),
  ]);
});

test('[V23] the ground of a map in its own colours goes to the edges of the window, and ours comes back', async () => {
  const corners: readonly Point[] = [
    [1, 1],
    [WINDOW.width - 2, WINDOW.height - 2],
  ];
  await show(fileOf("bg:{type:'hockey',width:100,height:50}"), true);
  expect(await coloursInWindow(corners)).toEqual(['555555', '555555']);
  await show('classic', false);
  expect(await coloursInWindow(corners)).toEqual([OUR_GROUND, OUR_GROUND]);
});

test('[V27] the own disc ends where its radius ends', async () => {
  const file = fileOf(GREY);
  const [inside, outside] = await coloursOn(file, true, [
    [-170 + 14, 0],
    [-170 + 17, 0],
  ]);
  expect(inside).not.toBe('454c5e');
  expect(outside).toBe('454c5e');
});

test('[V29] a ball out of sight is pointed at from the edge of the window, one in sight is not', async () => {
  const edge: readonly Point[] = [[WINDOW.width - 13, WINDOW.height / 2]];
  await show('huge', false, { places: { seat0: [-650, 0], 0: [650, 0] }, frames: 30 });
  expect(await coloursInWindow(edge)).toEqual([hex(COLORS.ball)]);
  await show('huge', false, { places: { seat0: [-650, 0], 0: [-600, 0] }, frames: 30 });
  expect(await coloursInWindow(edge)).not.toEqual([hex(COLORS.ball)]);
});

test('[V29] players out of sight are pointed at in the colour of their team, oneself is in sight', async () => {
  const edges: readonly Point[] = [
    [WINDOW.width - 13, WINDOW.height / 2],
    [13, WINDOW.height / 2],
  ];
  const places = { seat0: [-650, 0], seat1: [650, 0], 0: [-600, 0] } as const;
  await show('huge', false, { places, frames: 30 });
  const [right, left] = await coloursInWindow(edges);
  expect(right).toBe(hex(PALETTES['sun-wave'].wave));
  expect(left).not.toBe(hex(PALETTES['sun-wave'].sun));
});

test(
  'no map makes the console complain: ours, those of cases that once failed, and the worst',
  async () => {
    const worst = [
      "bg:{type:'grass',width:1e308,height:1e308,kickOffRadius:1e300,cornerRadius:-5,goalLine:1e9}",
      "bg:{type:'hockey',width:1e308,height:3},playerPhysics:{radius:1e9},ballPhysics:{radius:1e9}",
      "bg:{type:'none',kickOffRadius:80},playerPhysics:{radius:0.001},discs:[{radius:1e12},{radius:1e-9}]",
      "playerPhysics:{radius:-20},ballPhysics:{radius:-3,color:'FFFFFFFF'}",
      'discs:[{pos:[1e12,-1e12],radius:79},{pos:[1e12,0],radius:1e12}],joints:[{d0:1,d1:2},{d0:1,d1:1}]',
      'vertexes:[{x:-1e12,y:0},{x:1e12,y:1e12}],segments:[{v0:0,v1:1},{v0:0,v1:1,curve:10},{v0:1,v1:0,curveF:1e12}]',
    ].map(fileOf);
    const files = existsSync(CASES)
      ? readdirSync(CASES)
          .filter((name) => name.endsWith('.hbs'))
          .map((name) => join(CASES, name))
      : [];
    if (files.length === 0) console.log(`CASES NOT DRAWN: there is no ${CASES}`);
    const maps = [...BUILT_IN_STADIUMS.keys(), ...worst];
    for (const text of [...maps, ...files.map((file) => readFileSync(file, 'utf8'))]) {
      for (const own of LOOKS) {
        await show(text, own);
        expect(complaints, text).toEqual([]);
        const card = await page.evaluate(([file, look]) => pitchPage.drawCard(file, look), [
          text,
          own,
        ] as const);
        expect(card).toMatch(/^data:image/);
      }
    }
  },
  MANY_MAPS_MS,
);

function hex(color: string): string {
  return color.slice(1).toLowerCase();
}

declare const pitchPage: typeof PitchPage;
