import { FLAG } from '../sim/arena.ts';
import { curveFactor } from './arc.ts';
import { type RecordReader, show, toFinite, toPoint } from './record-reader.ts';
import type {
  Masks,
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

export function parseVertex(reader: RecordReader): StadiumVertex {
  return {
    x: reader.requiredNumber('x'),
    y: reader.requiredNumber('y'),
    bCoef: reader.number('bCoef', 1),
    ...parseMasks(reader, WALL),
  };
}

/** [F30] A negative curve is the same arc walked the other way. */
export function parseSegment(reader: RecordReader, vertexCount: number): StadiumSegment {
  const v0 = reader.index('v0', vertexCount, 'vertex');
  const v1 = reader.index('v1', vertexCount, 'vertex');
  const bias = reader.number('bias', 0);
  const curve = reader.number('curve', 0);
  const given = reader.value('curveF') === undefined ? null : reader.number('curveF', 0);
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

export function parseGoal(reader: RecordReader): StadiumGoal {
  const team = reader.value('team');
  if (team !== 'red' && team !== 'blue') reader.refuse('team', `${show(team)} is not a team`);
  return {
    p0: reader.point('p0', null),
    p1: reader.point('p1', null),
    team: team === 'blue' ? 2 : 1,
  };
}

export function parsePlane(reader: RecordReader): StadiumPlane {
  const given = reader.point('normal', null);
  // Scaled first, so that no square overflows or vanishes.
  const scale = Math.max(Math.abs(given.x), Math.abs(given.y));
  if (scale === 0) reader.refuse('normal', 'has no direction');
  const x = given.x / scale;
  const y = given.y / scale;
  const length = Math.sqrt(x * x + y * y);
  return {
    normal: { x: x / length, y: y / length },
    dist: reader.requiredNumber('dist'),
    bCoef: reader.number('bCoef', 1),
    ...parseMasks(reader, WALL),
  };
}

export function parseDisc(reader: RecordReader): StadiumDisc {
  return {
    pos: reader.point('pos', ORIGIN),
    speed: reader.point('speed', ORIGIN),
    gravity: reader.point('gravity', ORIGIN),
    radius: reader.number('radius', 10),
    invMass: reader.number('invMass', 1),
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

export function parsePlayer(reader: RecordReader): StadiumPlayer {
  return {
    bCoef: reader.number('bCoef', 0.5),
    invMass: reader.number('invMass', 0.5),
    damping: reader.number('damping', 0.96),
    radius: reader.number('radius', 15),
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
  if (range !== null) return { min: range.x, max: range.y };
  const length = toFinite(value);
  if (length === null) reader.refuse('length', `${show(value)} is neither a number nor a range`);
  return { min: length ?? 0, max: length ?? 0 };
}
