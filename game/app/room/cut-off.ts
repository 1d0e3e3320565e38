import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { peopleIn } from '../../../shared/room/room-state.ts';

/** ms without a packet from any peer before this page may be cut off. */
const SILENT_MS = 1500;

/** What the lobby knows of the others, and this page of itself. */
export type WhatElse = {
  /** It is connected, and has answered since this page woke. */
  readonly isSure: boolean;
  readonly hasOthersOnline: boolean;
  /** Milliseconds since this page woke, infinite when it did not sleep: what was heard before is old. */
  readonly awakeMs: number;
};

/**
 * [L75] True when this page hears none of the others, and the lobby does not say that they are away: then
 * it may be this page that is. Nothing is to be said of the others.
 */
export function isCutOff(
  { state, self, world, reports }: Pick<RoomSession, 'state' | 'self' | 'world'> & Reporting,
  { isSure, hasOthersOnline, awakeMs }: WhatElse,
): boolean {
  if (state.state !== 'live') return false;
  const others = peopleIn(world.room).filter(({ id }) => id !== self);
  if (others.length === 0 || (isSure && !hasOthersOnline)) return false;
  const present = new Set(others.filter(({ absent }) => !absent).map(({ peer }) => peer));
  const silentMaxMs = Math.min(SILENT_MS, awakeMs);
  return reports.every(({ peer, silentMs }) => silentMs >= silentMaxMs || !present.has(peer));
}

type Reporting = { readonly reports: ReturnType<RoomSession['reports']> };
