import { readBadge } from './badge.ts';
import {
  DEFAULT_KEY_BINDINGS,
  type KeyAction,
  type KeyBindings,
  parseKeyActions,
  readKeyBindings,
} from './key-bindings.ts';
import { PAD_RULES, type PadBindings, parsePadBindings } from './pad-bindings.ts';
import { DEFAULT_PRACTICE, parsePracticeChoice, type PracticeChoice } from './practice-choice.ts';
import { type GroundName, PALETTES, type PaletteName, type TeamPalette } from './theme.ts';

export type MotionChoice = 'system' | 'reduced' | 'full';
/** `quick`: only the lines that everybody reads in their own language. */
export type ChatChoice = 'on' | 'quick' | 'off';

/** When a goal is shown again: in quick matches too, without strangers, or not at all. */
export type GoalReplayChoice = (typeof GOAL_REPLAYS)[number];
export const GOAL_REPLAYS = ['friends', 'always', 'never'] as const;

/** How large the pitch is drawn in a match; 0: the whole of it, however small players get. */
export type Zoom = (typeof ZOOMS)[number];
export const ZOOMS = [0, 1, 1.25, 1.5, 2, 2.5] as const;

/** [V38] How much is drawn; `auto`: as much as this machine draws in time. */
export type QualityChoice = (typeof QUALITIES)[number];
export const QUALITIES = ['auto', 'high', 'balanced', 'low'] as const;

/** [V39] Most pictures a second; 0: as many as the display shows. */
export type PictureCap = (typeof PICTURE_CAPS)[number];
export const PICTURE_CAPS = [0, 60, 30] as const;

/** [V79] The ground of a pitch in our colours; `map`: as its map asks for. */
export type GroundChoice = (typeof GROUND_CHOICES)[number];
export const GROUND_CHOICES = ['map', 'night', 'ice', 'clay'] as const satisfies readonly (
  | 'map'
  | GroundName
)[];

export type Settings = {
  /** '' until the first visit made one up. */
  readonly nick: string;
  /** What stands on the own disc; '' = letters of the nick. */
  readonly badge: string;
  /** Went into a room under it once: invite links then open without asking. */
  readonly isNamed: boolean;
  /** '' follows the browser. */
  readonly language: string;
  readonly palette: PaletteName | 'own';
  /** Of the palette `own`; null until some were chosen that pass. */
  readonly ownColours: TeamPalette | null;
  /** Teams wear what those who run the room say, where both stay easy to tell apart in this palette. */
  readonly roomKits: boolean;
  readonly ground: GroundChoice;
  /** [V78] Names stand at the discs. */
  readonly pitchNames: boolean;
  readonly motion: MotionChoice;
  readonly goalReplay: GoalReplayChoice;
  readonly zoom: Zoom;
  readonly quality: QualityChoice;
  readonly pictureCap: PictureCap;
  /** Pictures skip the compositor where the browser can; from the next page that is loaded on. */
  readonly lowLatency: boolean;
  /** [V61] Width of the white ring of the own disc, in percent of the usual one. */
  readonly ownRing: number;
  /** Of what stands over the pitch in a match, 0 … 1. */
  readonly hudOpacity: number;
  /** Ids of community maps that are shown in our colours and not in their own. */
  readonly houseMaps: readonly string[];
  /** Percent of the normal size of menus and texts. */
  readonly textScale: number;
  readonly keys: KeyBindings;
  /** Actions that got a spare key, since theirs belonged to others; until keys are chosen anew. */
  readonly movedKeys: readonly KeyAction[];
  /** How many of `LESSONS` are done: what newcomers are shown over their own disc is not shown again. */
  readonly lessons: number;
  readonly practice: PracticeChoice;
  /** The room's sheet is open beside the pitch; else folded. */
  readonly roomSheet: boolean;
  readonly gamepad: {
    readonly on: boolean;
    readonly deadZone: number;
    readonly buttons: PadBindings;
  };
  /** Percent of the usual size of the marks and of the stick's way; opacity of the marks 0 … 1. */
  readonly touch: {
    readonly swapHands: boolean;
    readonly size: number;
    readonly opacity: number;
  };
  readonly chat: ChatChoice;
  /** [N86] Text is written and read in quick matches too. */
  readonly quickText: boolean;
  /** Those of others stand over their discs. */
  readonly emotes: boolean;
  /** What this person was told once, and is not told again. */
  readonly told: readonly ToldOnce[];
  /** [L141] Others reach this page over TURN and the lobby alone. */
  readonly hideAddress: boolean;
  /** Others watch the screen: code and names are hidden, chat is off, and the address as by `hideAddress`. */
  readonly streamer: boolean;
  /** Home may offer to install the game. */
  readonly offerInstall: boolean;
  /** Volumes from 0 to 1. */
  readonly sound: {
    readonly master: number;
    readonly effects: number;
    /** Of the spectators of a match. */
    readonly crowd: number;
    readonly ui: number;
    readonly chat: number;
    /** Of people who talk. */
    readonly voice: number;
    readonly muted: boolean;
  };
};

