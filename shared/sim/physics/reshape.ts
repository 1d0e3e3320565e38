import { type Arena, type DiscTable, FLAG, PLAYER_VARIANTS, type WallGrid } from './arena.ts';
import {
  barrierFlag,
  BARRIERS,
  type Masks,
  meets,
  type MeetingDiscs,
  type Meetings,
  playerMasks,
  renewMeetings,
  type SeatMasks,
} from './meetings.ts';
import { kickGives } from './kick-gives.ts';
import { otherVariant } from './swap-ends.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { SEATS } from '../seat.ts';
import { otherTeam } from '../team.ts';

/** What a disc has in place of what the stadium gave it; null: as it was. */
export type DiscShape = {
  readonly radius: number | null;
  readonly bCoef: number | null;
  readonly invMass: number | null;
  readonly damping: number | null;
  readonly gravityX: number | null;
  readonly gravityY: number | null;
  readonly cMask: number | null;
  readonly cGroup: number | null;
};

/** `disc`: an index of the arena's discs, those of seats among them. */
export type ShapedDisc = { readonly disc: number; readonly shape: DiscShape };

/** The arena as its stadium has it: without what commands changed about its discs. */
export function plainArena(arena: Arena): Arena {
  return arena.plain ?? arena;
}

/**
 * [R40] The same arena with other discs. What a disc is was decided when the arena was compiled, so that a
 * tick asks for nothing; therefore another disc makes another arena. A disc that meets other walls than
 * before, or meets them from elsewhere, tries all of them in each tick.
 *
 * @param plain of a stadium, the ends swapped or not
 */
export function reshape(plain: Arena, changes: readonly ShapedDisc[]): Arena {
  if (changes.length === 0) return plain;
  const discs = changeDiscs(plain, changes);
  const { firstPlayerDisc } = plain;
  const parts = { discs, firstPlayerDisc, seats: seatMasks(plain, changes) };
  const others = changes.filter(({ shape }) => meetsOthers(shape)).map(({ disc }) => disc);
  const meetings: Meetings = others.length === 0 ? plain : renewMeetings(plain, parts, others);
  return {
    ...plain,
    plain,
    discs,
    partnerStarts: meetings.partnerStarts,
    partners: meetings.partners,
    meetsPlayers: meetings.meetsPlayers,
    meetsSeat: meetings.meetsSeat,
    seatsMeet: meetings.seatsMeet,
    ...changeGrids(plain, parts, changes),
    ...listFlagged(plain, discs),
    player: { ...plain.player, recoil: recoils(plain, discs) },
  };
}

/** Masks decide what a disc meets, and so does whether it moves at all. */
function meetsOthers({ cMask, cGroup, invMass }: DiscShape): boolean {
  return cMask !== null || cGroup !== null || invMass !== null;
}

function changeDiscs(plain: Arena, changes: readonly ShapedDisc[]): DiscTable {
  const { discs } = plain;
  const changed = {
    radius: discs.radius.slice(),
    invMass: discs.invMass.slice(),
    damping: discs.damping.slice(),
    bCoef: discs.bCoef.slice(),
    gravityX: discs.gravityX.slice(),
    gravityY: discs.gravityY.slice(),
    cMask: discs.cMask.slice(),
    cGroup: discs.cGroup.slice(),
    kickSpeed: discs.kickSpeed.slice(),
  };
  for (const { disc, shape } of changes) {
    changed.radius[disc] = shape.radius ?? discs.radius[disc]!;
    changed.invMass[disc] = shape.invMass ?? discs.invMass[disc]!;
    changed.damping[disc] = shape.damping ?? discs.damping[disc]!;
    changed.bCoef[disc] = shape.bCoef ?? discs.bCoef[disc]!;
    changed.gravityX[disc] = shape.gravityX ?? discs.gravityX[disc]!;
    changed.gravityY[disc] = shape.gravityY ?? discs.gravityY[disc]!;
    changed.cMask[disc] = shape.cMask ?? discs.cMask[disc]!;
    changed.cGroup[disc] = shape.cGroup ?? discs.cGroup[disc]!;
    const isKickable = (changed.cGroup[disc]! & FLAG.kick) !== 0;
    const speed = kickGives(plain.player.kickStrength, changed.invMass[disc]!);
    changed.kickSpeed[disc] = isKickable ? speed : 0;
  }
  return changed;
}

