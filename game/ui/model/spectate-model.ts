import type { ReadonlySignal } from '@preact/signals';
import type { MemberId } from '../../../shared/room/command.ts';
import type { Team } from '../../../shared/sim/team.ts';

export type SpectatedPlayer = { readonly id: MemberId; readonly name: string; readonly team: Team };

/** [V77] The camera of a person who watches a match. Functions stand alone. */
export type SpectateView = {
  /** This person watches, and nothing else has the camera. */
  readonly isOn: ReadonlySignal<boolean>;
  /** What it follows: the ball, nothing (`free`), or a player. */
  readonly aim: ReadonlySignal<'ball' | 'free' | SpectatedPlayer>;
  /** From the ball to a player, to nothing, and back to the ball. */
  readonly change: () => void;
  /** The next player, or the one before (-1). */
  readonly step: (direction: 1 | -1) => void;
  /** Puts a free camera further, as seen in the window: 1 is a step to the right or down. */
  readonly move: (right: number, down: number) => void;
  /** Brings a free camera so many times as near. */
  readonly zoom: (factor: number) => void;
};
