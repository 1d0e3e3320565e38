import type { Kit } from '../../../shared/room/kit.ts';
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { TextProblem } from '../../../shared/base/clean-text.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { BotLevelName } from '../../../shared/room/bots.ts';
import type {
  Arrangement,
  MatchRules,
  MemberId,
  RoomRequest,
} from '../../../shared/room/command.ts';
import type { RoomState } from '../../../shared/room/room-state.ts';
import type { Team } from '../../../shared/sim/team.ts';
import type { ErrorCode } from '../../i18n/en/en.ts';
import type { Lesson } from '../../settings/settings.ts';
import type { Hand } from './hands-model.ts';
import type { MapsView } from './map-model.ts';
import type { PublicParts } from './public-rooms-model.ts';
import type { QuickParts } from './chat-model.ts';
import type { PanelParts } from './panel-model.ts';
import type { SecondView } from './second-model.ts';
import type { VoiceView } from './voice-model.ts';

/** Where a join stands, in the order in which it happens. */
export const JOIN_STEPS = [
  'lobby',
  'knock',
  'host',
  'route',
  'hello',
  'snapshot',
  'stadium',
] as const;
export type JoinStep = (typeof JOIN_STEPS)[number];

export type Screen =
  | {
      readonly screen: 'home';
      readonly error: ErrorCode | null;
      /** The room of an invite link that waits for a name, or of the last failed try. */
      readonly code: RoomCode | null;
    }
  | {
      readonly screen: 'joining';
      /** Null while an own room is made. */
      readonly code: RoomCode | null;
      readonly step: JoinStep;
      /** How much of what this step loads is here. */
      readonly percent: number;
      readonly slow: boolean;
      /** Into a room that this page fell out of. */
      readonly isBack: boolean;
      /** To strangers. */
      readonly isQuick: boolean;
    }
  /** The list of public rooms. */
  | { readonly screen: 'rooms' }
  /** The list of replays, and one that is watched. */
  | { readonly screen: 'replays' | 'replay' }
  | { readonly screen: 'room' }
  | { readonly screen: 'match' }
  | { readonly screen: 'result'; readonly result: ResultView };

/** How one peer is heard. */
export type PingView = {
  readonly ms: number;
  /** 1 … 3 */
  readonly bars: number;
  /** From machine to machine, over a TURN server, through the lobby; null while it is not known. */
  readonly path: 'direct' | 'turn' | 'lobby' | null;
};

export type NamedPing = PingView & { readonly name: string };

/** What an invitation leads to, as the lobby tells it. */
export type InviteView = {
  /** The name of the one that runs the room. */
  readonly host: string;
  /** The names of those who are there; null where the host decides who comes in. */
  readonly members: readonly string[] | null;
  readonly max: number;
  /** Null without a match. */
  readonly match: { readonly sun: number; readonly wave: number; readonly clockS: number } | null;
};

/** A match in which this person's seat is still kept, for so many seconds. */
export type RejoinView = { readonly sun: number; readonly wave: number; readonly seconds: number };

/** `restarting`: it said that it stops, and is not back yet. `room-gone`: the lobby knows the room no more, so nobody new can come; whoever is here plays on. */
export type LobbyView = 'fine' | 'lost' | 'restarting' | 'room-gone';

export type RoomView = {
  /** Null in practice, and once the code leads nowhere any more. */
  readonly code: RoomCode | null;
  readonly link: string;
  readonly state: RoomState;
  readonly self: MemberId | null;
  readonly pings: ReadonlyMap<string, PingView>;
  /** What this person asked for and the room does not show yet. */
  readonly wishes: readonly RoomRequest[];
};

/** A quick room: who plays there was sent by the lobby. */
export type QuickView = {
  /** People who wait alone in quick rooms, this one included, and those who play there. */
  readonly searching: number;
  readonly playing: number;
  /** True until somebody else is here. */
  readonly isAlone: boolean;
  /** Seconds until the next match begins by itself; null where none is due. */
  readonly nextS: number | null;
};

/** A match had begun before; or nobody dealt with it, or a map did not come. */
export type MissedView = 'late' | 'lost';

export type WarningView =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'jitter' }
  | { readonly kind: 'loss'; readonly percent: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'reconnecting' }
  /** Own inputs come too late to count. */
  | { readonly kind: 'eaten' }
  /** This machine had computed something else: it has the state of the others again. */
  | { readonly kind: 'repaired' }
  /** The same, so often that this person only watches. */
  | { readonly kind: 'benched' };

/** `name` is empty where it is this page that may not decide alone. */
export type MovingView = { readonly name: string; readonly hasLeft: boolean };

