import { ok } from '../../../shared/base/result.ts';
import type { Voice, VoiceDoorPorts } from '../voice/voice-door.ts';
import type { PageParts } from './page-parts.ts';
import type { VoicePagePorts } from './voice.tsx';

/** Brings what people talk with, once it is wanted; made once. */
export function bringVoice(
  { loader }: Pick<PageParts, 'loader'>,
  ports: VoicePagePorts,
): VoiceDoorPorts['load'] {
  let made: Voice | null = null;
  return async (shown, view) => {
    const part = await loader.load('voice');
    if (!part.ok) return part;
    made ??= part.value.createVoice(ports, shown, view);
    return ok(made);
  };
}
