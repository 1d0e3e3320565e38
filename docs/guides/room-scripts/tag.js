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

/** Those who watch for a while, by their own button. @type {Set<Player>} */
const resting = new Set();
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

/** Beside the pitch of everybody: who is it, for how long each was, and a button of one's own. */
function showTable() {
  const rows = [...counts]
    .filter(([player]) => player.isHere)
    .toSorted((one, other) => one[1] - other[1])
    .slice(0, 6)
    .map(([player, ticks]) => ({
      text: `${player.name} ${(ticks / 60).toFixed(1)} s`,
      ...(player === it && { color: RED }),
    }));
  const title = `Tag: ${Math.max(0, Math.ceil((roundEnd - room.tick) / 60))} s left`;
  for (const player of room.players) {
    const text = resting.has(player) ? 'Play' : 'Rest';
    player.show({ title, lines: rows, buttons: [{ id: 'rest', text }] });
  }
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

/** To the team with fewer players. @param {Player} player */
function putIn(player) {
  player.moveTo(
    room.players.filter(({ team }) => team === 'sun').length <= room.players.length / 2 - 1
      ? 'sun'
      : 'wave',
  );
}

room.on('join', (player) => {
  putIn(player);
  room.after(1, () => {
    if (room.match === null && room.players.length > 1) room.start();
  });
});

room.on('press', (player, button) => {
  if (button !== 'rest') return;
  if (resting.delete(player)) return putIn(player);
  resting.add(player);
  player.moveTo('none');
  if (player === it) passOn();
});

function passOn() {
  it?.paint(null);
  it = null;
  const next = runners()[0];
  if (next) makeIt(next);
}

room.on('leave', (player) => {
  resting.delete(player);
  counts.delete(player);
  if (player === it) passOn();
});

room.every(1, showTable);

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
