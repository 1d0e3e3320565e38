import { signal } from '@preact/signals';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { VoiceOf, VoiceParts, VoiceProblem } from '../../ui/model/voice-model.ts';

const NOBODY: ReadonlySet<PeerId> = new Set();
const NO_OTHERS: ReadonlyMap<PeerId, VoiceOf> = new Map();

/** What the screens show of voices: there before the part that makes them. */
export class VoiceShown {
  readonly isAllowed = signal(false);
  readonly state = signal<'off' | 'asking' | 'on'>('off');
  readonly problem = signal<VoiceProblem | LoadProblem | null>(null);
  readonly isTalking = signal(false);
  readonly isLatched = signal(false);
  readonly speaking = signal(NOBODY);
  readonly others = signal(NO_OTHERS);
  readonly parts = signal<VoiceParts | null>(null);

  /** Voice is off, for this reason. */
  showOff(problem: VoiceProblem | LoadProblem | null): void {
    this.state.value = 'off';
    this.problem.value = problem;
    this.isTalking.value = this.isLatched.value = false;
    this.speaking.value = NOBODY;
    this.others.value = NO_OTHERS;
  }
}
