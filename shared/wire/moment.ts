import { type Result, fail, ok } from '../base/result.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { SIM_VERSION, WIRE_VERSION } from '../version.ts';
import { BitReader } from './bit-reader.ts';
import { type Codec, type Decoded, decodeAll, list, struct, uint } from './codec.ts';
import { command } from './command-codec.ts';
import { rowsOf } from './input-rows.ts';
import { encodeMessage } from './packets.ts';
import { worldSnapshot } from './world-codec.ts';

/** Eight seconds: a goal, and how it came about. */
export const MOMENT_TICKS = 8 * TICK_RATE;
/** Of a moment in full: a world of a map with a thousand discs is the most of it. */
export const MOMENT_MAX_BYTES = 65_536;
/** `PM`, and the format behind it. */
const MAGIC = 0x504d;
const FORMAT = 1;
/** More than people ask for in eight seconds. */
export const MOMENT_COMMANDS_MAX = 63;
/** One a second, and one at the end. */
const HASHES_MAX = MOMENT_TICKS / TICK_RATE + 1;

/** [P11] These fields stand where they are in every format to come. */
const head = struct({ magic: uint(16), format: uint(8), sim: uint(16), wire: uint(16) });

/** [P12] A world, and what became of it within some seconds. */
const body = struct({
  start: worldSnapshot,
  /** Inputs of every tick, MAX_SEATS bytes each. */
  rows: rowsOf(9),
  /** Commands by the index of their row, in the order of their application. */
  commands: list(struct({ row: uint(9), command }), MOMENT_COMMANDS_MAX),
  /** Low 16 bits of `hashMatch` behind every sixtieth tick, and behind the last one. */
  hashes: list(uint(16), HASHES_MAX),
});

/** A few seconds of a match, small enough for a link. */
export type Moment = Decoded<typeof body>;

export type MomentProblem =
  | { readonly type: 'no-moment' }
  | { readonly type: 'other-version' }
  | { readonly type: 'broken' };

/** [P11] The bytes of a moment. */
export function encodeMoment(moment: Moment): Uint8Array<ArrayBuffer> {
  const whole = { magic: MAGIC, format: FORMAT, sim: SIM_VERSION, wire: WIRE_VERSION, ...moment };
  const both: Codec<typeof whole> = {
    write: (writer, value) => {
      head.write(writer, value);
      body.write(writer, value);
    },
    read: (reader) => ({ ...head.read(reader), ...body.read(reader) }),
  };
  return encodeMessage(both, whole, MOMENT_MAX_BYTES);
}

/** [P12] A moment that this version can play, or why the bytes are none. Never throws. */
export function decodeMoment(bytes: Uint8Array): Result<Moment, MomentProblem> {
  const reader = new BitReader(bytes);
  const { magic, format, sim, wire } = head.read(reader);
  if (reader.failed || magic !== MAGIC) return fail({ type: 'no-moment' });
  const isOwn = format === FORMAT && sim === SIM_VERSION && wire === WIRE_VERSION;
  if (!isOwn) return fail({ type: 'other-version' });
  const moment = decodeAll<Moment>(body as Codec<Moment>, reader);
  return moment && isWhole(moment) ? ok(moment) : fail({ type: 'broken' });
}

/** Ticks of a moment. */
export function momentTicks({ rows }: Pick<Moment, 'rows'>): number {
  return rows.length / MAX_SEATS;
}

/** True for the ticks of a moment, from 1 on, behind which a hash stands. */
export function hasMomentHash(tick: number, ticks: number): boolean {
  return tick % TICK_RATE === 0 || tick === ticks;
}

function isWhole(moment: Moment): boolean {
  const ticks = momentTicks(moment);
  return (
    ticks > 0 &&
    ticks <= MOMENT_TICKS &&
    moment.hashes.length === Math.ceil(ticks / TICK_RATE) &&
    moment.commands.every(
      ({ row }, index) => row < ticks && row >= (moment.commands[index - 1]?.row ?? 0),
    )
  );
}
