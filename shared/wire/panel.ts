/**
 * Bytes of UTF-8 in each part of a panel, and how many parts it has. All of them together fit a message of the lane,
 * which takes 4000 bytes.
 */
export const PANEL_TITLE_MAX_BYTES = 120;
export const PANEL_LINE_MAX_BYTES = 192;
export const PANEL_BUTTON_MAX_BYTES = 72;
export const PANEL_BUTTON_ID_MAX_BYTES = 24;
export const PANEL_LINES_MAX = 8;
export const PANEL_BUTTONS_MAX = 6;
