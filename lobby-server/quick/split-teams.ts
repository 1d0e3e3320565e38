import type { QuickPerson } from './choose-room.ts';

/** Two teams of whoever was split. */
export type Split<Person> = { readonly sun: readonly Person[]; readonly wave: readonly Person[] };

/**
 * [L116] The two teams whose skills differ least, of all ways to make two that differ by one person at
 * most. Among equals the one that a room makes by itself of people who come in this order: in turn, the
 * first one sun. For at most eight people: 70 ways.
 */
export function splitTeams<Person extends Pick<QuickPerson, 'skill'>>(
  people: readonly Person[],
): Split<Person> {
  const size = Math.ceil(people.length / 2);
  const inTurn = [0, 1].flatMap((rest) => people.filter((_, index) => index % 2 === rest));
  const all = people.reduce((sum, { skill }) => sum + skill, 0);
  let best: readonly Person[] = inTurn.slice(0, size);
  let bestGap = Number.POSITIVE_INFINITY;
  for (const sun of choices(inTurn, size)) {
    const own = sun.reduce((sum, { skill }) => sum + skill, 0);
    // Of uneven teams the averages count: a bot is the one that is missing.
    const rest = people.length - sun.length;
    const gap = rest === 0 ? 0 : Math.abs(own / sun.length - (all - own) / rest);
    if (gap >= bestGap) continue;
    best = sun;
    bestGap = gap;
  }
  return { sun: best, wave: people.filter((person) => !best.includes(person)) };
}

/** All ways to take so many, those with the first person first. */
function choices<Person>(people: readonly Person[], size: number): readonly (readonly Person[])[] {
  if (size === 0) return [[]];
  return people.flatMap((person, index) =>
    choices(people.slice(index + 1), size - 1).map((rest) => [person, ...rest]),
  );
}
