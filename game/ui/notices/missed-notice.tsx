import { Icon } from '../controls/icon.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';

/** What this person chose a moment ago did not count: it came too late, or not at all. */
export function MissedNotice({ className }: { readonly className: 'notice' | 'chip' }) {
  const { host: texts } = usePlayTexts();
  const missed = useUi().model.missed.value;
  if (missed === null) return null;
  return (
    <p class={className} role="status" data-testid="missed" data-why={missed}>
      <Icon name="warning" />
      {texts[missed]}
    </p>
  );
}
