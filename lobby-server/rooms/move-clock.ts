import { CARD_CLOCK_S_MAX } from '../../shared/lobby/limits.ts';
import type { RoomCard } from '../../shared/lobby/public-room.ts';

/** A clock goes on between two words of it. */
export function moveClock(card: RoomCard, ms: number): RoomCard {
  const { match } = card;
  if (match === null || match.clockStep === 0) return card;
  const clockS = Math.max(0, match.clockS + match.clockStep * Math.floor(ms / 1000));
  return { ...card, match: { ...match, clockS: Math.min(clockS, CARD_CLOCK_S_MAX) } };
}
