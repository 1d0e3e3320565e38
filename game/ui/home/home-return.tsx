import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { useMessages } from '../model/ui-context.ts';

/**
 * A finger on the pitch takes the focus off the menu, and the style sheet clears the menu away for as
 * long as somebody plays. This button, which is seen only then, puts the focus back into it.
 */
export function HomeReturn() {
  const { menu } = useMessages();
  useLayoutEffect(() => {
    const pitch = document.getElementById('touch');
    const leave = ({ pointerType }: PointerEvent) => {
      const focused = document.activeElement;
      if (pointerType !== 'mouse' && focused instanceof HTMLElement) focused.blur();
    };
    pitch?.addEventListener('pointerdown', leave);
    return () => pitch?.removeEventListener('pointerdown', leave);
  }, []);
  return (
    <Button
      kind="quiet"
      className="home-return"
      onClick={() => document.querySelector<HTMLElement>('.home-card .button-primary')?.focus()}
      testId="home-return"
    >
      {menu.title}
    </Button>
  );
}
