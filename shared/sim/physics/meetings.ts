import { type Arena, type DiscTable, FLAG, PLAYER_VARIANTS, playerVariant } from './arena.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { SEATS } from '../seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../team.ts';

/** Collision flags of a disc or a wall: bits of `FLAG`. */
export type Masks = { readonly cMask: number; readonly cGroup: number };

/** [F41] The pairs that can meet, decided once: a tick asks no masks. */
export type Meetings = Pick<
  Arena,
  'partnerStarts' | 'partners' | 'meetsPlayers' | 'meetsSeat' | 'seatsMeet'
>;

/** Masks of each `playerVariant` of each seat. */
export type SeatMasks = readonly (readonly Masks[])[];

/** Discs of an arena, the seats' ones among them, and what each seat's player meets. */
export type MeetingDiscs = {
  readonly discs: DiscTable;
  readonly firstPlayerDisc: number;
  readonly seats: SeatMasks;
};

/** What every player meets; the kick-off barrier comes on top. */
export const PLAYER_MASK = FLAG.ball | FLAG.red | FLAG.blue | FLAG.wall;

export const BARRIERS: readonly Team[] = [TEAM_NONE, TEAM_SUN, TEAM_WAVE];
export const PLAYER_TEAMS: readonly Team[] = [TEAM_SUN, TEAM_WAVE];

/** [S25] Each wants the other: `(A.cMask & B.cGroup) && (A.cGroup & B.cMask)`. */
export function meets(a: Masks, b: Masks): boolean {
  return (a.cMask & b.cGroup) !== 0 && (a.cGroup & b.cMask) !== 0;
}

/** Masks of each `playerVariant`. `extraGroup` is what the stadium gives all players. */
export function playerMasks(extraGroup: number): readonly Masks[] {
  const masks: Masks[] = Array.from({ length: PLAYER_VARIANTS });
  for (const barrier of BARRIERS) {
    for (const team of PLAYER_TEAMS) {
      masks[playerVariant(barrier, team)] = {
        cMask: PLAYER_MASK | barrierFlag(barrier),
        cGroup: (team === TEAM_SUN ? FLAG.red : FLAG.blue) | extraGroup,
      };
    }
  }
  return masks;
}

/** What the players meet besides while this barrier stands. */
export function barrierFlag(barrier: Team): number {
  if (barrier === TEAM_NONE) return 0;
  return barrier === TEAM_SUN ? FLAG.redKO : FLAG.blueKO;
}

/** [F41] Lists, for each disc of the file, the later ones and the players that masks and masses let it meet. */
export function listMeetings(parts: MeetingDiscs): Meetings {
  const rows = Array.from({ length: parts.firstPlayerDisc }, (_, disc) => laterOnes(parts, disc));
  return { ...joinRows(rows), ...listPlayerMeetings(parts) };
}

/** [R40] The same where only some discs are other ones than in `before`: only their pairs are looked at. */
export function renewMeetings(
  before: Meetings,
  parts: MeetingDiscs,
  changed: readonly number[],
): Meetings {
  const isChanged = new Uint8Array(parts.firstPlayerDisc);
  const ofFile = changed.filter((disc) => disc < parts.firstPlayerDisc);
  for (const disc of ofFile) isChanged[disc] = 1;
  if (ofFile.length === 0) return { ...before, ...listPlayerMeetings(parts) };
  const rows = Array.from({ length: parts.firstPlayerDisc }, (_, disc) => {
    if (isChanged[disc] === 1) return laterOnes(parts, disc);
    const from = before.partnerStarts[disc]!;
    const kept = Array.from(before.partners.subarray(from, before.partnerStarts[disc + 1]!));
    const others = ofFile.filter((other) => other > disc && doDiscsMeet(parts, disc, other));
    return [...kept.filter((other) => isChanged[other] === 0), ...others].sort((a, b) => a - b);
  });
  return { ...joinRows(rows), ...listPlayerMeetings(parts) };
}

function joinRows(
  rows: readonly (readonly number[])[],
): Pick<Meetings, 'partnerStarts' | 'partners'> {
  const partnerStarts = new Uint32Array(rows.length + 1);
  for (const [disc, row] of rows.entries()) {
    partnerStarts[disc + 1] = partnerStarts[disc]! + row.length;
  }
  return { partnerStarts, partners: Uint16Array.from(rows.flat()) };
}

function laterOnes(parts: MeetingDiscs, disc: number): readonly number[] {
  const later: number[] = [];
  for (let other = disc + 1; other < parts.firstPlayerDisc; other += 1) {
    if (doDiscsMeet(parts, disc, other)) later.push(other);
  }
  return later;
}

function doDiscsMeet({ discs }: MeetingDiscs, a: number, b: number): boolean {
  if (discs.invMass[a] === 0 && discs.invMass[b] === 0) return false;
  return meets(masksOfDisc(discs, a), masksOfDisc(discs, b));
}

function masksOfDisc(discs: DiscTable, disc: number): Masks {
  return { cMask: discs.cMask[disc]!, cGroup: discs.cGroup[disc]! };
}

function listPlayerMeetings(
  parts: MeetingDiscs,
): Pick<Meetings, 'meetsPlayers' | 'meetsSeat' | 'seatsMeet'> {
  const { discs, firstPlayerDisc, seats } = parts;
  const meetsPlayers = new Uint8Array(firstPlayerDisc);
  const meetsSeat = new Uint8Array(firstPlayerDisc * MAX_SEATS);
  for (let disc = 0; disc < firstPlayerDisc; disc += 1) {
    const masks = masksOfDisc(discs, disc);
    for (const seat of SEATS) {
      if (discs.invMass[disc] === 0 && discs.invMass[firstPlayerDisc + seat] === 0) continue;
      for (const [variant, player] of seats[seat]!.entries()) {
        if (meets(masks, player)) meetsSeat[disc * MAX_SEATS + seat]! |= 1 << variant;
      }
      meetsPlayers[disc]! |= meetsSeat[disc * MAX_SEATS + seat]!;
    }
  }
  return { meetsPlayers, meetsSeat, seatsMeet: listSeatPairs(parts) };
}

function listSeatPairs({ discs, firstPlayerDisc, seats }: MeetingDiscs): Uint8Array {
  const pairs = new Uint8Array(BARRIERS.length * MAX_SEATS * MAX_SEATS);
  for (const a of SEATS) {
    for (const b of SEATS) {
      const areFixed =
        discs.invMass[firstPlayerDisc + a] === 0 && discs.invMass[firstPlayerDisc + b] === 0;
      if (areFixed) continue;
      for (const barrier of BARRIERS) {
        pairs[seatPair(barrier, a, b)] = teamPairs(seats[a]!, seats[b]!, barrier);
      }
    }
  }
  return pairs;
}

/** Place in `Arena.seatsMeet` of two seats while this barrier stands. */
export function seatPair(barrier: number, a: number, b: number): number {
  return (barrier * MAX_SEATS + a) * MAX_SEATS + b;
}

/** Bit (teamA - 1) * 2 + teamB - 1 for each pair of teams in which two players meet. */
function teamPairs(a: readonly Masks[], b: readonly Masks[], barrier: Team): number {
  let bits = 0;
  for (const first of PLAYER_TEAMS) {
    for (const second of PLAYER_TEAMS) {
      if (meets(a[playerVariant(barrier, first)]!, b[playerVariant(barrier, second)]!)) {
        bits |= 1 << ((first - 1) * 2 + second - 1);
      }
    }
  }
  return bits;
}
