import { commonFigures, type LadderFigure, pairFigures } from './bots/ladder-figures.ts';
import { PAIRS, PLAYERS } from './bots/ladder-pairs.ts';
import { tryStadiums } from './bots/try-stadiums.ts';
import { type LadderResult, playLadder } from './bots/play-ladder.ts';
import { readOptions } from './project/read-options.ts';

const values = readOptions({
  /** Matches of a pair on each map with each number of players, half of them on each side. */
  matches: { type: 'string', default: '18' },
  /** The first seed: those that were tuned on say little. */
  first: { type: 'string', default: '1' },
  maps: { type: 'string', default: 'small,classic,big' },
  /** Players a team. */
  sizes: { type: 'string', default: '1,2,3,4' },
  /** As `ace:pro,rookie:behind` instead of all. */
  pairs: { type: 'string' },
  /** Instead of the ladder: what bots make of each stadium file of a folder. */
  stadiums: { type: 'string' },
});

const [matches, firstSeed] = [Number(values.matches), Number(values.first)];
const sizes = values.sizes.split(',').map(Number);
const chosen = values.pairs?.split(',').map((pair) => pair.split(':'));
const pairs =
  chosen?.map(([first = '', second = '']) => {
    const known = PAIRS.find((pair) => pair.first === first && pair.second === second);
    return known ?? { first, second, least: 0, most: 1 };
  }) ?? PAIRS;
const areKnown = pairs.every(({ first, second }) => PLAYERS.has(first) && PLAYERS.has(second));
const areSizes = sizes.every((size) => Number.isInteger(size) && size > 0 && size < 5);
const areWhole = [matches, firstSeed].every((value) => Number.isInteger(value) && value > 0);
if (!areWhole || !areKnown || !areSizes) {
  console.error(
    'bots: --matches and --first take whole numbers, --sizes 1 … 4, --pairs two of each:',
  );
  console.error(`  ${[...PLAYERS.keys()].join(', ')}`);
  process.exit(2);
}

if (values.stadiums !== undefined) {
  for (const line of tryStadiums(values.stadiums)) console.log(line);
  process.exit(0);
}

const all: LadderResult[] = [];
for (const pair of pairs) {
  const { first, second } = pair;
  const results = sizes.flatMap((size) =>
    values.maps
      .split(',')
      .map((map) => playLadder({ first, second, map, size, matches, firstSeed })),
  );
  all.push(...results);
  if (sizes.length > 1) tellSizes(results);
  tell(pairFigures(pair, results));
}
tell(commonFigures(all));

/** What the first won with each number of players. */
function tellSizes(results: readonly LadderResult[]): void {
  const perSize = results.length / sizes.length;
  const won = sizes.map((size, index) => {
    const own = results.slice(index * perSize, (index + 1) * perSize);
    const share = own.reduce((total, result) => total + result.won / result.matches, 0) / perSize;
    return `${size}v${size} ${(share * 100).toFixed(0)} %`;
  });
  console.log(`  ${won.join(', ')}`);
}

function tell(figures: readonly LadderFigure[]): void {
  for (const { name, measured, target, isMet } of figures) {
    const verdict = isMet ? 'met' : 'MISSED';
    console.log(`${name.padEnd(56)} ${measured.padStart(20)}  ${target.padEnd(14)} ${verdict}`);
  }
}
