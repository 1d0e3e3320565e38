import type { DebugTexts } from './en/late/en-debug.ts';
import type { OptionsTexts } from './en/late/en-options.ts';
import type { PlayTexts } from './en/late/en-play.ts';
import type { ReplaysTexts } from './en/late/en-replays.ts';
import type { RoomsTexts } from './en/late/en-rooms.ts';
import type { VoiceTexts } from './en/late/en-voice.ts';

/** The texts of each part that comes after the menu, by the ending of their files. */
export type LateTexts = {
  readonly play: PlayTexts;
  readonly replays: ReplaysTexts;
  readonly rooms: RoomsTexts;
  readonly voice: VoiceTexts;
  readonly debug: DebugTexts;
  readonly options: OptionsTexts;
};

export type LateName = keyof LateTexts;