/** [L177] That strangers see one's address; [V67] that a phone is better turned. */
export const TOLD = ['address', 'turn'] as const;
export type ToldOnce = (typeof TOLD)[number];

/** What a newcomer does once, in this order. */
export const LESSONS = ['move', 'kick', 'score'] as const;
export type Lesson = (typeof LESSONS)[number];

export const TEXT_SCALE = { min: 90, max: 150, step: 10 } as const;
export const OWN_RING = { min: 50, max: 200, step: 25 } as const;
export const HUD_OPACITY = { min: 0.4, max: 1, step: 0.1 } as const;
export const TOUCH_SIZE = { min: 70, max: 130, step: 10 } as const;
export const TOUCH_OPACITY = { min: 0.2, max: 1, step: 0.1 } as const;
export const DEAD_ZONE = { min: 0.05, max: 0.6, step: 0.05 } as const;
/** Choices that are remembered, the latest ones. */
const HOUSE_MAPS_MAX = 100;
/** Longest text kept for a nick, in code units; the lobby's own rule is stricter and is applied when joining. */
export const NICK_CHARS_MAX = 64;

export const DEFAULT_SETTINGS: Settings = {
  nick: '',
  badge: '',
  isNamed: false,
  language: '',
  palette: 'sun-wave',
  ownColours: null,
  roomKits: true,
  ground: 'map',
  pitchNames: true,
  motion: 'system',
  goalReplay: 'friends',
  zoom: 1,
  quality: 'auto',
  pictureCap: 0,
  lowLatency: false,
  ownRing: 100,
  hudOpacity: 1,
  houseMaps: [],
  textScale: 100,
  keys: DEFAULT_KEY_BINDINGS,
  movedKeys: [],
  lessons: 0,
  practice: DEFAULT_PRACTICE,
  roomSheet: true,
  gamepad: { on: true, deadZone: 0.2, buttons: PAD_RULES.defaults },
  touch: { swapHands: false, size: 100, opacity: 1 },
  chat: 'on',
  quickText: false,
  emotes: true,
  told: [],
  hideAddress: false,
  streamer: false,
  offerInstall: true,
  sound: { master: 0.7, effects: 1, crowd: 0.25, ui: 0.6, chat: 0.6, voice: 1, muted: false },
};

