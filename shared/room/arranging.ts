import { placePlayer, resetMatch, setKickLimit } from '../sim/match/match-commands.ts';
import { nextRandom } from '../sim/match/random.ts';
import { createMatchState, MATCH } from '../sim/match-state.ts';
import type { Arena } from '../sim/physics/arena.ts';
import { plainArena } from '../sim/physics/reshape.ts';
import { swapEnds } from '../sim/physics/swap-ends.ts';
import { otherTeam, TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../sim/team.ts';
import type { Arrangement } from './command.ts';
import { peopleOf, smallerTeam, teamSize } from './places.ts';
import { isPerson, type Member } from './room-state.ts';
import { isStopped, type World } from './world.ts';

/** [R29] Changes the teams, or their ends; nothing while a match is on. */
export function arrange(world: World, how: Arrangement): void {
  if (!isStopped(world)) return;
  if (how === 'shuffle') return shuffle(world);
  if (how === 'balance') return balance(world);
  world.room = { ...world.room, isSwapped: !world.room.isSwapped };
  layOut(world, swapEnds(plainArena(world.arena)));
}

/** A new pitch for everybody, with all of them at their places. */
export function layOut(world: World, arena: Arena): void {
  const match = createMatchState(arena.discCount);
  resetMatch(arena, match, world.tick);
  setKickLimit(match, world.room.kickLimit);
  world.arena = arena;
  world.match = match;
  world.room = { ...world.room, discs: [] };
  for (const member of world.room.members) {
    if (member.seat !== null) placePlayer(arena, match, member.seat, member.team);
  }
}

/** By the match's own chance, so that it falls the same way for everybody. */
function shuffle(world: World): void {
  const { ints } = world.match;
  const left = world.room.members.filter(({ team }) => team !== TEAM_NONE);
  // People are dealt before bots: so each team has its share of both.
  const drawn = [...draw(left.filter(isPerson), ints), ...draw(left.filter(isBot), ints)];
  const first = nextRandom(ints, MATCH.random0) % 2 === 0 ? TEAM_SUN : TEAM_WAVE;
  for (const [place, member] of drawn.entries()) {
    changeTeam(world, member, place % 2 === 0 ? first : otherTeam(first));
  }
}

function draw(members: readonly Member[], random: Int32Array): readonly Member[] {
  const left = [...members];
  return members.map(() => left.splice(nextRandom(random, MATCH.random0) % left.length, 1)[0]!);
}

/** Those who came last change, people first, until neither teams nor their people differ by more than one. */
function balance(world: World): void {
  evenOut(world, peopleOf, isPerson);
  evenOut(world, teamSize, isBot);
}

function evenOut(world: World, size: typeof teamSize, isOne: (member: Member) => boolean): void {
  const smaller = smallerTeam(world.room, size);
  const larger = otherTeam(smaller);
  while (size(world.room, larger) - size(world.room, smaller) > 1) {
    const last = world.room.members.findLast((one) => one.team === larger && isOne(one));
    if (!last) return;
    changeTeam(world, last, smaller);
  }
}

function isBot(member: Member): boolean {
  return !isPerson(member);
}

/** Whatever the size of the team: it is made even by the end of it. */
function changeTeam(world: World, { id, team: before }: Member, team: Team): void {
  if (team === before) return;
  const members = world.room.members.map((one): Member => {
    if (one.id !== id) return one;
    if (one.seat !== null) placePlayer(world.arena, world.match, one.seat, team);
    return isPerson(one) ? { ...one, team, ready: false, waits: TEAM_NONE } : { ...one, team };
  });
  world.room = { ...world.room, members };
}
