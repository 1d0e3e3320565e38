import type { LateName, LateTexts } from '../../i18n/late-texts.ts';
import { useUi } from './ui-context.ts';

/** What is loaded with the game itself, in the current language. */
export const usePlayTexts = () => useLateTexts('play');

/** The words of replays in the current language. */
export const useReplaysTexts = () => useLateTexts('replays');

/** The words of public rooms in the current language. */
export const useRoomsTexts = () => useLateTexts('rooms');

/** The words of voices in the current language. */
export const useVoiceTexts = () => useLateTexts('voice');

/** The words of the settings that the menu does without, in the current language. */
export const useOptionsTexts = () => useLateTexts('options');

/** Throws where nobody has brought them: what shows a part waits for its texts, see `speakParts`. */
function useLateTexts<Name extends LateName>(name: Name): LateTexts[Name] {
  const texts = useUi().texts.late.value[name];
  if (!texts) throw new Error(`the texts of ${name} are not here`);
  return texts;
}
