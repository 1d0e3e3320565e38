// Types alone, and no import: scripts outside of the checkout may take a copy of this file.

/** Opens a room, or finds the one that this script had: the global `openRoom` of a script. */
export type OpenRoom = (wish?: RoomOptions) => ScriptedRoom;

/** How a room is opened; everything may be left out. */
export type RoomOptions = {
  /** What the list of rooms calls it. */
  readonly title?: string;
  /** What the script is called in its room. */
  readonly name?: string;
  readonly password?: string;
  /** True: it stands in the list. False: those come who have its code or its link. */
  readonly isPublic?: boolean;
  /** People at most, 1 … 15; eight of them play at once. */
  readonly players?: number;
};

export type EmoteName = 'like' | 'wow' | 'angry' | 'cool' | 'laugh' | 'cry' | 'love' | 'sleepy';

export type PlayingTeam = 'sun' | 'wave';
/** `none`: watches. */
export type TeamName = PlayingTeam | 'none';
export type BotLevel = 'rookie' | 'regular' | 'pro' | 'ace' | 'match';

/** In units of the map; y goes down. */
export type Spot = { readonly x: number; readonly y: number };
/** Speeds in units a tick. */
export type Motion = Spot & { readonly speedX: number; readonly speedY: number };

/** What a player holds: −1 left or up, 1 right or down. */
export type Buttons = { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1; readonly kick: boolean };

/** What becomes of a disc; what is left out stays. The rest as in a stadium file. */
export type DiscChange = Partial<Motion> & {
  readonly radius?: number;
  readonly bounce?: number;
  readonly inverseMass?: number;
  readonly damping?: number;
  /** 0xRRGGBB. */
  readonly color?: number;
};

/** How a line of the script looks and sounds. */
export type LineLook = {
  /** 0xRRGGBB. */
  readonly color?: number;
  readonly style?: 'normal' | 'bold' | 'italic' | 'small' | 'small-bold' | 'small-italic';
  readonly sound?: 'none' | 'chat' | 'notice';
};

/**
 * What stands beside the pitch on a page: at most 8 lines and 6 buttons. Texts are cut to 40 letters (title), 64
 * (lines) and 24 (buttons). A line that is only a text has no colour; a button that is only a text has it for an id.
 */
export type PanelContent = {
  readonly title?: string;
  /** `color`: 0xRRGGBB. */
  readonly lines?: readonly (string | { readonly text: string; readonly color?: number })[];
  /** `id`, at most 24 bytes, is what `press` is called with. */
  readonly buttons?: readonly (string | { readonly id?: string; readonly text: string })[];
};

/** Stripes of a team from left to right, 1 … 3, turned clockwise by `angle` degrees; 0xRRGGBB. */
export type TeamKit = {
  readonly stripes: readonly number[];
  readonly text?: number;
  readonly angle?: number;
};

export type Score = { readonly sun: number; readonly wave: number };

/** The match as it stands; not there while people warm up. */
export type MatchNow = {
  readonly phase: 'countdown' | 'kick-off' | 'playing' | 'goal' | 'end';
  readonly isPaused: boolean;
  readonly score: Score;
  /** The clock: seconds played, and seconds left, below 0 behind the end; null without a limit. */
  readonly seconds: number;
  readonly secondsLeft: number | null;
  /** 0: no limit. */
  readonly goalLimit: number;
};

export type Goal = {
  readonly team: PlayingTeam;
  /** Null: by no player, or one that is gone. */
  readonly scorer: Player | null;
  readonly assist: Player | null;
  readonly isOwnGoal: boolean;
  readonly score: Score;
};

/** A person or a bot in the room; it can still be read when it has left. */
export interface Player {
  /** Never given twice in the life of a script. */
  readonly id: number;
  readonly name: string;
  readonly isBot: boolean;
  /** False once it has left. */
  readonly isHere: boolean;
  /** The same for the same tab of a person, in every room of the lobby; null for a bot. */
  readonly identity: string | null;
  readonly team: TeamName;
  /** The host's rights. */
  readonly hasRights: boolean;
  /** Null off the pitch. */
  readonly motion: Motion | null;
  readonly buttons: Buttons | null;

