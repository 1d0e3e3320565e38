import type { WireFigures, WireRoom } from './wire-room.ts';

export type WirePhase = 'clean' | '2 % lost' | 'after an outage';

const CONDITIONS = { delayMs: 50, jitterMs: 0, loss: 0, reorder: 0, duplicate: 0 };
const LOSS = 0.02;
const OUTAGE_MS = 1_000;
/** Clocks and estimates settle, and whatever ends a storm has done so. */
const SETTLE_MS = 4_000;
/** Ways are filled meanwhile (ADR 0019): of two pages within this, of eight, one way after the other, in a minute. */
export const RECOVER_MS = 20_000;

/** One match from which all figures come, each phase with what the one before left behind. */
export async function playPhases(
  room: WireRoom,
  phaseMs: number,
  tell: (phase: WirePhase, figures: readonly WireFigures[]) => void,
  recoverMs = RECOVER_MS,
): Promise<void> {
  const { forwarder } = room;
  await forwarder.set(CONDITIONS);
  await wait(SETTLE_MS);
  tell('clean', await room.measure(phaseMs));
  await forwarder.set({ ...CONDITIONS, loss: LOSS });
  tell('2 % lost', await room.measure(phaseMs));
  await forwarder.set(CONDITIONS);
  await forwarder.cut(OUTAGE_MS);
  await wait(OUTAGE_MS + recoverMs);
  tell('after an outage', await room.measure(phaseMs));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
