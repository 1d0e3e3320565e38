import { areApart, differencesOf, TEAMS_APART } from './colour-sight.ts';
import { contrastOf, cssColor, readableOn } from './contrast.ts';
import { colorNumber, COLORS, GROUNDS, type TeamPalette } from './theme.ts';

/** Two colours '#RRGGBB' that a person chooses for the teams. */
export type OwnColours = Pick<TeamPalette, 'sun' | 'wave'>;

/** Kinds of eyes, as `differencesOf` names them; `grey`: without colour. */
export type Sight = 'normal' | 'protan' | 'deutan' | 'tritan' | 'grey';

/** Why colours of teams are not taken: of one team what it is too close to, or of both, and to whose eyes. */
export type ColourProblem =
  | { readonly kind: 'pitch' | 'letters' | 'ball'; readonly team: keyof OwnColours }
  | { readonly kind: 'apart'; readonly sights: readonly Sight[] };

/** Least contrast: of a disc with the pitch, of letters on it, and of the team's name on a card. */
const ON_PITCH = 3;
const OF_TEXT = 4.5;
/** Least difference from the white of the ball, in steps of CIEDE2000. */
const FROM_BALL = 20;

const TEAMS = ['sun', 'wave'] as const;

/** The palette of two colours that passed: what is small text in Wave's is a tint that can be read. */
export function ownPalette({ sun, wave }: OwnColours): TeamPalette {
  const text = readableOn(colorNumber(wave), colorNumber(COLORS.surface2), OF_TEXT);
  return { sun, wave, waveText: cssColor(text) };
}

/** What is wrong with these colours of the teams, to any eyes; nothing where they can be played with. */
export function checkColours(colours: OwnColours): readonly ColourProblem[] {
  const [sun, wave] = TEAMS.map((team) => colorNumber(colours[team])) as [number, number];
  const differences = Object.entries(differencesOf(sun, wave)) as [Sight, number][];
  const sights = differences
    .filter(([sight, far]) => far < TEAMS_APART[sight === 'grey' ? 'grey' : 'seen'])
    .map(([sight]) => sight);
  const alone = TEAMS.flatMap((team) => problemsOf(team, team === 'sun' ? sun : wave));
  return sights.length === 0 ? alone : [...alone, { kind: 'apart', sights }];
}

function problemsOf(team: keyof OwnColours, color: number): ColourProblem[] {
  const isSeen = Object.values(GROUNDS).every(({ even }) => {
    const pitch = colorNumber(even);
    return contrastOf(color, pitch) >= ON_PITCH && areApart(color, pitch);
  });
  // The tint of Wave for small text is made lighter by itself.
  const grounds = team === 'sun' ? [COLORS.ink, COLORS.surface] : [COLORS.ink];
  const isRead = grounds.every((ground) => contrastOf(color, colorNumber(ground)) >= OF_TEXT);
  const isBall = differencesOf(color, colorNumber(COLORS.ball))['normal']! < FROM_BALL;
  const kinds = [!isSeen && 'pitch', isSeen && !isRead && 'letters', isBall && 'ball'] as const;
  return kinds.flatMap((kind) => (kind === false ? [] : { kind, team }));
}

/** Hue in degrees, strength and lightness in percent, as the sliders have them. */
export type Hsl = { readonly hue: number; readonly strength: number; readonly lightness: number };

/** '#RRGGBB' of a hue, strength and lightness. */
export function hexOf({ hue, strength, lightness }: Hsl): string {
  const light = lightness / 100;
  const reach = (strength / 100) * Math.min(light, 1 - light);
  const channel = (at: number): string => {
    const turn = (at + hue / 30) % 12;
    const value = light - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`.toUpperCase();
}

/** The nearest hue, strength and lightness in whole steps of '#RRGGBB'. */
export function hslOf(hex: string): Hsl {
  const color = colorNumber(hex);
  const [red, green, blue] = [16, 8, 0].map((shift) => ((color >> shift) & 255) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const span = most - least;
  const light = (most + least) / 2;
  const strength = span === 0 ? 0 : span / (1 - Math.abs(2 * light - 1));
  return {
    hue: Math.round(hueOf(red, green, blue, most, span)) % 360,
    strength: Math.round(strength * 100),
    lightness: Math.round(light * 100),
  };
}

function hueOf(red: number, green: number, blue: number, most: number, span: number): number {
  if (span === 0) return 0;
  if (most === red) return (60 * ((green - blue) / span) + 360) % 360;
  if (most === green) return 60 * ((blue - red) / span) + 120;
  return 60 * ((red - green) / span) + 240;
}
