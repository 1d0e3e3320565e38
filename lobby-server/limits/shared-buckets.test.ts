import { expect, test } from 'vitest';
import { SharedBuckets } from './shared-buckets.ts';

const RATE = { burst: 3, perSecond: 0.1 };
const NETWORKS = ['64', '56', '48'];

/** Two processes that hear each other at once. */
function makeTwo() {
  const both: SharedBuckets[] = [];
  for (const at of [0, 1]) {
    both.push(new SharedBuckets((limit, networks) => both[1 - at]!.charge(limit, networks, 0)));
  }
  return both as [SharedBuckets, SharedBuckets];
}

test('[L156] what is used up at one process is used up at the other', () => {
  const [here, there] = makeTwo().map((shared) => shared.of('joins', RATE)) as [
    ReturnType<SharedBuckets['of']>,
    ReturnType<SharedBuckets['of']>,
  ];
  expect([here.take(NETWORKS, 0), there.take(NETWORKS, 0), here.take(NETWORKS, 0)]).toEqual([
    0, 0, 0,
  ]);
  expect(here.take(NETWORKS, 0)).toBe(10_000);
  expect(there.take(NETWORKS, 0)).toBe(10_000);
  expect(there.take(['another'], 0)).toBe(0);
});

test('[L156] what was refused is not told, nor what was told', () => {
  const told: string[] = [];
  const shared = new SharedBuckets((limit, networks) => told.push(`${limit} ${networks.join()}`));
  const joins = shared.of('joins', RATE);
  shared.charge('joins', NETWORKS, 0);
  for (let at = 0; at < 5; at++) joins.take(NETWORKS, 0);
  expect(told).toEqual(['joins 64,56,48', 'joins 64,56,48']);
});

test('[L156] each limit is counted for itself, and once', () => {
  const shared = new SharedBuckets();
  const [joins, peeks] = [shared.of('joins', RATE), shared.of('peeks', RATE)];
  shared.charge('joins', NETWORKS, 0);
  shared.charge('passwords', NETWORKS, 0);
  const left = (buckets: typeof joins): number => {
    let count = 0;
    while (buckets.take(NETWORKS, 0) === 0) count += 1;
    return count;
  };
  expect([left(joins), left(peeks)]).toEqual([2, 3]);
  expect(() => shared.of('joins', RATE)).toThrow('counted already');
});

const RELAYED = { burst: 100, perSecond: 80 };

/** Two processes that tell each other at each beat what networks have and use. */
function makeBeating() {
  const all = [0, 1].map(() => {
    const shared = new SharedBuckets(() => {});
    return { shared, sockets: shared.sockets(16), relayed: shared.relayed(RELAYED) };
  });
  const [here, there] = all as [(typeof all)[0], (typeof all)[0]];
  const beat = (nowMs = 0): void => {
    for (const [from, to] of [
      [here, there],
      [there, here],
    ] as const) {
      const used = from.shared.takeUsed();
      if (used !== null) to.shared.follow(from === here ? 'here' : 'there', used, nowMs);
    }
  };
  return { here, there, beat };
}

function times(count: number, run: () => unknown): void {
  for (let at = 0; at < count; at++) run();
}

test('[L171] sockets of a network are counted on all processes, a beat later', () => {
  const { here, there, beat } = makeBeating();
  times(10, () => here.sockets.add(['a']));
  times(6, () => there.sockets.add(['a']));
  expect([here, there].map(({ sockets }) => sockets.isFull(['a'], 16))).toEqual([false, false]);
  beat();
  expect([here, there].map(({ sockets }) => sockets.isFull(['a'], 16))).toEqual([true, true]);
  expect(here.sockets.isFull(['b'], 16)).toBe(false);
  there.sockets.remove(['a']);
  beat();
  beat();
  expect([here, there].map(({ sockets }) => sockets.isFull(['a'], 16))).toEqual([false, false]);
});

test('[L171] what a process told last is forgotten when it is gone, or has no more of it', () => {
  const { here, there, beat } = makeBeating();
  times(16, () => there.sockets.add(['a']));
  beat();
  expect(here.sockets.isFull(['a'], 16)).toBe(true);
  here.shared.lose('there');
  expect(here.sockets.isFull(['a'], 16)).toBe(false);
  beat();
  times(16, () => there.sockets.remove(['a']));
  beat();
  expect(here.sockets.isFull(['a'], 16)).toBe(false);
});

test('[L171] what is relayed for a network elsewhere is taken from its share here', () => {
  const { here, there, beat } = makeBeating();
  times(70, () => there.relayed.take(['a'], 0));
  beat();
  let left = 0;
  while (here.relayed.take(['a'], 0) === 0) left += 1;
  expect(left).toBe(30);
  // Each frame is told once, and by the process that relayed it.
  beat(1000);
  beat(1000);
  expect(here.relayed.take(['a'], 1000)).toBe(0);
});

test('[L171] of networks that have little nothing is told, and nothing twice', () => {
  const shared = new SharedBuckets(() => {});
  const [sockets, relayed] = [shared.sockets(16), shared.relayed(RELAYED)];
  sockets.add(['a']);
  relayed.take(['a'], 0);
  expect(shared.takeUsed()).toBeNull();
  sockets.add(['a']);
  times(10, () => relayed.take(['a', 'wide'], 0));
  expect(shared.takeUsed()).toEqual({ sockets: [['a', 2]], relayed: [[['a', 'wide'], 10]] });
  sockets.remove(['a']);
  expect(shared.takeUsed()).toEqual({ sockets: [], relayed: [] });
  expect(shared.takeUsed()).toBeNull();
});

test('[L171] a process that is the whole lobby remembers no frames', () => {
  const shared = new SharedBuckets();
  const relayed = shared.relayed(RELAYED);
  times(50, () => relayed.take(['a'], 0));
  expect(shared.takeUsed()).toBeNull();
});
