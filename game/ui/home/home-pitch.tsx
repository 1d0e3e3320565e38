import type { ComponentChildren } from 'preact';
import { moveCaps } from '../../settings/key-bindings.ts';
import { Icon } from '../controls/icon.tsx';
import { usePitchPlace } from '../controls/use-pitch-place.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Where the pitch is to be seen, as the style sheet decides, and how to play on it. */
export function HomePitch({ children }: { readonly children: ComponentChildren }) {
  const place = usePitchPlace();
  return (
    <div class="home-pitch" ref={place}>
      {children}
      <Attract />
    </div>
  );
}

/** How to play right here: a gamepad moves the focus instead. */
function Attract() {
  const { hands, settings } = useUi();
  const { home } = useMessages();
  const hand = hands.last.value;
  if (hand === 'pad') return null;
  return (
    <p class="attract chip">
      <Icon name="play" />
      {hand === 'touch' ? home.attractTouch : home.attract(moveCaps(settings.value.keys).join(' '))}
    </p>
  );
}
