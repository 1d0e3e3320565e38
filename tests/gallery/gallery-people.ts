import { NO_KITS } from '../../shared/room/kit.ts';
import { DEFAULT_KICK_LIMIT } from '../../shared/sim/match/match-commands.ts';
import { toTick } from '../../shared/sim/tick.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Panel } from '../../shared/netplay/panel/panel.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { toMemberId } from '../../shared/room/command.ts';
import { BOT_LEVEL_NAMES, nameBot } from '../../shared/room/bots.ts';
import { type Bot, DEFAULT_RULES, type Person } from '../../shared/room/room-state.ts';
import { toSeat } from '../../shared/sim/seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { ChatEntry } from '../../game/ui/model/chat-model.ts';
import type { MapCard } from '../../game/ui/model/map-model.ts';
import type {
  PingView,
  PlayerStats,
  ResultView,
  RoomView,
  StandingsRow,
  StandingsView,
} from '../../game/ui/model/view-model.ts';

/** People, maps and lines for looking at screens: as many and as long as the game lets in. */

export const CODE = 'WMWQRX' as RoomCode;
const LINK = 'https://a-rather-long-name.example.org:8443/j/WMWQRX';

/** Sixteen characters each, the longest that a name may have; some of them nowhere to break. */
const NAMES = [
  'WMWMWMWMWMWMWMWM',
  'Maximilian Schön',
  'Wolkenstürmer 77',
  'Bo',
  'MMMMMMMMMMMMMMMM',
  'Ana María López',
  'Jörg-Rüdiger Süß',
  'iiiiiiiiiiiiiiii',
  'Quick Brown Foxy',
  'Zuschauerin Nr 9',
] as const;

const SLOW: PingView = { ms: 1888, bars: 1, path: 'lobby' };

function teamOf(index: number): Team {
  if (index > 7) return TEAM_NONE;
  return index % 2 === 0 ? TEAM_SUN : TEAM_WAVE;
}

function member(index: number): Person {
  const isPlayer = index < 8;
  return {
    type: 'person',
    id: toMemberId(index),
    peer: `peer-${index}` as PeerId,
    name: NAMES[index] ?? `Guest ${index}`,
    team: teamOf(index),
    seat: isPlayer ? toSeat(index) : null,
    ready: index % 3 === 0,
    absent: index === 5,
    waits: TEAM_NONE,
    idle: index === 6,
    coHost: index === 2,
    script: index === 9,
    filters: false,
    badge: index === 3 ? '⚽' : index === 4 ? '10' : null,
  };
}

/** A room with the first so many of them; `self` is the number of who looks at it. */
export function roomOf(count: number, self = 0): RoomView {
  const members = Array.from({ length: count }, (_, index) => member(index));
  return {
    code: CODE,
    link: LINK,
    self: toMemberId(self),
    pings: new Map(members.map(({ peer }) => [peer, SLOW])),
    wishes: [],
    state: {
      members,
      host: toMemberId(0),
      sequencer: toMemberId(0),
      term: 1,
      configuration: null,
      rules: DEFAULT_RULES,
      stadium: 'classic',
      owner: null,
      coming: null,
      isSwapped: false,
      rematchAt: null,
      votes: [],
      sentAway: [],
      wins: { sun: 0, wave: 0 },
      auto: 0,
      rotates: false,
      queue: [],
      kits: NO_KITS,
      areTeamsLocked: false,
      kickLimit: DEFAULT_KICK_LIMIT,
      discs: [],
      playsOn: null,
      deserted: null,
    },
  };
}

/** A room of ten that votes on the pause and on sending one of them away. */
export function roomThatVotes(self: number): RoomView {
  const room = roomOf(10, self);
  const [pause, two] = [null, toMemberId(2)];
  const votes = [pause, two].map((against, by) => ({
    by: toMemberId(by),
    against,
    until: toTick(1888),
  }));
  return { ...room, state: { ...room.state, votes, wins: { sun: 188, wave: 88 } } };
}

/** A room of ten in which matches follow one another; two wait for a place. */
export function roomOfWinners(self: number): RoomView {
  const room = roomOf(10, self);
  return { ...room, state: { ...room.state, auto: 4, queue: [8, 9].map(toMemberId) } };
}

/** Two people and four bots; one person is away, and a third waits for a place. */
export function roomWithBots(self = 0): RoomView {
  const room = roomOf(2, self);
  const [host, friend] = [member(0), member(1)];
  const bots = BOT_LEVEL_NAMES.map((level, index): Bot => {
    const number = 10 + index;
    const who = { type: 'bot', id: toMemberId(number), peer: null, level } as const;
    const team: Team = index === 3 ? TEAM_SUN : TEAM_WAVE;
    const at = { team, seat: toSeat(index + 2)! };
    return { ...who, ...at, name: nameBot([], number), ready: true, absent: false, idle: false };
  });
  const waiting = { ...member(9), waits: TEAM_WAVE } as const;
  const members = [host, { ...friend, absent: true }, ...bots, waiting];
  return { ...room, state: { ...room.state, members } };
}

