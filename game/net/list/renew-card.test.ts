import { expect, test } from 'vitest';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { CARD_RENEW_MS } from '../../../shared/lobby/limits.ts';
import { QUIET_CARD } from '../../../tests/lobby/listings.ts';
import { ScriptedLobby } from '../../../tests/lobby/scripted-lobby.ts';
import { CardRenewal } from './renew-card.ts';

function underTest() {
  const lobby = new ScriptedLobby();
  const renewal = new CardRenewal(lobby, 'PVX7Q2' as RoomCode);
  const show = (nowMs: number, card = QUIET_CARD): number => {
    if (renewal.isDue(nowMs)) renewal.show(card, nowMs);
    return lobby.asked.length;
  };
  return { lobby, show };
}

test('[L97] a card is shown at once, and renewed every eight seconds', () => {
  const { show } = underTest();
  expect(show(0)).toBe(1);
  expect(show(CARD_RENEW_MS - 1)).toBe(1);
  expect(show(CARD_RENEW_MS + 1000)).toBe(2);
});

test('[L97] what is new is told within a second, and a clock that goes on is not', () => {
  const { show } = underTest();
  const match = { sun: 0, wave: 0, clockS: 100, clockStep: -1 };
  show(0, { ...QUIET_CARD, match });
  expect(show(1000, { ...QUIET_CARD, match: { ...match, clockS: 99 } })).toBe(1);
  expect(show(1500, { ...QUIET_CARD, match: { ...match, sun: 1 } })).toBe(1);
  expect(show(2000, { ...QUIET_CARD, match: { ...match, sun: 1 } })).toBe(2);
});

test('[L97] without the lobby nothing is shown, and at once when it is back', () => {
  const { lobby, show } = underTest();
  lobby.isOnline = false;
  expect(show(0)).toBe(0);
  lobby.isOnline = true;
  expect(show(100)).toBe(1);
});
