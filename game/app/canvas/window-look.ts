import type { Settings } from '../../settings/settings.ts';
import { paletteOf } from '../../settings/theme.ts';
import type { Insets, Size } from '../../view/camera-fit.ts';
import type { Tier } from '../../view/tier.ts';
import type { ViewLook } from '../../view/world-view.ts';

/** Sharper than the first nobody sees, and phones pay for it. */
const PIXEL_RATIO_MAX = { high: 2, balanced: 1.5, low: 1 } as const satisfies Record<Tier, number>;
/** Lower windows are phones held sideways. */
const LOW_HEIGHT = 520;

/** A look whose colours depend on the stadium. */
export type WindowLook = Omit<ViewLook, 'mapColours'> & Pick<Settings, 'houseMaps'>;

/** Width that a thumb's mark takes at either side of a phone held sideways, with a little around it. */
export const THUMBS_PX = 112;
/** Height of these marks on a phone held upright, and what is below and above them: see hud.css. */
const THUMBS_HIGH_PX = 156;
const BELOW_THUMBS_PX = 20;

/** With less room than this the pitch is not shown beside what there is to read but behind it. */
const LEAST_PLACE = { width: 200, height: 110 };

/**
 * What the window asks of the picture, with room for the display and for thumbs.
 *
 * @param tier of the machine, where the person leaves it to that
 * @param place where a screen leaves room for the pitch, as home and the room do; else null
 */
export function lookOf(
  window: Window,
  settings: Settings,
  isInMatch: boolean,
  tier: Tier,
  place: Insets | null = null,
): WindowLook {
  const size = { width: window.innerWidth, height: window.innerHeight };
  const drawn = settings.quality === 'auto' ? tier : settings.quality;
  return {
    size,
    insets: isInMatch ? matchInsets(window, settings, size) : menuInsets(size, place),
    pixelRatio: Math.min(PIXEL_RATIO_MAX[drawn], Math.max(1, window.devicePixelRatio)),
    palette: paletteOf(settings),
    roomKits: settings.roomKits,
    ground: settings.ground,
    names: settings.pitchNames,
    calm: isCalm(window, settings),
    tier: drawn,
    textScale: settings.textScale / 100,
    ownRing: settings.ownRing / 100,
    zoom: isInMatch ? settings.zoom : 1,
    houseMaps: settings.houseMaps,
  };
}

/** True when movement shall be reduced: by the person's choice, else by the system's. */
export function isCalm(window: Window, { motion }: Settings): boolean {
  if (motion !== 'system') return motion === 'reduced';
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

const MENU_INSETS: Insets = { top: 16, right: 16, bottom: 16, left: 16 };

function menuInsets({ width, height }: Size, place: Insets | null): Insets {
  if (place === null) return MENU_INSETS;
  const isWide = width - place.left - place.right >= LEAST_PLACE.width;
  const isHigh = height - place.top - place.bottom >= LEAST_PLACE.height;
  return isWide && isHigh ? place : MENU_INSETS;
}

/** The score stands above the pitch; thumbs below it on a phone held upright, else beside the goals. */
function matchInsets(window: Window, { touch }: Settings, { width, height }: Size): Insets {
  const thumbs = touch.size / 100;
  if (height > width) {
    return { top: 100, right: 6, bottom: BELOW_THUMBS_PX + THUMBS_HIGH_PX * thumbs, left: 6 };
  }
  if (height < LOW_HEIGHT) {
    const side = window.matchMedia('(pointer: coarse)').matches ? THUMBS_PX * thumbs : 8;
    const [left, right] = safeSides(window);
    return { top: 60, right: side + right, bottom: 8, left: side + left };
  }
  return { top: 96, right: 24, bottom: 56, left: 24 };
}

/** What a notch or round corners take at the left and at the right, in CSS pixels. */
function safeSides(window: Window): [number, number] {
  const style = window.getComputedStyle(window.document.documentElement);
  const read = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return [read('--safe-left'), read('--safe-right')];
}
