/**
 * Bytes of UTF-8. A lane takes messages of 4000 bytes and half of it holds 6400: two of the longest fit, and a
 * thousand letters of any alphabet that is not written with more than three bytes each.
 */
export const ANNOUNCEMENT_TEXT_MAX_BYTES = 3_000;

/** How an announcement is written. */
export const ANNOUNCEMENT_STYLES = [
  'normal',
  'bold',
  'italic',
  'small',
  'small-bold',
  'small-italic',
] as const;
export type AnnouncementStyle = (typeof ANNOUNCEMENT_STYLES)[number];

/** What is heard with it. */
export const ANNOUNCEMENT_SOUNDS = ['none', 'chat', 'notice'] as const;
export type AnnouncementSound = (typeof ANNOUNCEMENT_SOUNDS)[number];
