import { type LadderResult, playLadder } from './bots/play-ladder.ts';
import { PAIRS, PLAYERS } from './bots/ladder-pairs.ts';
import { readOptions } from './project/read-options.ts';

const values = readOptions({
  /** Matches of a pair on each map with each number of players, half of them on each side. */
  matches: { type: 'string', default: '10' },
  maps: { type: 'string', default: 'small,classic,big' },
  /** Players a team. */
  sizes: { type: 'string', default: '1,2,3,4' },
  /** As `ace:pro,rookie:behind` instead of all. */
  pairs: { type: 'string' },
});

const matches = Number(values.matches);
const sizes = values.sizes.split(',').map(Number);
const chosen = values.pairs?.split(',').map((pair) => pair.split(':'));
const pairs = chosen?.map(([first = '', second = '']) => ({ first, second })) ?? PAIRS;
const areKnown = pairs.every(({ first, second }) => PLAYERS.has(first) && PLAYERS.has(second));
const areSizes = sizes.every((size) => Number.isInteger(size) && size > 0 && size < 5);
if (!Number.isInteger(matches) || matches < 1 || !areKnown || !areSizes) {
  console.error('bots: --matches takes a whole number, --sizes 1 … 4, --pairs two of each:');
  console.error(`  ${[...PLAYERS.keys()].join(', ')}`);
  process.exit(2);
}

console.log('pair               won   goals     own goals  stood   calm   µs a bot and tick');
for (const { first, second } of pairs) {
  const all: LadderResult[] = [];
  for (const size of sizes) {
    const results = values.maps
      .split(',')
      .map((map) => playLadder({ first, second, map, size, matches }));
    tell(`${first}:${second} ${size}v${size}`, results);
    all.push(...results);
  }
  if (sizes.length > 1) tell(`${first}:${second} all`, all);
}

function tell(name: string, results: readonly LadderResult[]): void {
  const sum = (pick: (result: LadderResult) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  const worst = results.reduce((most, result) => (result.stood > most.stood ? result : most));
  const goals = `${sum((result) => result.goals)}:${sum((result) => result.conceded)}`;
  const own =
    sum((result) => result.ownGoals) / (sum((result) => result.goals + result.conceded) || 1);
  const calm = sum((result) => result.calm) / sum((result) => result.played);
  const cost = (sum((result) => result.thoughtMs) / (sum((result) => result.thoughts) || 1)) * 1000;
  console.log(
    `${name.padEnd(18)} ${percent(sum((result) => result.won) / sum((result) => result.matches))}  ` +
      `${goals.padEnd(9)} ${percent(own)}      ` +
      `${(worst.stood / 60).toFixed(1)} s (${worst.map}, seed ${worst.stoodSeed})  ` +
      `${percent(calm)}  ${cost.toFixed(1)}`,
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`.padStart(5);
}
