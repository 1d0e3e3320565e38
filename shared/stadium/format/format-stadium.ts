import type { Masks } from '../../sim/physics/meetings.ts';
import { FLAG } from '../../sim/physics/arena.ts';
import type {
  Colour,
  Point,
  Stadium,
  StadiumDisc,
  StadiumGoal,
  StadiumJoint,
  StadiumPlane,
  StadiumPlayer,
  StadiumSegment,
  StadiumVertex,
} from './stadium.ts';

type FileObject = Record<string, unknown>;

const FLAG_NAMES = Object.entries(FLAG).filter(([name]) => name !== 'all');
const BALL_FLAGS = FLAG.kick | FLAG.score;

/**
 * [F60] The text that a stadium travels and is kept as: `parseStadium` reads the same stadium from
 * it. Traits, comments and everything else that is not of the format are gone, and so is what a
 * default says. Equal stadiums have equal texts.
 */
export function formatStadium(stadium: Stadium): string {
  const { cameraWidth, cameraHeight, maxViewWidth, cameraFollow, spawnDistance } = stadium;
  const { canBeStored, kickOffReset } = stadium;
  return JSON.stringify({
    name: stadium.name,
    width: stadium.width,
    height: stadium.height,
    ...unless(
      { cameraWidth: 0, cameraHeight: 0, maxViewWidth: 0, spawnDistance: 0 },
      {
        cameraWidth,
        cameraHeight,
        maxViewWidth,
        spawnDistance,
      },
    ),
    ...unless(
      { cameraFollow: 'ball', kickOffReset: 'partial', canBeStored: true },
      {
        cameraFollow,
        kickOffReset,
        canBeStored,
      },
    ),
    ...list('redSpawnPoints', stadium.redSpawnPoints, pair),
    ...list('blueSpawnPoints', stadium.blueSpawnPoints, pair),
    bg: formatBackground(stadium),
    ...list('vertexes', stadium.vertexes, formatVertex),
    ...list('segments', stadium.segments, formatSegment),
    ...list('goals', stadium.goals, formatGoal),
    ...formatDiscs(stadium.discs),
    ...list('planes', stadium.planes, formatPlane),
    ...list('joints', stadium.joints, formatJoint),
    playerPhysics: formatPlayer(stadium.playerPhysics),
  });
}

function formatBackground({ bg }: Stadium): FileObject {
  const { color, ...rest } = bg;
  const plain = { type: 'none', width: 0, height: 0, kickOffRadius: 0, cornerRadius: 0 };
  return {
    ...unless({ ...plain, goalLine: 0 }, rest),
    ...(color === null ? {} : { color: colourText(color) }),
  };
}

function formatVertex({ x, y, bCoef, ...masks }: StadiumVertex): FileObject {
  return { x, y, ...unless({ bCoef: 1 }, { bCoef }), ...formatMasks(masks, WALL) };
}

function formatSegment(segment: StadiumSegment): FileObject {
  const { v0, v1, bCoef, bias, vis, curveF, color } = segment;
  return {
    v0,
    v1,
    ...unless({ bCoef: 1, bias: 0, vis: true, curveF: null }, { bCoef, bias, vis, curveF }),
    ...unless({ color: '000000' }, { color: colourText(color) }),
    ...formatMasks(segment, WALL),
  };
}

function formatGoal({ p0, p1, team }: StadiumGoal): FileObject {
  return { p0: pair(p0), p1: pair(p1), team: team === 1 ? 'red' : 'blue' };
}

/** [F20] [F21] A ball that is like one is `ballPhysics`; any other is the first disc of the file. */
function formatDiscs(discs: readonly StadiumDisc[]): FileObject {
  const [ball, ...others] = discs;
  const isPlain = ball && isZero(ball.pos) && isZero(ball.speed);
  if (!isPlain || (ball.cGroup & BALL_FLAGS) !== BALL_FLAGS) {
    return { ballPhysics: 'disc0', ...list('discs', discs, formatDisc) };
  }
  return { ballPhysics: formatDisc(ball), ...list('discs', others, formatDisc) };
}

function formatDisc(disc: StadiumDisc): FileObject {
  const { pos, speed, gravity, radius, invMass, damping, bCoef, color } = disc;
  return {
    ...point('pos', pos),
    ...point('speed', speed),
    ...point('gravity', gravity),
    ...unless(
      { radius: 10, invMass: 1, damping: 0.99, bCoef: 0.5, color: 'ffffff' },
      { radius, invMass, damping, bCoef, color: colourText(color) },
    ),
    // Discs and ball have different defaults.
    cMask: flagNames(disc.cMask),
    cGroup: flagNames(disc.cGroup),
  };
}

function formatPlane({ normal, dist, bCoef, ...masks }: StadiumPlane): FileObject {
  return {
    normal: pair(normal),
    dist,
    ...unless({ bCoef: 1 }, { bCoef }),
    ...formatMasks(masks, WALL),
  };
}

function formatJoint({ d0, d1, length, strength, color }: StadiumJoint): FileObject {
  return {
    d0,
    d1,
    ...(length === null ? {} : { length: [length.min, length.max] }),
    ...unless({ strength: 'rigid', color: '000000' }, { strength, color: colourText(color) }),
  };
}

function formatPlayer({ gravity, cGroup, ...numbers }: StadiumPlayer): FileObject {
  return { ...numbers, ...point('gravity', gravity), cGroup: flagNames(cGroup) };
}

const WALL: Masks = { cMask: FLAG.all, cGroup: FLAG.wall };

function formatMasks({ cMask, cGroup }: Masks, plain: Masks): FileObject {
  return {
    ...(cMask === plain.cMask ? {} : { cMask: flagNames(cMask) }),
    ...(cGroup === plain.cGroup ? {} : { cGroup: flagNames(cGroup) }),
  };
}

function flagNames(bits: number): readonly string[] {
  if (bits === FLAG.all) return ['all'];
  return FLAG_NAMES.filter(([, bit]) => (bits & bit) !== 0).map(([name]) => name);
}

function colourText(color: Colour): string {
  return color === null ? 'transparent' : color.toString(16).padStart(6, '0');
}

function list<Item>(key: string, items: readonly Item[], format: (item: Item) => unknown) {
  return items.length === 0 ? {} : { [key]: items.map((item) => format(item)) };
}

function point(key: string, value: Point): FileObject {
  return isZero(value) ? {} : { [key]: pair(value) };
}

function pair({ x, y }: Point): readonly [number, number] {
  return [x, y];
}

function isZero({ x, y }: Point): boolean {
  return x === 0 && y === 0;
}

/** The entries of `values` that differ from the defaults. */
function unless(defaults: FileObject, values: FileObject): FileObject {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => value !== defaults[key]),
  );
}
