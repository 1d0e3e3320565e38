/**
 * Every colour of the game, once: CSS gets them as custom properties, the canvas as numbers.
 * White belongs to the ball and to you, mint to what can be pressed, yellow to the focus.
 */
export const COLORS = {
  bg: '#0B1220',
  surface: '#131E34',
  surface2: '#1C2A45',
  pitch: '#14213A',
  pitchAlt: '#172644',
  pitchOut: '#0E182B',
  ice: '#12303A',
  iceAlt: '#14353F',
  line: '#8FA6CC',
  net: '#64799F',
  text: '#EEF3FB',
  muted: '#AAB8D1',
  faint: '#8496B5',
  borderStrong: '#6B83AC',
  border: '#41557A',
  accent: '#5EEAB5',
  focus: '#FFE14D',
  info: '#7CC4FF',
  warn: '#FFD166',
  danger: '#FF6B81',
  ball: '#FFFFFF',
  ink: '#0B1220',
} as const;

/** [V79] What a pitch in our colours is drawn in: its stripes, and the lines on it. Teams stand out on each. */
export const GROUNDS = {
  night: { even: COLORS.pitch, odd: COLORS.pitchAlt, line: COLORS.line },
  ice: { even: COLORS.ice, odd: COLORS.iceAlt, line: COLORS.line },
  clay: { even: '#33202A', odd: '#3A2530', line: '#CCA99A' },
} as const;

export type GroundName = keyof typeof GROUNDS;

export type TeamPalette = {
  readonly sun: string;
  readonly wave: string;
  /** Team B as small text needs a lighter tint to stay readable. */
  readonly waveText: string;
};

/** Checked for colour-blindness; a pattern always backs the colour. Chosen by each player alone. */
export const PALETTES = {
  'sun-wave': { sun: '#FFB42E', wave: '#3D82FF', waveText: '#7CB0FF' },
  'coral-cobalt': { sun: '#FF8A7A', wave: '#2F74FF', waveText: '#7CB0FF' },
  'lime-violet': { sun: '#D6FF4D', wave: '#9B6BFF', waveText: '#C3A8FF' },
  'max-contrast': { sun: '#FFE14D', wave: '#3D7BFF', waveText: '#7CB0FF' },
} as const satisfies Record<string, TeamPalette>;

export type PaletteName = keyof typeof PALETTES;

/** What the teams are drawn in, by a person's choice; `ownColours` passed `checkColours`. */
export function paletteOf({ palette, ownColours }: PaletteChoice): TeamPalette {
  return palette === 'own' ? (ownColours ?? PALETTES['sun-wave']) : PALETTES[palette];
}

type PaletteChoice = {
  readonly palette: PaletteName | 'own';
  readonly ownColours: TeamPalette | null;
};

export const FONTS = {
  display: "'Outfit Variable', system-ui, sans-serif",
  body: "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
} as const;

/** The same on the page, which is read before they come: the second one takes as much room, see `fonts.css`. */
const PAGE_FONTS = {
  display: "'Outfit Variable', 'Outfit Stand-in', system-ui, sans-serif",
  body: "'Atkinson Hyperlegible Next Variable', 'Atkinson Stand-in', system-ui, sans-serif",
} as const;

/** Minimum radius of a disc on the screen, in CSS pixels; below it the camera follows the ball. */
export const MIN_DISC_RADIUS_PX = 14;

type StyleTarget = { setProperty(name: string, value: string): void };

/** Publishes the tokens as `--name` on an element's style. */
export function applyTheme(style: StyleTarget, palette: TeamPalette): void {
  for (const [name, value] of Object.entries(COLORS)) style.setProperty(`--${kebab(name)}`, value);
  for (const [name, value] of Object.entries(palette)) {
    style.setProperty(`--${kebab(name)}`, value);
  }
  style.setProperty('--font-display', PAGE_FONTS.display);
  style.setProperty('--font-body', PAGE_FONTS.body);
}

/** '#FFB42E' → 0xffb42e, as Phaser wants it. */
export function colorNumber(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
