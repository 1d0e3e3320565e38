import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownEmote } from '../model/chat-model.ts';
import { useUi } from '../model/ui-context.ts';
import { EmoteIcon } from './emote-icon.tsx';

/** Between the disc and its emote, in map units and in CSS pixels. */
const RADIUS = 15;
const GAP_PX = 6;

/** What stands over the discs of those who show it. It is read out as lines of chat are. */
export function Emotes() {
  const { chat } = useUi();
  return (
    <>
      {chat.emotes.value.map((shown) => (
        <EmoteOver key={shown.number} shown={shown} />
      ))}
    </>
  );
}

function EmoteOver({ shown: { peer, emote } }: { readonly shown: ShownEmote }) {
  const { actions } = useUi();
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () =>
      actions.followPicture((picture) => {
        const disc = picture.discOf(peer);
        if (!mark.current) return;
        mark.current.hidden = disc === null;
        if (disc === null) return;
        const x = picture.windowX(disc.x, disc.y);
        const y = picture.windowY(disc.x, disc.y) - RADIUS * picture.scale - GAP_PX;
        mark.current.style.transform = `translate(${x}px, ${y}px)`;
      }),
    [peer],
  );
  return (
    <span class="emote" hidden ref={mark} data-testid="emote" data-emote={emote}>
      <EmoteIcon name={emote} />
    </span>
  );
}
