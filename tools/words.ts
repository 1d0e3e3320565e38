import type { UnusedWord } from './checks/check-words.ts';

/** Room scripts are written against an interface that others published. */
const PUBLISHED = {
  'headless/': 'a word of the published interface',
  'tests/headless/': 'a word of the published interface',
  'docs/guides/run-a-room-script.md': 'a word of the published interface',
};

/** Words that the project does not use in names, comments and specifications, and what it says. */
export const UNUSED_WORDS: readonly UnusedWord[] = [
  {
    words: ['slot', 'slots'],
    say: 'seat for a place in the simulation, cell for a place in a ring',
  },
  {
    words: ['leader', 'leaders', 'master'],
    say: 'sequencer',
    except: {
      'shared/sim/match/match-rules.test.ts': 'the team that leads',
      'game/audio/mixer.ts': 'the master volume',
      'game/audio/voice-output': 'the master volume',
      'game/settings/settings': 'the master volume',
      'game/i18n/': 'the master volume',
      'tests/i18n/': 'the master volume',
      'game/ui/settings/': 'the master volume',
    },
  },
  { words: ['slave', 'backup', 'replica'], say: 'follower' },
  {
    words: ['epoch', 'reign', 'reigns', 'claimant', 'wedge', 'heirloom', 'incumbency'],
    say: 'term',
  },
  {
    words: ['ban', 'bans', 'banned'],
    say: 'remove: a kick is of a ball',
    except: PUBLISHED,
  },
  {
    words: ['admin', 'moderator'],
    say: 'host',
    except: { 'tests/lobby/': 'a namespace of Socket.IO that attackers try', ...PUBLISHED },
  },
  { words: ['spectating', 'viewer', 'viewers'], say: 'spectator' },
  { words: ['puck', 'avatar'], say: 'ball or disc', except: PUBLISHED },
  { words: ['rewind', 'rewinds'], say: 'roll back' },
  {
    words: ['desynced', 'desynchronized'],
    say: 'diverged',
    except: {
      'game/app/page/start-canvas.ts': 'a name of WebGL',
      'tests/e2e/picture-settings.test.ts': 'the same',
    },
  },
  { words: ['gamer', 'gamers', 'participants'], say: 'player, member or peer' },
  {
    words: ['helper', 'helpers', 'utils', 'misc'],
    say: 'what it is for',
    except: {
      'tools/checks/check-layers.test.ts': 'the folder that must not be',
      'tools/build/phaser/phaser-modules.ts': 'a folder of Phaser',
    },
  },
];

/** Words of ours that a player never reads. */
export const UNUSED_IN_TEXTS: readonly UnusedWord[] = [
  { words: ['stadium', 'stadiums'], say: 'map' },
  { words: ['sequencer', 'follower'], say: 'whose machine decides' },
  { words: ['peer', 'peers'], say: 'player' },
  { words: ['tick', 'ticks', 'snapshot', 'rollback', 'timeline'], say: 'what the player sees' },
];

/** Types, classes and components of one name that stand in two places, each with the reason. */
export const SHARED_NAMES: Readonly<Record<string, string>> = {
  App: 'the component that draws what the class steers',
  Seen: 'what a camera and what a strip of a picture shows, each within its file and its view',
  Timers: 'the same port on two sides that cannot import each other',
};