/** `hasLeft`: by a goodbye; otherwise nothing was heard until the seat was given up. */
export type DepartedView = { readonly name: string; readonly hasLeft: boolean };

/** What somebody's key has just done, or cannot do, where nothing else shows it. */
export type Said = {
  readonly what: 'muted' | 'unmuted' | 'hidden' | 'shown' | 'unknownPad' | 'mapGone' | 'drillDone';
};

export type GoalView = {
  readonly team: Team;
  readonly ownGoal: boolean;
  readonly scorer: string;
  readonly assist: string;
  readonly sun: number;
  readonly wave: number;
};

/** What is said of a goal once it will not be taken back. */
export type GoalNews = {
  /** [V58] How fast the ball was when it crossed the line. */
  readonly kmh: number;
  /** The match ends with it: no kick-off follows. */
  readonly isLast: boolean;
};

/** What the match shows in words and numbers. Signals, so that a second ticks without a redraw. */
export type HudView = {
  readonly sun: ReadonlySignal<number>;
  readonly wave: ReadonlySignal<number>;
  /** Seconds left, or played when there is no limit. */
  readonly seconds: ReadonlySignal<number>;
  readonly goldenGoal: ReadonlySignal<boolean>;
  /** The last ten seconds before the time limit. */
  readonly isEnding: ReadonlySignal<boolean>;
  /** [V51] The person by whose word the room plays on from a replay, when that begins; else ''. */
  readonly takenUpBy: ReadonlySignal<string>;
  /** '3', '2', '1', 'go' or ''. */
  readonly countdown: ReadonlySignal<string>;
  /** The team that kicks off, from the countdown until it does; else none. */
  readonly kickOff: ReadonlySignal<Team>;
  readonly paused: ReadonlySignal<boolean>;
  /** The team whose match it was, from the last whistle on; else none. */
  readonly won: ReadonlySignal<Team>;
  readonly goal: ReadonlySignal<GoalView | null>;
  /** Null until the goal is certain. */
  readonly goalNews: ReadonlySignal<GoalNews | null>;
  /** [V30] The last goal is shown again, and not the match. */
  readonly replaying: ReadonlySignal<boolean>;
  /** The slowest of all. */
  readonly ping: ReadonlySignal<PingView | null>;
  readonly pings: ReadonlySignal<readonly NamedPing[]>;
  readonly warnings: ReadonlySignal<readonly WarningView[]>;
  /** Names of players whose seat is kept for them. */
  readonly absent: ReadonlySignal<readonly AbsentView[]>;
  /** Names of other players whose person does nothing. */
  readonly idle: ReadonlySignal<readonly string[]>;
  /** This person is asked whether it is there, or is taken to be not. */
  readonly stillness: ReadonlySignal<'asked' | 'idle' | null>;
  /** Members that left the room a moment ago. */
  readonly departed: ReadonlySignal<readonly DepartedView[]>;
  /** To whom the room belongs and who runs it again since a moment ago, after being away; '' for nobody. */
  readonly hostBack: ReadonlySignal<string>;
  readonly waitingForFriend: ReadonlySignal<boolean>;
  readonly watching: ReadonlySignal<boolean>;
  /** The sequencer is gone, and another peer takes its part in a moment. */
  readonly moving: ReadonlySignal<MovingView | null>;
  /** The H key hides all but score and warnings. */
  readonly hidden: ReadonlySignal<boolean>;
  /** What a newcomer has not done yet, shown over its own disc. */
  readonly hint: ReadonlySignal<Lesson | null>;
  /** Seconds until the next match begins by itself; null where none is due. */
  readonly nextS: ReadonlySignal<number | null>;
};

/** A member that is away; a bot may have its disc meanwhile. */
export type AbsentView = { readonly name: string; readonly isPlayedByBot: boolean };

export type PlayerStats = {
  readonly name: string;
  readonly team: Team;
  readonly self: boolean;
  readonly isBot: boolean;
  /** Did more than anybody else. */
  readonly isBest: boolean;
  readonly goals: number;
  readonly ownGoals: number;
  readonly assists: number;
  readonly saves: number;
  readonly shots: number;
  readonly touches: number;
  /** Percent of the time that anybody had the ball. */
  readonly possession: number;
};

/** [V60] When a goal fell, in seconds of play. */
export type GoalTime = { readonly team: Team; readonly seconds: number };

export type ResultView = {
  readonly sun: number;
  readonly wave: number;
  /** How long was played. */
  readonly seconds: number;
  readonly winner: Team;
  /** [R49] The winner claimed the match, since nobody was left on the other side. */
  readonly isClaimed: boolean;
  /** 0 for spectators. */
  readonly ownTeam: Team;
  readonly players: readonly PlayerStats[];
};

