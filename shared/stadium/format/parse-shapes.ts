import type { Masks } from '../../sim/physics/meetings.ts';
import { FLAG } from '../../sim/physics/arena.ts';
import { WORLD_LIMIT } from '../../sim/tuning.ts';
import { curveFactor } from './arc.ts';
import { type RecordReader, show, toFinite, toPoint } from './record-reader.ts';
import type {
  StadiumBackground,
  StadiumDisc,
  StadiumGoal,
  StadiumJoint,
  StadiumPlane,
  StadiumPlayer,
  StadiumSegment,
  StadiumVertex,
} from './stadium.ts';

const ORIGIN = { x: 0, y: 0 };
const BLACK = 0x00_00_00;
const WHITE = 0xff_ff_ff;

/** What stays where it is: part of the walls, met by everything. */
const WALL: Masks = { cMask: FLAG.all, cGroup: FLAG.wall };

/** [F10] Reads a vertex; refuses one without a place. */
export function parseVertex(reader: RecordReader): StadiumVertex {
  return {
    x: reader.requiredMeasure('x'),
    y: reader.requiredMeasure('y'),
    bCoef: reader.number('bCoef', 1),
    ...parseMasks(reader, WALL),
  };
}

/** [F30] A negative curve is the same arc walked the other way. */
export function parseSegment(reader: RecordReader, vertexCount: number): StadiumSegment {
  const v0 = reader.index('v0', vertexCount, 'vertex');
  const v1 = reader.index('v1', vertexCount, 'vertex');
  const bias = reader.measure('bias', 0);
  const curve = reader.number('curve', 0);
  const given = reader.value('curveF') === undefined ? null : reader.measure('curveF', 0);
  const isReversed = given === null && curve < 0;
  return {
    v0: isReversed ? v1 : v0,
    v1: isReversed ? v0 : v1,
    bias: isReversed ? -bias : bias,
    curveF: given ?? curveFactor(Math.abs(curve)),
    bCoef: reader.number('bCoef', 1),
    vis: reader.boolean('vis', true),
    color: reader.colour('color', BLACK),
    ...parseMasks(reader, WALL),
  };
}

/** [F10] Reads a goal; refuses one without a place or a team. */
export function parseGoal(reader: RecordReader): StadiumGoal {
  const team = reader.value('team');
  if (team !== 'red' && team !== 'blue') reader.refuse('team', `${show(team)} is not a team`);
  return {
    p0: reader.place('p0', null),
    p1: reader.place('p1', null),
    team: team === 'blue' ? 2 : 1,
  };
}

/** [F10] Reads a plane and makes its normal one unit long; refuses one without a normal or a distance. */
export function parsePlane(reader: RecordReader): StadiumPlane {
  const given = reader.point('normal', null);
  // Scaled first, so that no square overflows or vanishes.
  const scale = Math.max(Math.abs(given.x), Math.abs(given.y));
  const x = scale === 0 ? 0 : given.x / scale;
  const y = scale === 0 ? 0 : given.y / scale;
  const length = scale === 0 ? 1 : Math.sqrt(x * x + y * y);
  return {
    normal: { x: x / length, y: y / length },
    dist: reader.requiredMeasure('dist'),
    bCoef: reader.number('bCoef', 1),
    ...parseMasks(reader, WALL),
  };
}

/** [F10] Reads a disc with the defaults of a disc. */
export function parseDisc(reader: RecordReader): StadiumDisc {
  return {
    pos: reader.place('pos', ORIGIN),
    speed: reader.place('speed', ORIGIN),
    gravity: reader.point('gravity', ORIGIN),
    radius: reader.measure('radius', 10),
    invMass: reader.inverseMass('invMass', 1),
    damping: reader.number('damping', 0.99),
    bCoef: reader.number('bCoef', 0.5),
    color: reader.colour('color', WHITE),
    ...parseMasks(reader, { cMask: FLAG.all, cGroup: FLAG.all }),
  };
}

/** [F21] `ballPhysics` as an object: always at the kick-off spot, always kickable and scoring. */
export function parseBall(reader: RecordReader): StadiumDisc {
  return {
    ...parseDisc(reader),
    pos: ORIGIN,
    speed: ORIGIN,
    cGroup: reader.flags('cGroup', FLAG.ball) | FLAG.kick | FLAG.score,
  };
}

/** [F50] Reads a joint; refuses one whose discs are not among the `discCount`. */
export function parseJoint(reader: RecordReader, discCount: number): StadiumJoint {
  const strength = reader.value('strength') ?? 'rigid';
  return {
    d0: reader.index('d0', discCount, 'disc'),
    d1: reader.index('d1', discCount, 'disc'),
    length: parseLength(reader),
    strength: strength === 'rigid' ? 'rigid' : reader.number('strength', 0),
    color: reader.colour('color', BLACK),
  };
}

/** [F10] Reads `playerPhysics` with its defaults. */
export function parsePlayer(reader: RecordReader): StadiumPlayer {
  return {
    bCoef: reader.number('bCoef', 0.5),
    invMass: reader.inverseMass('invMass', 0.5),
    damping: reader.number('damping', 0.96),
    radius: reader.measure('radius', 15),
    acceleration: reader.number('acceleration', 0.1),
    kickingAcceleration: reader.number('kickingAcceleration', 0.07),
    kickingDamping: reader.number('kickingDamping', 0.96),
    kickStrength: reader.number('kickStrength', 5),
    kickback: reader.number('kickback', 0),
    gravity: reader.point('gravity', ORIGIN),
    cGroup: reader.flags('cGroup', 0),
  };
}

/** Looks only: nothing in here rejects a file. */
export function parseBackground(reader: RecordReader): StadiumBackground {
  const type = reader.value('type');
  return {
    type: type === 'grass' || type === 'hockey' ? type : 'none',
    width: reader.looseNumber('width', 0),
    height: reader.looseNumber('height', 0),
    kickOffRadius: reader.looseNumber('kickOffRadius', 0),
    cornerRadius: reader.looseNumber('cornerRadius', 0),
    goalLine: reader.looseNumber('goalLine', 0),
    color: reader.colour('color', null),
  };
}

function parseMasks(reader: RecordReader, fallback: Masks): Masks {
  return {
    cMask: reader.flags('cMask', fallback.cMask),
    cGroup: reader.flags('cGroup', fallback.cGroup),
  };
}

function parseLength(reader: RecordReader): StadiumJoint['length'] {
  const value = reader.value('length');
  if (value === undefined) return null;
  const range = toPoint(value);
  if (range !== null) {
    return {
      min: reader.within('length[0]', range.x, -WORLD_LIMIT, WORLD_LIMIT),
      max: reader.within('length[1]', range.y, -WORLD_LIMIT, WORLD_LIMIT),
    };
  }
  const read = toFinite(value);
  if (read === null) reader.refuse('length', `${show(value)} is neither a number nor a range`);
  const length = reader.within('length', read ?? 0, -WORLD_LIMIT, WORLD_LIMIT);
  return { min: length, max: length };
}
