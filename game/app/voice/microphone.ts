import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { VoiceProblem } from '../../ui/model/voice-model.ts';

/** A browser's window, as far as it tells of microphones. */
export type MicrophoneWindow = {
  readonly isSecureContext: boolean;
  readonly navigator: {
    readonly mediaDevices?: Pick<MediaDevices, 'getUserMedia'>;
    readonly permissions?: Pick<Permissions, 'query'>;
  };
};

const WANTED: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
  video: false,
};

/** By the name of what `getUserMedia` is refused with; anything else is a device that does not start. */
const PROBLEMS: Readonly<Record<string, VoiceProblem>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

/** Asks for the microphone. What it gives is silent until it is enabled. */
export async function openMicrophone({
  isSecureContext,
  navigator,
}: MicrophoneWindow): Promise<Result<MediaStreamTrack, VoiceProblem>> {
  const { mediaDevices } = navigator;
  if (!mediaDevices) return fail(isSecureContext ? 'missing' : 'insecure');
  try {
    const stream = await mediaDevices.getUserMedia(WANTED);
    const [track] = stream.getAudioTracks();
    if (!track) return fail('missing');
    track.enabled = false;
    return ok(track);
  } catch (problem) {
    const name = problem instanceof Error ? problem.name : '';
    return fail(PROBLEMS[name] ?? 'busy');
  }
}

/** True where the microphone may be opened without asking the person again. */
export async function mayOpenAgain({ navigator }: MicrophoneWindow): Promise<boolean> {
  try {
    const asked = await navigator.permissions?.query({ name: 'microphone' });
    return asked?.state === 'granted';
  } catch {
    // A browser that does not know the name would ask.
    return false;
  }
}
