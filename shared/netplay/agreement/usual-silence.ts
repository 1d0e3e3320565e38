import type { RemotePeer } from '../replication/remote-peer.ts';

/** A hidden tab may run once a second only. */
const HIDDEN_GAP_MS = 850;

/** [N30] ms for which this peer is silent now and then. */
export function usualSilenceOf({ channel, isHidden }: RemotePeer): number {
  return Math.max(channel.meter.usualGapMs, isHidden ? HIDDEN_GAP_MS : 0);
}
