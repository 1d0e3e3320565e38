import { fail, ok, type Result } from '../../base/result.ts';
import {
  parseBackground,
  parseBall,
  parseDisc,
  parseGoal,
  parseJoint,
  parsePlane,
  parsePlayer,
  parseSegment,
  parseVertex,
} from './parse-shapes.ts';
import type { LimitChange } from './limit-change.ts';
import type { Problem } from './problem.ts';
import { readJson5 } from './read-json5.ts';
import {
  type Findings,
  isRecord,
  type JsonRecord,
  RecordReader,
  show,
  toPoint,
} from './record-reader.ts';
import type { Point, Stadium, StadiumDisc } from './stadium.ts';
import { isStadiumKey } from './stadium-keys.ts';
import { MAX_FILE_BYTES, MAX_NAME_CHARS, MAX_OF_A_KIND } from './stadium-limits.ts';

const NOTHING: JsonRecord = {};

/**
 * [F1] A stadium file → a stadium, or what is wrong with it and where. Takes any text, never
 * throws; nothing in the file is executed. What a limit changes is added to `changes` [F5].
 */
export function parseStadium(
  text: string,
  changes: LimitChange[] = [],
): Result<Stadium, readonly Problem[]> {
  if (byteLength(text) > MAX_FILE_BYTES) {
    return fail([{ path: '', message: 'the file is larger than 1 MiB' }]);
  }
  const read = readJson5(text, isWanted);
  if (!read.ok) return fail([{ path: '', message: read.error }]);
  if (!isRecord(read.value)) return fail([{ path: '', message: 'the file is no object' }]);
  const problems: Problem[] = [];
  const stadium = parseRoot(new StadiumReader(read.value, { problems, changes }));
  return problems.length === 0 ? ok(stadium) : fail(problems);
}

/** Bytes of a text as UTF-8; of one that is far too long only that it is too long. */
function byteLength(text: string): number {
  if (text.length > MAX_FILE_BYTES) return text.length;
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // Each half of a surrogate pair is two of its four bytes.
    bytes += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** The names of traits are free, all other keys are those of the format. */
function isWanted(key: string, owner: string, depth: number): boolean {
  return (depth === 1 && owner === 'traits') || isStadiumKey(key);
}

function parseRoot(file: StadiumReader): Stadium {
  const { root } = file;
  const name = root.value('name');
  if (typeof name !== 'string')
    root.refuse('name', name === undefined ? 'is missing' : 'is no text');
  const width = root.requiredMeasure('width');
  const height = root.requiredMeasure('height');
  const vertexes = file.list('vertexes', parseVertex);
  const discs = parseDiscs(file);
  return {
    name: typeof name === 'string' ? file.shortened(name) : '',
    width,
    height,
    cameraWidth: root.looseNumber('cameraWidth', 0),
    cameraHeight: root.looseNumber('cameraHeight', 0),
    maxViewWidth: root.looseNumber('maxViewWidth', 0),
    cameraFollow: root.value('cameraFollow') === 'player' ? 'player' : 'ball',
    spawnDistance: root.measure('spawnDistance', 0),
    redSpawnPoints: parsePoints(file, 'redSpawnPoints'),
    blueSpawnPoints: parsePoints(file, 'blueSpawnPoints'),
    canBeStored: root.boolean('canBeStored', true),
    kickOffReset: root.value('kickOffReset') === 'full' ? 'full' : 'partial',
    bg: parseBackground(file.looseSection('bg')),
    vertexes,
    segments: file.list('segments', (reader) => parseSegment(reader, vertexes.length)),
    goals: file.list('goals', parseGoal),
    discs,
    planes: file.list('planes', parsePlane),
    joints: file.list('joints', (reader) => parseJoint(reader, discs.length)),
    playerPhysics: parsePlayer(file.section('playerPhysics')),
  };
}

/** [F20] The ball comes first: made from `ballPhysics`, or the first disc of the file. */
function parseDiscs(file: StadiumReader): readonly StadiumDisc[] {
  const discs = file.list('discs', parseDisc);
  const given = file.root.value('ballPhysics');
  const ball: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (ball !== 'disc0') return [parseBall(file.section('ballPhysics')), ...discs];
  if (discs.length === 0) file.root.refuse('discs', 'there is no disc to be the ball');
  return discs;
}

function parsePoints(file: StadiumReader, key: string): readonly Point[] {
  const points: Point[] = [];
  for (const [index, value] of file.array(key).entries()) {
    const point = toPoint(value);
    if (point === null) file.root.refuse(`${key}[${index}]`, 'is not a pair of finite numbers');
    else points.push(file.root.placed(`${key}[${index}]`, point));
  }
  return points;
}

/** The root object of a file and its lists, with the traits at hand. */
class StadiumReader {
  readonly root: RecordReader;
  readonly #traits: JsonRecord;
  readonly #findings: Findings;

  constructor(record: JsonRecord, findings: Findings) {
    this.root = new RecordReader(record, NOTHING, '', findings);
    this.#findings = findings;
    const traits = this.root.value('traits');
    this.#traits = isRecord(traits) ? traits : NOTHING;
  }

  /** The name, its end cut off when it is too long. */
  shortened(name: string): string {
    this.root.within('name.length', name.length, 0, MAX_NAME_CHARS);
    return name.slice(0, MAX_NAME_CHARS);
  }

  /** A list of the file; [] when it is missing, wrong or too long. */
  array(key: string): readonly unknown[] {
    const value = this.root.value(key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.root.refuse(key, `${show(value)} is no list`);
      return [];
    }
    if (value.length <= MAX_OF_A_KIND) return value;
    this.root.refuse(key, `has more than ${MAX_OF_A_KIND} entries`);
    return [];
  }

  list<Item>(key: string, parse: (reader: RecordReader) => Item): readonly Item[] {
    const items: Item[] = [];
    for (const [index, value] of this.array(key).entries()) {
      const path = `${key}[${index}]`;
      if (isRecord(value)) {
        items.push(parse(new RecordReader(value, this.#traitOf(value), path, this.#findings)));
      } else {
        this.root.refuse(path, `${show(value)} is no object`);
      }
    }
    return items;
  }

  /** An object of the file; empty when it is missing. */
  section(key: string): RecordReader {
    const value = this.root.value(key);
    if (value !== undefined && !isRecord(value))
      this.root.refuse(key, `${show(value)} is no object`);
    return this.looseSection(key);
  }

  /** The same for looks, which never refuse a file: what is no object is empty. */
  looseSection(key: string): RecordReader {
    const value = this.root.value(key);
    const record = isRecord(value) ? value : NOTHING;
    return new RecordReader(record, this.#traitOf(record), key, this.#findings);
  }

  #traitOf(record: JsonRecord): JsonRecord {
    const name = Object.hasOwn(record, 'trait') ? record['trait'] : undefined;
    if (typeof name !== 'string' || !Object.hasOwn(this.#traits, name)) return NOTHING;
    const trait = this.#traits[name];
    return isRecord(trait) ? trait : NOTHING;
  }
}