export const PINGS = NAMES.slice(1, 8).map((name) => ({ ...SLOW, name }));
export const SLOWEST = SLOW;
export const SHORT_PANEL: Panel = {
  title: 'Tag',
  lines: [
    { text: 'Ana is it', color: 0xe63946 },
    { text: 'Ben 4.2 s', color: null },
  ],
  buttons: [{ id: 'rest', text: 'Rest' }],
};

/** As much as a panel of a script may hold. */
export const LONG_PANEL: Panel = {
  title: 'W'.repeat(40),
  lines: Array.from({ length: 8 }, (_one, place) => ({
    text: place % 2 === 0 ? `${place + 1}. Maximilienne 12.5 s` : 'W'.repeat(64),
    color: place % 3 === 0 ? 0x101030 : null,
  })),
  buttons: Array.from({ length: 6 }, (_one, place) => ({
    id: `${place}`,
    text: place % 2 === 0 ? 'Ready' : 'W'.repeat(24),
  })),
};

export const LONG_NAMES = NAMES.slice(0, 2);

/** The result of a match of so many players, with numbers that need the most room. */
export function resultOf(count: number): ResultView {
  const players = Array.from({ length: count }, (_, index): PlayerStats => {
    const { name, team } = member(index);
    const many = index === 0 ? 188 : 18;
    const counts = {
      goals: 18,
      ownGoals: index === 3 ? 2 : 0,
      assists: 18,
      saves: many,
      shots: many,
      touches: 1888,
    };
    return {
      name,
      team,
      self: index === 0,
      isBot: index % 3 === 2,
      isBest: index === 1,
      ...counts,
      possession: 100,
    };
  });
  const end = { winner: TEAM_WAVE, isClaimed: false, ownTeam: TEAM_SUN } as const;
  return { sun: 10, wave: 12, seconds: 754, ...end, players };
}

/** How so many players stand, with numbers that need the most room. */
export function standingsOf(count: number): StandingsView {
  const deeds = { goals: 18, assists: 18, saves: 88, ownGoals: 2 };
  const rows = Array.from({ length: count }, (_, index): StandingsRow => {
    const { id, peer, name, team, badge } = member(index);
    return {
      id,
      peer,
      name,
      badge,
      team,
      isSelf: index === 0,
      isBot: index % 3 === 2,
      isAway: index === 5,
      deeds,
      sums: { goals: 108, assists: 108, saves: 188, ownGoals: 12 },
      ping: index === 0 ? null : SLOW,
    };
  });
  rows.sort((a, b) => a.team - b.team);
  const watching = [NAMES[8], NAMES[9], 'A script of ours'].map((name, index) => {
    const { id, peer } = member(8 + index);
    return { id, peer, name, isSelf: false, isAway: index > 0, isScript: index === 2 };
  });
  return { rows, watching, hasMore: true };
}

/** Lines of all kinds in turn; one of the room is dark, as nobody could read it. */
function wordsAt(index: number, text: string): ChatEntry['words'] {
  if (index % 3 === 0) return { kind: 'quick', id: index % 8 };
  if (index % 3 === 1) return { kind: 'text', text };
  const color = index % 2 === 0 ? 0x80_00_00 : 0xff_d1_66;
  const style = index % 2 === 0 ? 'bold' : 'small-italic';
  const said = `★ ${text.slice(0, 40)}\n!help  !stats`;
  return { kind: 'announcement', text: said, color, style, isPrivate: index % 2 === 1 };
}

/** A chat with so many entries. */
export function chatOf(count: number): readonly ChatEntry[] {
  return Array.from({ length: count }, (_, index): ChatEntry => {
    const { peer, name, team } = member(index % NAMES.length);
    const text =
      index % 2 === 0 ? 'W'.repeat(100) : 'well played, one more of those please '.repeat(2);
    const words = wordsAt(index, text);
    return { number: index + 1, peer, name, team, isSelf: index === 1, toTeam: index === 2, words };
  });
}

const PICTURE =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"/>';

/** A card for each of these maps. */
export function mapsOf(ids: readonly string[]): readonly MapCard[] {
  return ids.map((id) => ({
    id,
    name: id.length > 12 ? id : `The arena of ${id}`,
    width: 1480,
    height: 820,
    discs: 12,
    isForBots: id !== 'futsal',
    picture: PICTURE,
    colours: 'own',
  }));
}
