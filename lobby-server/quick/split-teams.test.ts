import { expect, test } from 'vitest';
import { splitTeams } from './split-teams.ts';

function skillsOf(people: readonly { readonly skill: number }[]): number[] {
  return people.map(({ skill }) => skill);
}

function split(...skills: number[]): { sun: number[]; wave: number[] } {
  const { sun, wave } = splitTeams(skills.map((skill) => ({ skill })));
  return { sun: skillsOf(sun), wave: skillsOf(wave) };
}

test('[L116] of equals those who come in turn are in turn sun and wave', () => {
  const people = [1, 2, 3, 4].map((id) => ({ id, skill: 1000 }));
  const { sun, wave } = splitTeams(people);
  expect(sun.map(({ id }) => id)).toEqual([1, 3]);
  expect(wave.map(({ id }) => id)).toEqual([2, 4]);
});

test('[L116] four are split so that both teams are as strong', () => {
  expect(split(2000, 1500, 1400, 900)).toEqual({ sun: [2000, 900], wave: [1500, 1400] });
});

test('[L116] one person and two have teams as well', () => {
  expect(split(1000)).toEqual({ sun: [1000], wave: [] });
  expect(split(1000, 2000)).toEqual({ sun: [1000], wave: [2000] });
});

test('[L116] of three the strongest plays with the bot, where that is the fairest', () => {
  expect(split(1500, 2000, 2500)).toEqual({ sun: [1500, 2500], wave: [2000] });
});

test('[L116] no other split of eight is closer', () => {
  const skills = [2400, 1900, 1700, 1500, 1300, 1250, 900, 400];
  const { sun, wave } = split(...skills);
  const sum = (team: readonly number[]): number => team.reduce((all, one) => all + one, 0);
  expect([sun.length, wave.length]).toEqual([4, 4]);
  let least = Number.POSITIVE_INFINITY;
  for (let chosen = 0; chosen < 256; chosen++) {
    const own = skills.filter((_, index) => (chosen & (1 << index)) !== 0);
    if (own.length === 4) least = Math.min(least, Math.abs(2 * sum(own) - sum(skills)));
  }
  expect(Math.abs(sum(sun) - sum(wave))).toBe(least);
});
