import type { Random } from '../../shared/base/seeded-random.ts';
import type { SimulatedRoom } from './simulated-room.ts';

/** What a kind of bad luck needs of the chaos that brings it about. */
export type LuckPorts = {
  readonly room: SimulatedRoom;
  readonly random: Random;
  readonly after: (ms: number, act: () => void) => void;
  readonly note: (text: string) => void;
};
