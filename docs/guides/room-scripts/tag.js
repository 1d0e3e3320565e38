// A game of tag: one is it, red and large, and gives that on by a touch. It for the shortest time wins.

/** @typedef {import('../../../headless/own/room-interface.ts').Player} Player */

const ROUND_SECONDS = 60;
/** For so long the one that was it cannot be caught again. */
const PEACE_TICKS = 60;
const RED = 0xe63946;
const LARGE = 22;
const NORMAL = 15;

const room = openRoom({ title: 'Tag', name: 'Tag', isPublic: true, players: 8 });
room.setMap('Big');
room.setLimits({ goals: 0, minutes: 0 });

/** @type {Player | null} */
let it = null;
/** Ticks for which each was it in this round. @type {Map<Player, number>} */
let counts = new Map();
let peaceUntil = 0;
let roundEnd = 0;
let askedAt = 0;

const runners = () => room.players.filter(({ motion }) => motion !== null);

/** @param {Player} player */
function makeIt(player) {
  it?.paint(null);
  it?.change({ radius: NORMAL, color: 0xffffff });
  it = player;
  it.paint(RED);
  it.change({ radius: LARGE });
  peaceUntil = room.tick + PEACE_TICKS;
  room.say(`${player.name} is it!`, { style: 'bold', color: RED, sound: 'notice' });
}

function newRound() {
  counts = new Map(runners().map((player) => [player, 0]));
  roundEnd = room.tick + ROUND_SECONDS * 60;
  const all = runners();
  const next = all[Math.floor(Math.random() * all.length)];
  if (next) makeIt(next);
}

function endRound() {
  const [best] = [...counts]
    .filter(([player]) => player.isHere)
    .toSorted((one, other) => one[1] - other[1]);
  if (best)
    room.say(`${best[0].name} wins: it for ${(best[1] / 60).toFixed(1)} s`, { style: 'bold' });
  newRound();
}

/** @param {Player} one @param {Player} other */
function areTouching(one, other) {
  const [a, b] = [one.motion, other.motion];
  return a !== null && b !== null && Math.hypot(a.x - b.x, a.y - b.y) < LARGE + NORMAL + 2;
}

room.on('join', (player) => {
  player.moveTo(
    room.players.filter(({ team }) => team === 'sun').length <= room.players.length / 2 - 1
      ? 'sun'
      : 'wave',
  );
  room.after(1, () => {
    if (room.match === null && room.players.length > 1) room.start();
  });
});

room.on('leave', (player) => {
  if (player !== it) return;
  it = null;
  const next = runners()[0];
  if (next) makeIt(next);
});

room.on('start', () => {
  // Nobody plays with the ball here: it is as small as can be.
  room.changeBall({ radius: 1 });
  it = null;
  roundEnd = 0;
});

room.on('tick', () => {
  const { match, tick } = room;
  // A ball that moves ends the kick-off, and with it the line that nobody may cross.
  if (match?.phase === 'kick-off' && tick - askedAt > 60) {
    askedAt = tick;
    room.changeBall({ speedY: 0.01 });
  }
  if (match?.phase !== 'playing' || match.isPaused) return;
  if (it === null) return newRound();
  if (tick > roundEnd) return endRound();
  counts.set(it, (counts.get(it) ?? 0) + 1);
  if (tick < peaceUntil) return;
  const from = it;
  const caught = runners().find((player) => player !== from && areTouching(from, player));
  if (caught) makeIt(caught);
});