function recoils(plain: Arena, { invMass }: DiscTable): Float64Array {
  return Float64Array.from(SEATS, (seat) =>
    kickGives(plain.player.kickback, invMass[plain.firstPlayerDisc + seat]!),
  );
}

/** A player's own masks hold for either team and behind both barriers; a barrier comes on top. */
function seatMasks(plain: Arena, changes: readonly ShapedDisc[]): SeatMasks {
  const { firstPlayerDisc } = plain;
  const ofTeams = playerMasks(plain.discs.cGroup[firstPlayerDisc]!);
  const isSwapped = plain.spawn.sunSide === 1;
  return SEATS.map((seat) => {
    const changed = changes.find(({ disc }) => disc === firstPlayerDisc + seat);
    const { cMask = null, cGroup = null } = changed?.shape ?? {};
    return Array.from({ length: PLAYER_VARIANTS }, (_, variant): Masks => {
      const usual = ofTeams[isSwapped ? otherVariant(variant) : variant]!;
      const barrier = BARRIERS[Math.floor(variant / 2)]!;
      const flag = barrierFlag(isSwapped ? otherTeam(barrier) : barrier);
      return {
        cMask: cMask === null ? usual.cMask : cMask | flag,
        cGroup: cGroup ?? usual.cGroup,
      };
    });
  });
}

function changeGrids(
  plain: Arena,
  { discs, seats }: MeetingDiscs,
  changes: readonly ShapedDisc[],
): Pick<Arena, 'grids' | 'gridOfDisc' | 'gridOfPlayer'> {
  const grids = [...plain.grids];
  const gridOfDisc = plain.gridOfDisc.slice();
  const gridOfPlayer = plain.gridOfPlayer.slice();
  const addGrid = (masks: Masks, disc: number): number => {
    const grid = discs.invMass[disc] === 0 ? null : wholeGrid(plain, masks);
    if (grid === null) return -1;
    grids.push(grid);
    return grids.length - 1;
  };
  for (const { disc, shape } of changes) {
    if (shape.radius === null && !meetsOthers(shape)) continue;
    const seat = disc - plain.firstPlayerDisc;
    if (seat < 0) {
      const masks = { cMask: discs.cMask[disc]!, cGroup: discs.cGroup[disc]! };
      gridOfDisc[disc] = addGrid(masks, disc);
      continue;
    }
    for (let variant = 0; variant < PLAYER_VARIANTS; variant += 1) {
      const masks = seats[seat]![variant]!;
      gridOfPlayer[seat * PLAYER_VARIANTS + variant] = addGrid(masks, disc);
    }
  }
  return { grids, gridOfDisc, gridOfPlayer };
}

/** All walls that these masks meet, in file order, in one cell that is everywhere; null: there are none. */
function wholeGrid({ planes, segments, vertexes }: Arena, masks: Masks): WallGrid | null {
  const met = (table: { readonly count: number; cMask: Int32Array; cGroup: Int32Array }) =>
    Array.from({ length: table.count }, (_, index) => index).filter((index) =>
      meets(masks, { cMask: table.cMask[index]!, cGroup: table.cGroup[index]! }),
    );
  const items = [...met(segments), ...met(vertexes).map((vertex) => segments.count + vertex)];
  const flat = met(planes);
  if (items.length + flat.length === 0) return null;
  return {
    planes: Uint16Array.from(flat),
    originX: 0,
    originY: 0,
    cellsPerUnit: 0,
    columns: 0,
    rows: 0,
    starts: Uint32Array.of(0, items.length),
    items: Uint16Array.from(items),
  };
}

function listFlagged(
  { firstPlayerDisc }: Arena,
  { cGroup }: DiscTable,
): Pick<Arena, 'kickable' | 'scoring' | 'playersKickable' | 'playersScore'> {
  const has = (flag: number) => (disc: number) => (cGroup[disc]! & flag) !== 0;
  const ofFile = Array.from({ length: firstPlayerDisc }, (_, disc) => disc);
  const ofSeats = Array.from({ length: MAX_SEATS }, (_, seat) => firstPlayerDisc + seat);
  return {
    kickable: Uint16Array.from(ofFile.filter(has(FLAG.kick))),
    scoring: Uint16Array.from(ofFile.filter(has(FLAG.score))),
    playersKickable: ofSeats.some(has(FLAG.kick)),
    playersScore: ofSeats.some(has(FLAG.score)),
  };
}
