// A trainer: the ball lies somewhere before the goal, a bot keeps it, and each try is counted.

/** @typedef {import('../../../headless/own/room-interface.ts').Player} Player */
/** @typedef {import('../../../headless/own/room-interface.ts').BotLevel} BotLevel */

/** Seconds for one try. */
const PATIENCE = 6;
/** Where the ball may lie on the map Classic, and how far behind it the player stands. */
const FROM = { left: 60, right: 240, up: -110, down: 110 };
const RUN_UP = 60;
const GOAL_X = 340;

const room = openRoom({ title: 'Trainer', name: 'Trainer', players: 4 });
room.setMap('Classic');
room.setLimits({ goals: 0, minutes: 0 });
room.lockTeams(true);

/** In the order in which they take turns. @type {Player[]} */
let turns = [];
/** Tries and goals of each. @type {Map<Player, { tries: number, goals: number }>} */
const counts = new Map();
/** The tick in which the try began; null: none is on. @type {number | null} */
let since = null;
/** The tick in which the kick-off was asked to be over. */
let askedAt = 0;

const shooter = () => turns[0] ?? null;
const keeper = () => room.players.find(({ isBot }) => isBot) ?? null;

/** @param {number} from @param {number} to */
const between = (from, to) => Math.round(from + Math.random() * (to - from));

function begin() {
  const player = shooter();
  if (player === null) return;
  const [x, y] = [between(FROM.left, FROM.right), between(FROM.up, FROM.down)];
  room.changeBall({ x, y, speedX: 0, speedY: 0 });
  player.change({ x: x - RUN_UP, y, speedX: 0, speedY: 0 });
  keeper()?.change({ x: GOAL_X, y: 0, speedX: 0, speedY: 0 });
  since = room.tick;
}

/** @param {boolean} isGoal */
function end(isGoal) {
  const player = shooter();
  since = null;
  if (player === null) return;
  const count = counts.get(player) ?? { tries: 0, goals: 0 };
  count.tries += 1;
  if (isGoal) count.goals += 1;
  counts.set(player, count);
  player.wear(`${count.goals % 100}`);
  room.say(`${isGoal ? 'Goal' : 'No goal'}: ${player.name} has ${count.goals} of ${count.tries}`, {
    color: isGoal ? 0x06d6a0 : 0xef476f,
  });
  if (turns.length < 2) return;
  player.moveTo('none');
  turns.push(/** @type {Player} */ (turns.shift()));
  shooter()?.moveTo('sun');
}

room.on('join', (player) => {
  if (player.isBot) return player.moveTo('wave');
  turns.push(player);
  player.say(
    `Score within ${PATIENCE} seconds. !keeper rookie, regular, pro or ace changes the keeper.`,
  );
  if (keeper() === null && turns.length === 1) room.addBot('wave', 'rookie');
  if (shooter() === player) player.moveTo('sun');
  room.after(1, () => {
    if (room.match === null) room.start();
  });
});

room.on('leave', (player) => {
  const wasShooter = shooter() === player;
  turns = turns.filter((other) => other !== player);
  counts.delete(player);
  if (wasShooter) since = null;
  if (wasShooter) shooter()?.moveTo('sun');
  if (turns.length === 0) room.stop();
});

room.on('goal', ({ team }) => {
  if (since !== null) end(team === 'sun');
});

room.on('tick', () => {
  const phase = room.match?.phase;
  // A ball that moves ends the kick-off, and with it the line that nobody may cross.
  if (phase === 'kick-off' && room.tick - askedAt > 60) {
    askedAt = room.tick;
    room.changeBall({ speedX: 0.01 });
  }
  if (phase !== 'playing') return;
  if (since === null) begin();
  else if (room.tick - since > PATIENCE * 60) end(false);
});

room.on('stop', () => {
  since = null;
});

room.on('chat', (player, text) => {
  const [command, level = ''] = text.trim().split(/\s+/);
  if (command !== '!keeper') return true;
  keeper()?.setLevel(/** @type {BotLevel} */ (level));
  player.say(`The keeper plays as ${level}, if there is such a level.`);
  return false;
});
