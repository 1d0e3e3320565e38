import { expect, test } from 'vitest';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import { LINK_RULES, type LinkPair } from '../../../shared/netplay/link/link.contract.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { createPageLinks } from './page-link.ts';

const first = parsePeerId('first')!;
const second = parsePeerId('second')!;

function makePair(): LinkPair {
  const timers = new ManualTimers();
  const [near, far] = createPageLinks(first, second, () => timers.now());
  return {
    near,
    far,
    nowMs: () => timers.now(),
    pass: async (ms) => void timers.advance(ms),
  };
}

test.each(LINK_RULES)('[N74] the way within a page is a link: $name', async ({ check }) => {
  expect(await check(makePair())).toBeNull();
});

test('[N74] each end leads to the other session, and what is sent is there at once', () => {
  const { near, far } = makePair();
  expect([near.remote, far.remote]).toEqual([second, first]);
  near.send(Uint8Array.of(1));
  const got: number[] = [];
  far.receive((bytes) => got.push(bytes[0]!));
  expect(got).toEqual([1]);
});

test('[N74] a session that stands still does not keep what is sent to it for ever', () => {
  const { near } = makePair();
  const sent = Array.from({ length: 2000 }, () => near.send(Uint8Array.of(1)));
  expect(sent.filter((isSent) => isSent).length).toBe(512);
});
