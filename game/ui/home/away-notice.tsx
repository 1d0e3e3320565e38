import type { ReadonlySignal } from '@preact/signals';
import { Icon } from '../controls/icon.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';

/** Errors that say the same, and what to do. */
const SAY_SO: ReadonlySet<string | null> = new Set(['lobby-unreachable', 'offline']);

/** The server does not answer: what works without it, and that the rest comes back. */
export function AwayNotice({ isAway }: { readonly isAway: ReadonlySignal<boolean> }) {
  const { model, notices } = useUi();
  const { offline } = useOptionsTexts();
  const screen = model.screen.value;
  const isSaid = screen.screen === 'home' && SAY_SO.has(screen.error);
  const isMissing = notices.missing.value?.problem === 'offline';
  return (
    <div class="page-notices" role="status">
      {isAway.value && !isSaid && !isMissing && (
        <section class="notice page-notice" data-testid="away">
          <Icon name="wifiOff" />
          <p>{offline.away}</p>
        </section>
      )}
    </div>
  );
}
