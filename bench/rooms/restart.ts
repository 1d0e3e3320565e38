import { serveLobby } from '../../tests/browser/served-lobby.ts';
import { pause, RoomProcess, startPlayers } from './room-process.ts';

/** ms: a process lives for so long before it is killed. */
const LIFE_MS = 6_000;
/** In the order in which they come. */
const STEPS = ['begun', 'script', 'link', 'join', 'tick'] as const;

const SCRIPT = `
const runs = Number(localStorage.getItem('runs') ?? 0) + 1;
localStorage.setItem('runs', String(runs));
const said = new Set();
const step = (name) => {
  if (said.has(name)) return;
  said.add(name);
  console.log('step', runs, name, Date.now());
};
step('script');
const room = HBInit({ roomName: 'Bench', noPlayer: true });
room.setScoreLimit(0);
room.setTimeLimit(0);
room.onRoomLink = (url) => { step('link'); console.log('link', url); };
room.onPlayerJoin = ({ id }) => {
  step('join');
  if (runs > 1) return;
  room.setPlayerTeam(id, 1 + (id % 2));
  if (id === 2) room.startGame();
};
room.onGameTick = () => step('tick');
`;

/**
 * Kills the process of a scripted room in a match of two, with SIGKILL, again and again: ms until its script
 * plays the match's ticks again, and when each step on the way was done.
 */
export async function measureRestarts(count: number): Promise<void> {
  const lobby = await serveLobby();
  const room = new RoomProcess(lobby.url, [SCRIPT], '--restart');
  const [, code] = await room.until(/link \S+\/j\/([\w-]+)/);
  const players = await startPlayers(lobby.url, code!, 2);
  const totals: number[] = [];
  try {
    for (let run = 1; run <= count; run += 1) {
      await room.until(new RegExp(`step ${run} tick`));
      await pause(LIFE_MS);
      const pid = [...room.output.matchAll(/process (\d+)/g)].at(-1)![1];
      const killedMs = Date.now();
      process.kill(Number(pid), 'SIGKILL');
      await room.until(new RegExp(`step ${run + 1} tick`));
      const at = stepsOf(room.output, run + 1);
      totals.push(at.get('tick')! - killedMs);
      const steps = STEPS.map((name) => `${name} ${Math.round(at.get(name)! - killedMs)}`);
      process.stdout.write(`run ${run}: ${steps.join(', ')} ms\n`);
    }
  } finally {
    players.kill('SIGKILL');
    room.end();
    await lobby.stop();
  }
  const sorted = totals.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  process.stdout.write(`back in the match: p50 ${middle} ms, max ${sorted.at(-1)} ms\n`);
}

/** What its own log says of a run: the scripts' steps, and the process' own. */
function stepsOf(output: string, run: number): ReadonlyMap<string, number> {
  const steps = new Map<string, number>();
  for (const [, name, ms] of output.matchAll(new RegExp(`step ${run} (\\w+) (\\d+)`, 'g'))) {
    steps.set(name!, Number(ms));
  }
  const begun = output.split('\n').filter((line) => / process \d+/.test(line))[run - 1] ?? '';
  steps.set('begun', Date.parse(begun.slice(0, begun.indexOf(' '))));
  return steps;
}