  /** To this player alone. */
  say(text: string, look?: LineLook): void;
  /** On the page of this player alone; null: nothing there; left out: what all have again. */
  show(panel?: PanelContent | null): void;
  moveTo(team: TeamName): void;
  giveRights(hasRights: boolean): void;
  /** The script alone is told why. Not for good: it may come again at once. */
  sendAway(reason?: string, isForGood?: boolean): void;
  /** Lets it come again that was sent away for good. */
  forgive(): void;
  /** Moves its disc or makes another one of it, until it changes its team or the match ends. */
  change(disc: DiscChange): void;
  /** Its disc keeps this colour in each team and match; null: no longer from the next one on. */
  paint(color: number | null): void;
  /** Up to two letters on its disc; null: none. */
  wear(badge: string | null): void;
  /** Of a bot. */
  setLevel(level: BotLevel): void;
}

/** What happens, with what a listener is called with. `by` is null for the script, and where it happened by itself. */
export type RoomEvents = {
  /** Where the room is: once, and again when it had to be made anew. */
  link: [url: string];
  /** A person or a bot comes, or is there as the script begins. */
  join: [player: Player];
  leave: [player: Player];
  /** Behind `leave`. */
  sentAway: [player: Player, by: Player | null, reason: string];
  team: [player: Player, by: Player | null];
  rights: [player: Player, by: Player | null];
  /** Before anybody sees the line: a listener that answers false hides it. */
  chat: [player: Player, text: string];
  /** A player shows one over its disc, for all. */
  emote: [player: Player, emote: EmoteName];
  /** A button of the panel, by its id; twelve within four seconds at most. */
  press: [player: Player, button: string];
  start: [by: Player | null];
  stop: [by: Player | null];
  pause: [by: Player | null];
  resume: [by: Player | null];
  /** Everybody stands at the kick-off again, behind a goal. */
  kickOff: [];
  kick: [player: Player];
  goal: [goal: Goal];
  win: [team: PlayingTeam, score: Score];
  /** What this player holds is another one. */
  buttons: [player: Player];
  map: [name: string, by: Player | null];
  /** Once each final tick, sixty times a second, whether a match is on or not. */
  tick: [];
};

export type RoomListener<Name extends keyof RoomEvents> = (...values: RoomEvents[Name]) => unknown;

/** Ends what was begun. */
export type End = () => void;

/**
 * A room of a script. What is read is final: everybody has the same, and nothing takes it back. What is
 * asked for takes effect a moment later, for everybody in the same tick.
 */
export interface ScriptedRoom {
  /** Null until the room is there. */
  readonly link: string | null;
  /** The newest final tick; 0 until the room is there. */
  readonly tick: number;
  /** Persons and bots, in the order of the room's list. */
  readonly players: readonly Player[];
  readonly match: MatchNow | null;
  /** Null while no match is on. */
  readonly ball: Motion | null;
  readonly map: string;

  /** Several listeners of one event are called in the order in which they came. */
  on<Name extends keyof RoomEvents>(name: Name, listener: RoomListener<Name>): End;
  /** In the time of the room, that of its ticks: never between two of them. */
  after(seconds: number, run: () => void): End;
  every(seconds: number, run: () => void): End;

  /** A line of the room's, to all. */
  say(text: string, look?: LineLook): void;
  /** On each page, those too that come later; the newest counts, and goes out four times a second at most. */
  show(panel: PanelContent | null): void;
  start(): void;
  stop(): void;
  pause(): void;
  resume(): void;
  /** From the next match on; 0: no limit. */
  setLimits(limits: { readonly goals?: number; readonly minutes?: number }): void;
  /** By its name, or the text of a stadium file. @throws Error when it is neither */
  setMap(nameOrText: string): void;
  /** Null: none. */
  setPassword(password: string | null): void;
  /** True: the script and those with rights change teams, and nobody else. */
  lockTeams(isLocked: boolean): void;
  /** Null: as each person has it. */
  dress(team: PlayingTeam, kit: TeamKit | null): void;
  addBot(team: PlayingTeam, level?: BotLevel): void;
  changeBall(disc: DiscChange): void;
  /** Where each player stands at a kick-off, or when it comes into a match; null: where it would. */
  spawn(where: ((player: Player) => Spot | null) | null): void;
  /** All who were sent away may come again. */
  forgiveAll(): void;
  /** Records from now on; what it gives ends that, and has the bytes of a replay file. */
  record(): () => Uint8Array | null;
}
