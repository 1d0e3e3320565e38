import { readdirSync, readFileSync } from 'node:fs';

/**
 * What a visitor downloads, compressed with brotli, as `npm run size` checks it. The limits are what
 * there was when they were last lowered: they only fall, or a change says why it is worth more. What
 * brotli makes of the same code moves by some 50 B: a limit stands 0.2 kB above. The first match is 1.7 kB
 * more since PLAY measures the ways to rooms before it asks for one (ADR 0032), the menu 0.1 kB for the
 * drill and its words in practice. Hiding one's address and the words for it are 0.4 kB of the menu, and 0.4 kB
 * behind it. What a room that a script runs is made with (commands, discs that are other ones, announcements, a filter
 * of chat) is 4.6 kB behind the menu: a match that anybody joins may use it from its first tick. That a language comes
 * in parts (ADR 0037) is 0.6 kB of the menu and one file more; a first match is 1.6 kB less for it. Fonts with the weights
 * and the characters that are used (ADR 0038) took 42 kB from both.
 * Steps that are marked (`npm run bench:client`) and a lobby that is asked before the game begins are 0.1 kB of the menu
 * and 0.3 kB of a first match, and save those who come by a link more time than that takes.
 * A goal that is shown again is 1 kB of a first match, which is where the first goal is. Candidates that travel
 * together are 0.2 kB of it, for 8 messages of a pair in place of 22.
 * How large the pitch is, keys for it, the player of the match and the result as text are 0.4 kB of the menu (settings, names
 * of keys, an icon) and 0.5 kB behind it; what draws the result as a picture comes when it is asked for. Bots
 * that go around the ball, and a button for one at each free place, came in beside it: 1.1 kB of a first match.
 * Names and files of seven languages are 0.8 kB.
 * That a session may run in a worker (ADR 0040) is 1 kB of a first match: the game's own data channel, and the way to
 * where the rest is loaded from when it is asked for; of the menu it is one more name in the list of parts.
 * The own disc beside the name is 1 kB of the menu (what may stand on it, whether this machine can draw it, its words);
 * the pictures to choose from come when they are asked for. Kits, with a count of who tells their colours apart,
 * and how everybody stands with their pings, are 2.8 kB of a first match: a script may dress the first room, and Tab is
 * pressed in it. What a script makes of discs is drawn, and the drill is one: 0.5 kB of a first match.
 * Streamer mode is 0.6 kB of the menu and 0.6 kB behind it: what it hides stands on the way into the first room.
 * That a room's script is away stands in how everybody stands: 0.1 kB of a first match.
 * The way to voices is 0.2 kB of the menu (the names of its files) and 1.5 kB of a first match: a key, where they are
 * turned on, whether a room has them, the mark on a disc; all that talks comes when it is turned on.
 * Who checks own colours of the teams needs what kits are checked by: it is a file of its own by that, the sixteenth; the
 * seven files of its words are 0.3 kB of the list of parts in the menu.
 * A game without a server (ADR 0043) is 0.2 kB of the menu, where a browser may say at once that it can be installed,
 * and 0.3 kB behind it: words, and the way to where the rest is loaded from later.
 * What every match needs is one file beside the engine's (ADR 0046), with the styles of rooms in it, which the menu had:
 * 1.6 kB of the menu went there. The icon of the tab and the letters of the languages' names are 1 kB of the menu, and
 * save two requests and, in English, 20 kB of fonts that are not counted here.
 * Panels of scripts (ADR 0047) and emotes are 0.4 kB of the menu (names of the emotes, a name of a part, a word for when it
 * is missing) and 0.4 kB behind it: their bytes, and the way to where the rest is loaded from once one is shown. What draws
 * the quick lines comes from there too.
 * A second person at the window (ADR 0048) is 0.1 kB of the menu (the names of its files) and 0.5 kB of a first match: the way to where it comes from, a link that stays in
 * the page, and that a page may be the place of two members. What it is made of comes once one is wanted.
 * How much is drawn, and how often, is 0.1 kB of the menu (settings) and 0.5 kB behind it.
 * A crowd, room for goals among the sounds, marks for thumbs of any size and quick lines by one stroke are 0.1 kB of the
 * menu (settings) and 1.3 kB of a first match, where all of them begin.
 * Who is muted, by a name in the standings and in the menu of a match, over reloads, is 0.7 kB of a first match: a stranger
 * may be in it. That the screen stays on, and the words for what is told once among strangers and of maps without bots,
 * are 0.4 kB more of it; what a person was told, whether text and emotes of strangers are wanted, and a new room in place of
 * one that ended are 0.1 kB of the menu.
 * Fonts of the machine that stand in for ours until these come are 0.2 kB of the menu: without them home jumps.
 * What lights up at kicks, contacts and goals is 3.5 kB that are brought behind the first picture and not counted here; it
 * was 1.5 kB of a first match. The styles of a goal, its words and its wipe took that place, 0.2 kB of it from the menu.
 * The times of goals in the result, and how they are kept, are 0.6 kB behind the menu: the first result follows the first match.
 * That a room plays on from a replay is 1.2 kB of a first match: its command and what stands of it in a room, so that all
 * fold the same, a line that says who did it and the way to the list; what reads a moment comes with the replays.
 * A room's code that changes, who was sent away and rooms that hide addresses are 0.3 kB of a first match: what lobby and
 * game say of them, and an address of the page that follows. What is set of it comes with public rooms.
 * What can be done with a result came to the replays, which every match brings behind its first seconds, and what follows a
 * match to the file behind the menu: 0.9 kB less of the menu, and 0.4 kB of a first match.
 */
const LIMITS = {
  menu: { limit: '78.3 kB', files: 5 },
  'first match': { limit: '332.6 kB', files: 9 },
};

const folder = new URL('dist/game/', import.meta.url);
const page = readFileSync(new URL('index.html', folder), 'utf8');
/** As `tools/build/list-parts.ts` writes it. */
const parts = JSON.parse(/id="parts">(.*?)<\/script>/.exec(page)[1]);

const menu = [
  '/index.html',
  ...Array.from(page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), ([, file]) => file),
  // Of each font the part that English is written in.
  ...readdirSync(new URL('assets/', folder))
    .filter((name) => /-plain-.*\.woff2$/.test(name))
    .map((name) => `/assets/${name}`),
];
const worker = readdirSync(new URL('assets/', folder)).filter((name) =>
  /^tick-worker-.*js$/.test(name),
);
const match = [
  ...menu,
  ...['play', 'en-play', 'game-canvas', 'online', 'synthesizer'].flatMap(filesOf),
  ...worker.map((name) => `/assets/${name}`),
];

export default [check('menu', menu), check('first match', match)];

function filesOf(part) {
  if (!parts[part]) throw new Error(`${part} is no part of the game`);
  return parts[part];
}

function check(name, files) {
  const path = [...new Set(files)].map((file) => `dist/game${file}`);
  const { limit, files: most } = LIMITS[name];
  if (path.length > most) throw new Error(`${name}: ${path.length} files, at most ${most}`);
  return { name: `${name}, ${path.length} files`, path, limit };
}
