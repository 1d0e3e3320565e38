import { BROKEN_WAYS, type BrokenWays } from './broken-ways.ts';
import { COMPANY_KINDS } from './company.ts';

/**
 * `calm`: the network only is bad. `crashes`: peers come and go. `cuts`: parts lose each other too.
 * `mishaps`: crashes, and hidden tabs, wrong states, other stadiums. `all`: all of that.
 * `shifts`: as `cuts`, and the parts become other ones from one moment to the next.
 * `changes`: within a few seconds several links break, and people come, crash and say goodbye.
 * `bots`: as `crashes`, and bots come, change and go beside. `tools`: as `crashes`, and people vote, pause, change teams and let winners stay beside. `script`: as `crashes`, and the host does beside what scripts do: it moves and changes discs, dresses teams, sends players away and forgives them. `slow`: machines and ways are slow in every manner, and nobody is ever gone. `thin`: lines are thin for some seconds, and nobody is ever gone. `idle`, `warmUp` and `quick`: as `crashes`, and what `company.ts` says beside. The others are broken ways.
 */
const OTHER_KINDS = [
  'calm',
  'crashes',
  'cuts',
  'mishaps',
  'all',
  'shifts',
  'changes',
  'slow',
  'bots',
  'tools',
  'thin',
  'script',
] as const;
export const CHAOS_KINDS = [...OTHER_KINDS, ...COMPANY_KINDS, ...BROKEN_WAYS] as const;
export type ChaosKind = (typeof CHAOS_KINDS)[number];

const WITH_CUTS: ReadonlySet<ChaosKind> = new Set(['cuts', 'all', 'shifts', 'changes']);

/** Parts of the room lose each other: the smaller one may stand still. */
export function hasCuts(kind: ChaosKind): boolean {
  return WITH_CUTS.has(kind) || isBrokenWays(kind);
}

/** Ways break for some seconds, and nothing else happens: a quorum is soon to be had again. */
export function isBrokenWays(kind: ChaosKind): kind is BrokenWays {
  return BROKEN_WAYS.some((one) => one === kind);
}
