import { usePlayTexts } from '../model/late-texts.ts';
import { Icon } from './icon.tsx';

/** Beside the name of a program. Where it is away nobody is waited for, but what it does is not done. */
export function ScriptMark({ isAway }: { readonly isAway: boolean }) {
  const { host: texts } = usePlayTexts();
  return (
    <small class="bot-mark" data-testid="script-mark">
      <Icon name="bot" />
      {isAway ? texts.scriptAway : texts.script}
    </small>
  );
}