/** What the standings count of a player. */
export type Deed = 'goals' | 'assists' | 'saves' | 'ownGoals';

export type StandingsRow = {
  readonly id: MemberId;
  /** Null of bots. */
  readonly peer: PeerId | null;
  readonly name: string;
  readonly badge: string | null;
  readonly team: Team;
  readonly isSelf: boolean;
  /** One, or a person for whom one plays. */
  readonly isBot: boolean;
  readonly isAway: boolean;
  readonly deeds: Readonly<Record<Deed, number>>;
  /** With those of the matches before, in this room and since this page came. */
  readonly sums: Readonly<Record<Deed, number>>;
  /** Null of oneself, of bots, and where none is known. */
  readonly ping: PingView | null;
};

/** One that plays in no team. */
export type Watcher = Pick<StandingsRow, 'id' | 'peer' | 'name' | 'isAway' | 'isSelf'> & {
  readonly isScript: boolean;
};

export type StandingsView = {
  readonly rows: readonly StandingsRow[];
  readonly watching: readonly Watcher[];
  /** There was a match before this one. */
  readonly hasMore: boolean;
};

/** Room that home leaves for the pitch: what the menu takes at each edge of the window, in CSS pixels. */
export type PitchPlace = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

/**
 * Where things of the pitch are in the window, as of the frame that was just drawn: a place of the map →
 * CSS pixels. The same object every time.
 */
export type PictureView = {
  windowX(x: number, y: number): number;
  windowY(x: number, y: number): number;
  /** CSS pixels per map unit. */
  readonly scale: number;
  /** The person's own disc, in map units; null = it has none. */
  readonly own: { readonly x: number; readonly y: number; readonly radius: number } | null;
  /** The disc of a person, in map units; null = it has none. */
  discOf(peer: PeerId): { readonly x: number; readonly y: number } | null;
  /** Middle of the goal that it attacks. */
  readonly goalX: number;
  /** What thumbs and display take at the edges of the window, in CSS pixels. */
  readonly insets: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
};

/** What a name has to be, see `checkName`. */
export type CheckName = (text: string) => Result<string, TextProblem>;

export type UiModel = {
  readonly screen: ReadonlySignal<Screen>;
  /** Null until somebody looks for a room, or opens one to strangers. */
  readonly publicParts: ReadonlySignal<PublicParts | null>;
  /** Draws the replays; null until somebody asks for them. */
  readonly replays: ReadonlySignal<ComponentType | null>;
  readonly room: ReadonlySignal<RoomView | null>;
  readonly hud: HudView;
  readonly lobby: ReadonlySignal<LobbyView>;
  /** Null until it is known. */
  readonly invite: ReadonlySignal<InviteView | null>;
  readonly rejoin: ReadonlySignal<RejoinView | null>;
  /** A peer with another version of the game cannot come in. */
  /** The match from before a reload could not be kept. */
  readonly matchLost: ReadonlySignal<boolean>;
  readonly versionProblem: ReadonlySignal<'version-friend' | 'version-reload' | null>;
  readonly said: ReadonlySignal<Said | null>;
  readonly menuOpen: ReadonlySignal<boolean>;
  readonly settingsOpen: ReadonlySignal<boolean>;
  readonly practiceOpen: ReadonlySignal<boolean>;
  readonly badgeOpen: ReadonlySignal<boolean>;
  readonly standingsOpen: ReadonlySignal<boolean>;
  /** Null while nobody looks at them. */
  readonly standings: ReadonlySignal<StandingsView | null>;
  /** Of the match that is on or has just ended, as far as this page saw it. */
  readonly goalTimes: ReadonlySignal<readonly GoalTime[]>;
  /** Null in a room of friends. */
  readonly quick: ReadonlySignal<QuickView | null>;
  readonly isPractice: ReadonlySignal<boolean>;
  /** Null before the app begins. */
  readonly voice: ReadonlySignal<VoiceView | null>;
  /** Null before the app begins. */
  readonly second: ReadonlySignal<SecondView | null>;
  /** Null until a room is run by a script. */
  readonly panel: ReadonlySignal<PanelParts | null>;
  /** Null until what keeps replays is here. */
  readonly resultButtons: ReadonlySignal<ComponentType<{ readonly result: ResultView }> | null>;
  /** Null until it was opened once. */
  readonly quickParts: ReadonlySignal<QuickParts | null>;
  /** No other member is heard, and it may be this page that is away. */
  readonly cutOff: ReadonlySignal<boolean>;
  /** Why something that this person asked for a moment ago came to nothing. */
  readonly missed: ReadonlySignal<MissedView | null>;
  /** This page was away for so long that it lost its seat, and came back a moment ago. */
  readonly back: ReadonlySignal<boolean>;
  /** Null until what draws them is loaded. */
  readonly maps: ReadonlySignal<MapsView | null>;
  /** Null until it is loaded; nobody gets into a room before. */
  readonly checkName: ReadonlySignal<CheckName | null>;
};

