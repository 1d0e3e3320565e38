import { expect, test } from 'vitest';
import type { PeerId } from '../../base/peer-id.ts';
import type { RemotePeer } from '../replication/remote-peer.ts';
import { Suspects } from '../session/suspects.ts';
import { LateInputs } from './late-inputs.ts';

/** A peer with a round trip of 80 ms, whose inputs come so many ticks behind. */
function countFor(ticksBehind: (packet: number) => number, isHidden = false): number {
  const suspects = new Suspects();
  const late = new LateInputs(suspects);
  const meter = { hasRtt: true, rttMs: 80, jitterMs: 4 };
  const remote = { peer: 'ben' as PeerId, isHidden, channel: { meter } } as unknown as RemotePeer;
  for (let packet = 0; packet < 200; packet++)
    late.note(remote, 1_000 - ticksBehind(packet), 1_000);
  return suspects.all[0]?.count ?? 0;
}

test('[N44] inputs as late as their way takes are nothing to report', () => {
  expect(countFor(() => 5)).toBe(0);
});

test('[N44] inputs that are held back for longer are reported, once for 45 packets in a row', () => {
  expect(countFor(() => 12)).toBe(4);
});

test('[N44] a stall is no row, and a hidden page is late as a habit', () => {
  expect(countFor((packet) => (packet % 40 === 0 ? 2 : 12))).toBe(0);
  expect(countFor(() => 30, true)).toBe(0);
});
