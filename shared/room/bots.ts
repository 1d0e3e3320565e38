/** Levels that stay what they are, from the weakest to the strongest. */
export const STEADY_LEVEL_NAMES = ['rookie', 'regular', 'pro', 'ace'] as const;
export type SteadyLevelName = (typeof STEADY_LEVEL_NAMES)[number];

/** [R9] Levels of a bot. The last one goes with how the goals fall, so that the others have a match. */
export const BOT_LEVEL_NAMES = [...STEADY_LEVEL_NAMES, 'match'] as const;

export type BotLevelName = (typeof BOT_LEVEL_NAMES)[number];

/** Things, so that no bot is taken for a person; more than there are seats. */
const BOT_NAMES = [
  'Bolt',
  'Cog',
  'Gizmo',
  'Rivet',
  'Widget',
  'Piston',
  'Sprocket',
  'Gear',
  'Servo',
  'Spring',
  'Magnet',
  'Gadget',
  'Washer',
  'Turbine',
  'Diode',
  'Pixel',
] as const;

/**
 * [R10] The name of a bot that comes: of the list, the first from the place of its number on that no
 * member has.
 */
export function nameBot(members: readonly { readonly name: string }[], number: number): string {
  const free = BOT_NAMES.map((_, step) => BOT_NAMES[(number + step) % BOT_NAMES.length]!).find(
    (name) => members.every((member) => member.name !== name),
  );
  return free ?? `Bot ${number + 1}`;
}
