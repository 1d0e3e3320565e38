import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { HIDDEN_CODE } from '../controls/shown-code.ts';
import { useMessages } from '../model/ui-context.ts';

/** A gamepad and a screen reader press and let go at once: what they asked for stands for so long. */
const SHOWN_MS = 3000;

/** The code for as long as it is held by a pointer or a key, while others watch the screen. */
export function HeldCode({ code }: { readonly code: RoomCode }) {
  const { room } = useMessages();
  const [isHeld, hold] = useState(false);
  const [isAsked, ask] = useState(false);
  useLayoutEffect(() => {
    if (!isAsked) return undefined;
    const timer = setTimeout(() => ask(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isAsked]);
  const isShown = isHeld || isAsked;
  const wasHeld = useRef(false);
  const press = (): void => {
    wasHeld.current = true;
    hold(true);
  };
  const letGo = (): void => hold(false);
  return (
    <button
      type="button"
      class="code code-held"
      data-testid="room-code"
      onPointerDown={press}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ') && press()}
      onKeyUp={letGo}
      onBlur={letGo}
      onClick={() => {
        // Behind a press by a pointer or a key, which was seen from beginning to end.
        if (!wasHeld.current) ask(true);
        wasHeld.current = false;
      }}
    >
      <output translate={false}>{isShown ? formatRoomCode(code) : HIDDEN_CODE}</output>
      <small class="code-hint">{room.holdToShow}</small>
    </button>
  );
}
