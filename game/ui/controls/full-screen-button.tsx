import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { canFillScreen, toggleFullScreen } from './full-screen.ts';
import { useMessages } from '../model/ui-context.ts';

/** All of the screen for the game, and back; nothing where the browser does not give it away. */
export function FullScreenButton({ isSmall }: { readonly isSmall: boolean }) {
  const { full } = useMessages().settings;
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useLayoutEffect(() => {
    const follow = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  if (!canFillScreen()) return null;
  if (isSmall) {
    return (
      <button
        type="button"
        class="icon-button full-screen"
        aria-label={full}
        aria-pressed={isFull}
        onClick={() => void toggleFullScreen()}
        data-testid="full-screen"
      >
        <Icon name="maximize" />
      </button>
    );
  }
  return (
    <Button
      icon="maximize"
      pressed={isFull}
      onClick={() => void toggleFullScreen()}
      testId="menu-full-screen"
    >
      {full}
      {isFull && <Icon name="check" />}
    </Button>
  );
}
