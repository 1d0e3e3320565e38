import { CrowdInMemory } from '../tests/lobby/crowd-in-memory.ts';
import { CrowdOverSockets } from '../tests/lobby/crowd-over-sockets.ts';
import { seededRandom } from '../tests/lobby/hostile/seeded-random.ts';
import {
  type CrowdFate,
  type CrowdLobby,
  makeCrowd,
  meetCrowd,
  quantile,
} from '../tests/lobby/quick-crowd.ts';
import { readOptions } from './project/read-options.ts';

const values = readOptions({
  people: { type: 'string', default: '200' },
  /** Those who press PLAY in a minute. */
  arrivals: { type: 'string', default: '60' },
  /** Minutes for which they play on average. */
  stay: { type: 'string', default: '6' },
  seeds: { type: 'string', default: '5' },
  /** Also over real sockets. */
  sockets: { type: 'boolean', default: false },
});

const [people, perMinute, stay, seeds] = [
  values.people,
  values.arrivals,
  values.stay,
  values.seeds,
].map(Number) as [number, number, number, number];
if (![people, perMinute, stay, seeds].every((value) => Number.isFinite(value) && value > 0)) {
  console.error('quick-model: --people, --arrivals, --stay and --seeds take numbers above 0');
  process.exit(2);
}

/** Of the design's model of held queues, one against one: widening against first come, first served. */
const MODEL = 'design, held queue   98 %     1.6 s / 5.6 s   163       61 ms          61 ms';
const FIRST_COME = 'design, first come   –        –               294       117 ms         117 ms';

console.log(`${people} people, ${perMinute} a minute, who play ${stay} minutes; ${seeds} seeds`);
console.log('                     matched  wait p50 / p95  gap p50   worst RTT p50  of two');
console.log(MODEL);
console.log(FIRST_COME);
await play('all is known', true, () => Promise.resolve(new CrowdInMemory()));
await play('nothing is known', false, () => Promise.resolve(new CrowdInMemory()));
if (values.sockets) await play('over sockets', true, () => CrowdOverSockets.start());

async function play(
  name: string,
  isKnown: boolean,
  open: () => Promise<CrowdLobby & { end?: () => Promise<void> }>,
): Promise<void> {
  const fates: CrowdFate[] = [];
  for (let seed = 1; seed <= (name === 'over sockets' ? 1 : seeds); seed++) {
    const random = seededRandom(seed);
    const lobby = await open();
    const crowd = makeCrowd({ people, perMinute, meanStayMs: stay * 60_000, isKnown, random });
    fates.push(...(await meetCrowd(lobby, crowd)));
    await lobby.end?.();
  }
  const matched = fates.filter(({ waitMs }) => waitMs !== null);
  const wait = (share: number): string =>
    `${(
      quantile(
        matched.map(({ waitMs }) => waitMs!),
        share,
      ) / 1000
    ).toFixed(1)} s`;
  const share = `${((100 * matched.length) / fates.length).toFixed(1)} %`;
  const gap = quantile(
    matched.map((fate) => fate.gap),
    0.5,
  ).toFixed(0);
  const rtt = quantile(
    matched.map((fate) => fate.worstRttMs),
    0.5,
  ).toFixed(0);
  const ofTwo = matched.filter(({ company }) => company === 2);
  const pair = quantile(
    ofTwo.map((fate) => fate.worstRttMs),
    0.5,
  ).toFixed(0);
  console.log(
    `${name.padEnd(21)}${share.padEnd(9)}${`${wait(0.5)} / ${wait(0.95)}`.padEnd(16)}` +
      `${gap.padEnd(10)}${`${rtt} ms`.padEnd(15)}${pair} ms`,
  );
}