/** What a person can ask of the room it is in. */
export type RoomActions = {
  readonly moveTo: (member: MemberId, team: Team) => void;
  /** Host only: sends somebody away. */
  readonly remove: (member: MemberId) => void;
  /** Host only: somebody else runs the room from now on. */
  readonly handOver: (member: MemberId) => void;
  /** Host only: a person has the host's rights, or no longer. */
  readonly setCoHost: (member: MemberId, coHost: boolean) => void;
  /** Host only: a bot comes to a team. */
  readonly addBot: (team: Team, level: BotLevelName) => void;
  /** Host only: how well a bot plays. */
  readonly setLevel: (bot: MemberId, level: BotLevelName) => void;
  readonly setReady: (ready: boolean) => void;
  readonly setRules: (rules: MatchRules) => void;
  /** Host only; the one that is played on takes another choice back. */
  readonly setStadium: (stadium: string) => void;
  /** After being asked, or found to do nothing. */
  readonly beHere: () => void;
  /** Host only: begins without those who are not ready. */
  readonly start: () => void;
  /** Host only: play stops for everybody, or goes on. */
  readonly pause: (paused: boolean) => void;
  /** Host only, between matches: they follow one another, so many a team; 0: they do not. `rotates`: winners too make place. */
  readonly setAuto: (size: number, rotates: boolean) => void;
  /** Host only: what a team wears; null: each person's own colours. */
  readonly setKit: (team: Team, kit: Kit | null) => void;
  /** On the bench of such a room: for a place, or only to watch. */
  readonly wait: (waiting: boolean) => void;
  /** Host only, between matches. */
  readonly arrange: (how: Arrangement) => void;
  /** For sending a member away or, null, for the pause or its end; or takes the voice back. */
  readonly vote: (against: MemberId | null, yes: boolean) => void;
};

/** What a person can do with recordings of matches. */
export type ReplayActions = {
  /** To the list of them. */
  readonly browse: () => void;
  /** [V50] The same without leaving the room. */
  readonly browseInRoom: () => void;
  /** From the list back to the room, or home. */
  readonly close: () => void;
  /** Shows the last match again, from its beginning or from its first goal. */
  readonly watch: (fromGoal?: boolean) => void;
  /** The last match as a file; false when there is none. */
  readonly save: () => Promise<boolean>;
  /** [V16] A link to the last goal; null where none can be made. */
  readonly linkLastGoal: () => Promise<string | null>;
};

/** Everything a person can ask for by a click: functions that stand alone, to be passed on. */
export type UiActions = {
  /** Finds a room code in whatever was typed or pasted. */
  readonly readCode: (text: string) => RoomCode | null;
  /** Quick match with strangers. */
  readonly play: (hand: Hand) => void;
  readonly createRoom: () => void;
  /** @param password where the room has one */
  readonly joinRoom: (code: RoomCode, password?: string) => void;
  /** To the list of public rooms. */
  readonly browse: () => void;
  /** Brings what says who may come into the own room; why not, where it does not come. */
  readonly openAccess: () => Promise<ErrorCode | null>;
  /** Back into the match in which the seat is kept. */
  readonly rejoin: () => void;
  /** As it was chosen last. */
  readonly practice: () => void;
  /** Out of joining, room, match or result, to the home screen. */
  readonly leave: () => void;
  readonly dismissError: () => void;
  readonly reload: () => void;
  readonly room: RoomActions;
  /** Host only: ends a match for everybody. */
  readonly stopMatch: () => void;
  readonly backToRoom: () => void;
  /** Calls back with every frame that is drawn, until what it returns is called. */
  readonly followPicture: (look: (picture: PictureView) => void) => () => void;
  /** Home was laid out: there the pitch is to be seen. */
  readonly placePitch: (place: PitchPlace) => void;
  readonly openMenu: (open: boolean) => void;
  readonly openSettings: (open: boolean) => void;
  /** The choice of map, teams and level. */
  readonly openPractice: (open: boolean) => void;
  /** How everybody stands, over the match. */
  readonly openStandings: (open: boolean) => void;
  /** The choice of what stands on one's disc. */
  readonly openBadge: (open: boolean) => void;
  /** The overlay with the numbers of the netcode, or away with it. */
  readonly showStats: () => void;
  /** Null until they are loaded. */
  readonly replays: ReplayActions | null;
  readonly playUiSound: (sound: 'ok' | 'back' | 'error') => void;
};