/** Reads what an older version, another tab or a hand wrote: every field is bounded or replaced. */
export function parseSettings(value: unknown): Settings {
  const root = record(value);
  const gamepad = record(root['gamepad']);
  const touch = record(root['touch']);
  const sound = record(root['sound']);
  const fallback = DEFAULT_SETTINGS;
  const { bindings: keys, moved } = readKeyBindings(root['keys']);
  return {
    nick: text(root['nick'], NICK_CHARS_MAX),
    badge: readBadge(root['badge']),
    isNamed: bool(root['isNamed'], fallback.isNamed),
    language: text(root['language'], 8),
    ...readPalette(root),
    roomKits: bool(root['roomKits'], fallback.roomKits),
    ground: GROUND_CHOICES.find((one) => one === root['ground']) ?? fallback.ground,
    pitchNames: bool(root['pitchNames'], fallback.pitchNames),
    motion: isMotionChoice(root['motion']) ? root['motion'] : fallback.motion,
    goalReplay: GOAL_REPLAYS.find((one) => one === root['goalReplay']) ?? fallback.goalReplay,
    zoom: ZOOMS.find((one) => one === root['zoom']) ?? fallback.zoom,
    quality: QUALITIES.find((one) => one === root['quality']) ?? fallback.quality,
    pictureCap: PICTURE_CAPS.find((one) => one === root['pictureCap']) ?? fallback.pictureCap,
    lowLatency: bool(root['lowLatency'], fallback.lowLatency),
    ownRing: bounded(root['ownRing'], OWN_RING.min, OWN_RING.max, fallback.ownRing),
    hudOpacity: bounded(root['hudOpacity'], HUD_OPACITY.min, HUD_OPACITY.max, fallback.hudOpacity),
    houseMaps: texts(root['houseMaps']),
    textScale: bounded(root['textScale'], TEXT_SCALE.min, TEXT_SCALE.max, fallback.textScale),
    keys,
    movedKeys: moved.length > 0 ? moved : parseKeyActions(root['movedKeys']),
    lessons: Math.floor(bounded(root['lessons'], 0, LESSONS.length, oldLessons(root))),
    practice: parsePracticeChoice(root['practice']),
    roomSheet: bool(root['roomSheet'], fallback.roomSheet),
    gamepad: {
      on: bool(gamepad['on'], fallback.gamepad.on),
      deadZone: bounded(
        gamepad['deadZone'],
        DEAD_ZONE.min,
        DEAD_ZONE.max,
        fallback.gamepad.deadZone,
      ),
      buttons: parsePadBindings(gamepad['buttons']),
    },
    touch: {
      swapHands: bool(touch['swapHands'], fallback.touch.swapHands),
      size: bounded(touch['size'], TOUCH_SIZE.min, TOUCH_SIZE.max, fallback.touch.size),
      opacity: bounded(
        touch['opacity'],
        TOUCH_OPACITY.min,
        TOUCH_OPACITY.max,
        fallback.touch.opacity,
      ),
    },
    chat: isChatChoice(root['chat']) ? root['chat'] : fallback.chat,
    quickText: bool(root['quickText'], fallback.quickText),
    emotes: bool(root['emotes'], fallback.emotes),
    told: TOLD.filter((one) => texts(root['told']).includes(one)),
    hideAddress: bool(root['hideAddress'], fallback.hideAddress),
    streamer: bool(root['streamer'], fallback.streamer),
    offerInstall: bool(root['offerInstall'], fallback.offerInstall),
    sound: {
      master: bounded(sound['master'], 0, 1, fallback.sound.master),
      effects: bounded(sound['effects'], 0, 1, fallback.sound.effects),
      crowd: bounded(sound['crowd'], 0, 1, fallback.sound.crowd),
      ui: bounded(sound['ui'], 0, 1, fallback.sound.ui),
      chat: bounded(sound['chat'], 0, 1, fallback.sound.chat),
      voice: bounded(sound['voice'], 0, 1, fallback.sound.voice),
      muted: bool(sound['muted'], fallback.sound.muted),
    },
  };
}

/** True for the name of a palette; anything else from a store is none. */
export function isPaletteName(value: unknown): value is PaletteName {
  return typeof value === 'string' && Object.hasOwn(PALETTES, value);
}

/** True for a choice of movement that the settings offer. */
export function isMotionChoice(value: unknown): value is MotionChoice {
  return value === 'system' || value === 'reduced' || value === 'full';
}

/** True for a choice of chat that the settings offer. */
export function isChatChoice(value: unknown): value is ChatChoice {
  return value === 'on' || value === 'quick' || value === 'off';
}

/** How much of the chat is shown by now: to those who watch the screen, nothing. */
export function chatChoice({ chat, streamer }: Pick<Settings, 'chat' | 'streamer'>): ChatChoice {
  return streamer ? 'off' : chat;
}

/** Until the third lesson there were two, done or not. */
function oldLessons(root: Record<string, unknown>): number {
  return root['knowsKeys'] === true ? LESSONS.length : 0;
}

const COLOUR = /^#[\dA-F]{6}$/i;

function isColour(value: unknown): value is string {
  return typeof value === 'string' && COLOUR.test(value);
}

/** Own colours are chosen by those who have some. */
function readPalette(root: Record<string, unknown>): Pick<Settings, 'palette' | 'ownColours'> {
  const { sun, wave, waveText } = record(root['ownColours']);
  const isWhole = isColour(sun) && isColour(wave) && isColour(waveText);
  const ownColours = isWhole ? { sun, wave, waveText } : null;
  const { palette } = root;
  if (palette === 'own' && ownColours !== null) return { palette, ownColours };
  return { palette: isPaletteName(palette) ? palette : DEFAULT_SETTINGS.palette, ownColours };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown, maxLength: number): string {
  return typeof value === 'string' ? value.slice(0, maxLength) : '';
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'string').slice(-HOUSE_MAPS_MAX);
}

function bool(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function bounded(value: unknown, min: number, max: number, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(max, Math.max(min, value))
    : fallback;
}
