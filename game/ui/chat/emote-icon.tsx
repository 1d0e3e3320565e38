import type { Emote } from '../../../shared/netplay/chat/chat.ts';

/** A face of 24 units, and what is drawn on it by strokes; the heart has none. */
const STROKES: { readonly [Name in Emote]: string } = {
  like: 'M8.5 10v.5M15.5 10v.5M7.5 14.5c2.5 3.5 6.5 3.5 9 0',
  wow: 'M8.5 9v1M15.5 9v1M12 13.5a2 2.5 0 1 0 .01 0',
  angry: 'M6.5 8l3.5 2M17.5 8l-3.5 2M8.5 11.5v.5M15.5 11.5v.5M8 17c2.5-2.5 5.5-2.5 8 0',
  cool: 'M5 9h14M6.5 9.5c0 4 4.5 4 4.5 0M13 9.5c0 4 4.5 4 4.5 0M9 16h5l1.5-1',
  laugh: 'M7 10l1.5-1.5L10 10M14 10l1.5-1.5L17 10M7 13.5h10c-.5 5-9.5 5-10 0z',
  cry: 'M8.5 9.5v.5M15.5 9.5v.5M8 17c2.5-2.5 5.5-2.5 8 0M16 12.5c-1.5 2.5 1.5 2.5 0 0',
  love: '',
  sleepy: 'M7 10.5h3M14 10.5h3M10.5 15.5h3M16 3.5h4l-4 4h4',
};
const HEART = 'M12 20.5C4 15 3 11 3.5 8.5 4.5 4.5 10 4 12 8c2-4 7.5-3.5 8.5.5.5 2.5-.5 6.5-8.5 12z';

/** One of the emotes, drawn. It says nothing by itself: what it means stands beside it. */
export function EmoteIcon({ name }: { readonly name: Emote }) {
  return (
    <svg class="emote-icon" viewBox="0 0 24 24" aria-hidden="true">
      {name === 'love' ? (
        <path class="emote-heart" d={HEART} />
      ) : (
        <circle cx="12" cy="12" r="10.5" />
      )}
      <path class="emote-strokes" d={STROKES[name]} />
    </svg>
  );
}
