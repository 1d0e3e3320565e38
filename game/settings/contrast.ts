/**
 * Contrast of two colours 0xRRGGBB as WCAG 2.2 counts it: 1 … 21.
 * https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastOf(a: number, b: number): number {
  const [high, low] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => y - x) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}

/** A colour, mixed with white until it stands out from a dark ground by so much. */
export function readableOn(color: number, ground: number, least: number): number {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = withWhite(color, share);
    if (contrastOf(mixed, ground) >= least) return mixed;
  }
  return 0xff_ff_ff;
}

/** 0xffb42e → '#ffb42e', as CSS wants it. */
export function cssColor(color: number): string {
  return `#${color.toString(16).padStart(6, '0')}`;
}

function withWhite(color: number, share: number): number {
  const mixed = channelsOf(color).map((value) => Math.round(value + (255 - value) * share));
  return mixed.reduce((whole, value) => whole * 256 + value, 0);
}

function luminanceOf(color: number): number {
  const [red, green, blue] = channelsOf(color).map((value) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(color: number): readonly number[] {
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255];
}
