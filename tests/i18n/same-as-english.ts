import type { Language } from '../../game/i18n/language.ts';

type SameTexts = {
  readonly why: string;
  /** Paths in `loadTexts`, each with the languages that say the same. */
  readonly texts: Readonly<Record<string, readonly Language[]>>;
};

const ALL: readonly Language[] = ['de', 'es', 'fr', 'pl', 'pt', 'tr'];

/** Texts of other languages that are those of English, and why that is no oversight. */
export const SAME_AS_ENGLISH: readonly SameTexts[] = [
  {
    why: 'numbers, signs and units that are written the same',
    texts: {
      'menu.room.minutes': ['de', 'es', 'fr', 'pl', 'pt'],
      'menu.maps.size': ALL,
      'menu.practice.sizes': ALL,
      'menu.match.ping': ALL,
      'menu.match.warnLatency': ALL,
      'menu.chat.says': ['de', 'es', 'pl', 'pt', 'tr'],
      'play.goal.speed': ['de', 'es', 'fr', 'pl', 'pt'],
      'replays.record.hours': ['de', 'es', 'fr', 'pt'],
      'rooms.playing': ALL,
      'rooms.ms': ALL,
    },
  },
  {
    why: 'names of techniques, which nobody translates',
    texts: {
      'menu.match.paths.turn': ALL,
      'debug.paths.turn': ALL,
      'debug.rtt': ALL,
      'debug.jitter': ['de', 'es', 'pl', 'pt', 'tr'],
      'debug.peer': ['de'],
      'rooms.ping': ALL,
      'play.standings.ping': ALL,
      'play.host.script': ['es', 'fr', 'pt'],
    },
  },
  {
    why: 'English words that players of this language use',
    texts: {
      'menu.practice.size': ['de'],
      'menu.practice.level': ['de', 'es', 'fr', 'pt'],
      'menu.practice.levels.pro': ['es', 'fr'],
      'menu.chat.title': ['de', 'es', 'fr', 'pt'],
      'menu.chat.quick.5': ['de'],
      'menu.settings.chat': ['de', 'es', 'fr', 'pt'],
      'menu.home.replays': ['fr', 'pt'],
      'menu.home.playing': ['fr'],
      'menu.match.go': ['fr'],
      'menu.pad.stick': ['es', 'fr'],
      'play.bots.bot': ['es', 'fr', 'pl', 'pt', 'tr'],
      'play.bots.levels.pro': ['es', 'fr'],
      'play.record.replay': ['fr', 'pt'],
      'replays.title': ['fr', 'pt'],
      'replays.record.bots': ['de', 'es', 'fr', 'pt'],
      'rooms.bots': ['es', 'fr', 'pt'],
      'rooms.host': ['de'],
      'rooms.hands.gamepad': ['de'],
      'rooms.hands.touch': ['de'],
    },
  },
  {
    why: 'words and letters that are the same by chance or descent',
    texts: {
      'menu.chat.quick.0': ['de'],
      'menu.result.possession': ['de'],
      'menu.result.short.possession': ['de'],
      'menu.result.short.goals': ['es', 'pl', 'pt', 'tr'],
      'menu.result.short.assists': ['es', 'pl', 'pt', 'tr'],
      'menu.result.short.touches': ['pt'],
      'menu.result.touches': ['fr'],
      'rooms.knock.refuse': ['es'],
      'menu.room.presetLong': ['fr'],
      'menu.chat.placeholder': ['fr'],
      'menu.match.menu': ['fr', 'pl', 'pt'],
      'menu.menu.title': ['fr', 'pl', 'pt'],
      'menu.settings.master': ['fr', 'pt'],
      'menu.settings.ui': ['fr', 'pt'],
      'play.votes.rotation': ['fr'],
      'replays.pause': ['fr'],
      'rooms.access.isPublic': ['fr'],
    },
  },
];
