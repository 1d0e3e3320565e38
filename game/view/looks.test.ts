import { expect, test } from 'vitest';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { colorNumber, COLORS, GROUNDS, PALETTES } from '../settings/theme.ts';
import { discLooks } from './disc-look.ts';
import { paintedGoals } from './painted-goals.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { lineColour, shadesOf } from './pitch-style.ts';

const SUN = colorNumber(PALETTES['sun-wave'].sun);
const HOUSE = { palette: PALETTES['sun-wave'], mapColours: false, lineWidth: 3 };
const OWN = { ...HOUSE, mapColours: true };
const PLAIN = "bg:{type:'none',color:'454C5E'}";
const STRIPED = "bg:{type:'grass',width:300,height:150,color:'454C5E'}";

function stadiumOf(keys: string): Stadium {
  const parsed = parseStadium(`{name:'x',width:400,height:200,${keys}}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

test('[V20] what has the colour of the ground is a patch of ground in both looks, or nothing on stripes', () => {
  const discs = "discs:[{color:'454C5E'},{color:'454D60'},{color:'FF0000'}]";
  const plain = stadiumOf(`${PLAIN},${discs}`);
  const patch = { color: 0x45_4c_5e, hasRing: false };
  const red = { color: 0xff_00_00, hasRing: true };
  expect(discLooks(plain, OWN).slice(1)).toEqual([patch, patch, red]);
  const ours = { color: colorNumber(COLORS.pitchOut), hasRing: false };
  expect(discLooks(plain, HOUSE).slice(1)).toEqual([ours, ours, red]);
  expect(lineColour(0x45_4c_5e, plain, HOUSE)).toBe(ours.color);
  const striped = stadiumOf(`${STRIPED},${discs}`);
  for (const style of [HOUSE, OWN]) {
    expect(discLooks(striped, style).slice(1)).toEqual([null, null, red]);
    expect(lineColour(0x45_4c_5e, striped, style)).toBeNull();
  }
});

test('[V20] the ground that no file names hides too, and a ball does where its file gives it that colour', () => {
  const grass = stadiumOf("discs:[{color:'718C5A'}]");
  expect(discLooks(grass, HOUSE)[1]).toMatchObject({ hasRing: false });
  const hidden = stadiumOf("bg:{type:'none',color:'000000'},ballPhysics:{color:'000000'}");
  expect(discLooks(hidden, HOUSE)[0]).toMatchObject({ hasRing: false });
  const white = stadiumOf("bg:{type:'none',color:'FFFFFF'}");
  for (const style of [HOUSE, OWN]) expect(discLooks(white, style)[0]?.hasRing).toBe(true);
});

test('[V20] nothing that cannot be seen stretches the picture', () => {
  const far = "discs:[{pos:[390,190],color:'454C5E'},{pos:[-390,0],color:'FFFFFFFF'}]";
  expect(pitchBounds(stadiumOf(`${PLAIN},${far}`))).toEqual(pitchBounds(stadiumOf(PLAIN)));
});

test('[V22] of more than two goal lines a team those between posts are painted', () => {
  const line = (x: number, team: string) => `{p0:[${x},-50],p1:[${x},50],team:'${team}'}`;
  const reds = [-300, -260, -220].map((x) => line(x, 'red')).join(',');
  const posts = 'discs:[{pos:[-260,-50],radius:8,invMass:0}]';
  expect(paintedGoals(stadiumOf(`goals:[${reds}]`))).toEqual([]);
  expect(paintedGoals(stadiumOf(`goals:[${reds}],${posts}`)).map(({ p0 }) => p0.x)).toEqual([-260]);
  expect(paintedGoals(stadiumOf(`goals:[${line(-300, 'red')},${line(300, 'blue')}]`))).toHaveLength(
    2,
  );
  for (const [id, stadium] of BUILT_IN_STADIUMS) {
    expect(paintedGoals(stadium), id).toEqual(stadium.goals);
  }
});

test('[V22] a post has the colour of its team in our colours, a floor or a roof beside a goal has not', () => {
  const goals = "goals:[{p0:[-300,-50],p1:[-300,50],team:'red'}]";
  const disc = (radius: number) => `{pos:[-300,50],radius:${radius},invMass:0,color:'945525'}`;
  const stadium = stadiumOf(`${goals},discs:[${[8, 20, 21, 1e7].map(disc).join(',')}]`);
  const colours = (style: typeof HOUSE) => discLooks(stadium, style).map((look) => look?.color);
  expect(colours(HOUSE).slice(1)).toEqual([SUN, SUN, 0x94_55_25, 0x94_55_25]);
  expect(colours(OWN).slice(1)).toEqual([0x94_55_25, 0x94_55_25, 0x94_55_25, 0x94_55_25]);
});

test('[V24] places where players begin and nets are in the picture, whatever the camera is told', () => {
  const points = stadiumOf('redSpawnPoints:[[-900,0],[-10,300]],cameraWidth:100,cameraHeight:100');
  expect(pitchBounds(points).left).toBe(-915);
  expect(pitchBounds(points).bottom).toBe(315);
  // The fifth is never used: a team has four seats.
  const decoy = stadiumOf('blueSpawnPoints:[[1,1],[1,1],[1,1],[1,1],[9000,0]]');
  expect(pitchBounds(decoy).right).toBeLessThan(500);
  const rows = pitchBounds(stadiumOf('spawnDistance:500'));
  expect([rows.right, rows.bottom >= 125]).toEqual([515, true]);
  const bg = "bg:{type:'grass',width:395,height:150}";
  const net = stadiumOf(`${bg},goals:[{p0:[395,-50],p1:[395,50],team:'blue'}]`);
  expect(pitchBounds(net).right).toBeGreaterThanOrEqual(395 + 34);
});

test('[V79] the ground that a person chose takes the place of that of the map, and not of what has no field', () => {
  const grass = stadiumOf(STRIPED);
  const hockey = stadiumOf("bg:{type:'hockey',width:300,height:150}");
  const plain = stadiumOf(PLAIN);
  expect([grass, hockey, plain].map((map) => shadesOf(map, HOUSE))).toEqual([
    GROUNDS.night,
    GROUNDS.ice,
    GROUNDS.night,
  ]);
  const style = { ...HOUSE, ground: 'clay' } as const;
  expect([grass, hockey, plain].map((map) => shadesOf(map, style))).toEqual([
    GROUNDS.clay,
    GROUNDS.clay,
    GROUNDS.night,
  ]);
  expect(shadesOf(hockey, { ...HOUSE, ground: 'night' })).toBe(GROUNDS.night);
  // Grey lines are chalk; in the colours of the file they stay.
  for (const chalk of [0x99_99_99, colorNumber(COLORS.line)]) {
    expect(lineColour(chalk, grass, style)).toBe(colorNumber(GROUNDS.clay.line));
  }
  expect(lineColour(0x99_99_99, grass, { ...style, mapColours: true })).toBe(0x99_99_99);
});
