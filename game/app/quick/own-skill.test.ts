import { expect, test } from 'vitest';
import { OwnSkill } from './own-skill.ts';

function skillIn(texts: Map<string, string>): OwnSkill {
  return new OwnSkill(
    () =>
      ({
        getItem: (key: string) => texts.get(key) ?? null,
        setItem: (key: string, text: string) => void texts.set(key, text),
      }) as unknown as Storage,
  );
}

test('[L112] nothing is said of a skill before the first match, and then what the matches were like', () => {
  const texts = new Map<string, string>();
  const skill = skillIn(texts);
  expect(skill.points).toBeUndefined();
  skill.count(1);
  skill.count(1);
  expect(skill.points).toBe(1100);
  skill.count(0.5);
  skill.count(0);
  expect(skillIn(texts).points).toBe(1050);
});

test('[L112] behind ten matches each one counts less, and the points stay within their bounds', () => {
  const skill = skillIn(new Map());
  for (let match = 0; match < 10; match++) skill.count(1);
  expect(skill.points).toBe(1500);
  skill.count(1);
  expect(skill.points).toBe(1520);
  for (let match = 0; match < 300; match++) skill.count(1);
  expect(skill.points).toBe(4000);
  for (let match = 0; match < 300; match++) skill.count(0);
  expect(skill.points).toBe(0);
});

test('[L112] what makes no sense, or cannot be kept, is no skill', () => {
  for (const text of [
    '',
    '{',
    'null',
    '7',
    '{"points":-1,"matches":2}',
    '{"points":1.5,"matches":1}',
  ])
    expect(skillIn(new Map([['peerball.skill', text]])).points).toBeUndefined();
  const forbidden = new OwnSkill(() => {
    throw new Error('forbidden');
  });
  forbidden.count(1);
  expect(forbidden.points).toBeUndefined();
});
