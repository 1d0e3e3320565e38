// A league: matches of two against two, one behind the other, and ratings by Elo that last.

/** @typedef {import('../../../headless/own/room-interface.ts').Player} Player */
/** @typedef {{ name: string, rating: number, matches: number, wins: number }} Entry */

const TEAM_SIZE = 2;
const FIRST_RATING = 1000;
/** Points that a match between equals is worth, times two. */
const K = 32;

const room = openRoom({ title: 'League', name: 'League', isPublic: true, players: 12 });
room.setMap('Classic');
room.setLimits({ goals: 3, minutes: 3 });
room.lockTeams(true);

/** By identity. @type {Record<string, Entry>} */
const table = JSON.parse(localStorage.getItem('table') ?? '{}');
/** Those who want to play; the first one waits longest. @type {Player[]} */
let queue = [];
/** Those of the match that is on. @type {Player[]} */
let playing = [];

/** @param {Player} player */
function entryOf({ identity, name }) {
  const entry = (table[identity ?? name] ??= { name, rating: FIRST_RATING, matches: 0, wins: 0 });
  entry.name = name;
  return entry;
}

function keepTable() {
  localStorage.setItem('table', JSON.stringify(table));
}

/** The next four, the best and the last of them against the two between. */
function nextMatch() {
  if (room.match !== null) return;
  queue = queue.filter((player) => player.isHere);
  const size = Math.min(TEAM_SIZE, Math.floor(queue.length / 2));
  if (size === 0) return;
  const chosen = queue
    .slice(0, size * 2)
    .toSorted((one, other) => entryOf(other).rating - entryOf(one).rating);
  for (const player of room.players) if (!chosen.includes(player)) player.moveTo('none');
  chosen.forEach((player, place) =>
    player.moveTo(place % 4 === 0 || place % 4 === 3 ? 'sun' : 'wave'),
  );
  room.start();
}

/** @param {readonly Player[]} team */
function average(team) {
  return team.reduce((sum, player) => sum + entryOf(player).rating, 0) / team.length;
}

room.on('join', (player) => {
  if (player.isBot) return;
  const { rating, matches } = entryOf(player);
  player.say(
    `Welcome, ${player.name}! Your rating is ${Math.round(rating)} after ${matches} matches.`,
  );
  player.say('!rating  !top  !rest  !play', { style: 'small' });
  queue.push(player);
  // Its team and those who came with it are known a moment later.
  room.after(1, nextMatch);
});

room.on('leave', (player) => {
  queue = queue.filter((other) => other !== player);
  const left = playing.filter((other) => other.isHere);
  const teams = new Set(left.map(({ team }) => team));
  if (room.match?.phase !== 'end' && playing.includes(player) && teams.size < 2) room.stop();
});

room.on('start', () => {
  playing = room.players.filter(({ team }) => team !== 'none');
});

room.on('goal', ({ scorer, assist, isOwnGoal, score }) => {
  const by = scorer ? ` by ${scorer.name}${isOwnGoal ? ', an own goal' : ''}` : '';
  const from = assist ? `, ${assist.name} passed` : '';
  room.say(`${score.sun}–${score.wave}${by}${from}`, { style: 'bold', color: 0xffd166 });
});

room.on('win', (winner, score) => {
  const winners = playing.filter(({ team }) => team === winner);
  const losers = playing.filter(({ team }) => team !== winner && team !== 'none');
  if (winners.length === 0 || losers.length === 0) return;
  const expected = 1 / (1 + 10 ** ((average(losers) - average(winners)) / 400));
  const points = K * (1 - expected);
  for (const player of playing) {
    const entry = entryOf(player);
    const hasWon = winners.includes(player);
    entry.rating += hasWon ? points : -points;
    entry.matches += 1;
    if (hasWon) entry.wins += 1;
    player.say(
      `${hasWon ? '+' : '−'}${points.toFixed(1)}: your rating is ${Math.round(entry.rating)}`,
    );
  }
  room.say(`${winners.map(({ name }) => name).join(' and ')} won ${score.sun}–${score.wave}`);
  keepTable();
});

room.on('stop', () => {
  queue = [
    ...queue.filter((player) => !playing.includes(player)),
    ...playing.filter((player) => queue.includes(player)),
  ];
  playing = [];
  room.after(2, nextMatch);
});

/** @type {Record<string, (player: Player) => void>} */
const COMMANDS = {
  '!rating': (player) => {
    const { rating, wins, matches } = entryOf(player);
    player.say(`${Math.round(rating)}, ${wins} of ${matches} matches won`);
  },
  '!top': (player) => {
    const best = Object.values(table)
      .toSorted((one, other) => other.rating - one.rating)
      .slice(0, 5);
    player.say(
      best
        .map(({ name, rating }, place) => `${place + 1}. ${name} ${Math.round(rating)}`)
        .join('\n'),
    );
  },
  '!rest': (player) => {
    queue = queue.filter((other) => other !== player);
    player.say('You rest. Say !play to come back.');
  },
  '!play': (player) => {
    if (!queue.includes(player)) queue.push(player);
    nextMatch();
  },
};

room.on('chat', (player, text) => {
  const command = COMMANDS[text.trim().toLowerCase()];
  if (command === undefined) return true;
  command(player);
  return false;
});
