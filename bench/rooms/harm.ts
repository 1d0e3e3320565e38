import type { ChildProcess } from 'node:child_process';
import { serveLobby } from '../../tests/browser/served-lobby.ts';
import type { PlayerReport } from './player.ts';
import { pause, RoomProcess, startPlayers } from './room-process.ts';

const PLAYERS = 4;
/** ms: the match is on, and all have settled. */
const SETTLE_MS = 5_000;
/** Between the word that it shall misbehave and the first time that it does. */
const BEGINS_MS = 1_000;

/** What a script does in each tick once it misbehaves; `ticks` counts them. */
const DEEDS = {
  'does nothing': '',
  throws: `throw new Error('on purpose');`,
  'loops for 3 s, every 6 s': `
    if (ticks % 360 === 0) for (const endMs = Date.now() + 3000; Date.now() < endMs;);`,
  'floods announcements, 50 a tick': `
    for (let count = 0; count < 50; count++)
      room.sendAnnouncement('On purpose. '.repeat(10), null, 0xff0000, 'bold', 2);`,
} as const;

const scriptOf = (deed: string): string => `
const room = HBInit({ roomName: 'Bench', noPlayer: true });
room.setScoreLimit(0);
room.setTimeLimit(0);
room.onRoomLink = (url) => console.log('link', url);
let count = 0;
room.onPlayerJoin = ({ id }) => {
  count += 1;
  room.setPlayerTeam(id, 1 + (count % 2));
  if (count === ${PLAYERS}) room.startGame();
};
let ticks = 0;
room.onGameTick = () => {
  ticks += 1;
  if (ticks === 1) console.log('ticking');
  if (ticks * 1000 / 60 < ${SETTLE_MS + BEGINS_MS}) return;
  ${deed}
};
`;

/**
 * What four players of a scripted room see while its script throws in each tick, loops, or floods: how long nothing
 * became final, and ticks in which a picture stood still, beside the same room whose script does nothing.
 *
 * @param seconds that each is watched for
 */
export async function measureHarm(seconds: number): Promise<void> {
  const lobby = await serveLobby();
  try {
    for (const [what, deed] of Object.entries(DEEDS)) {
      await measure(lobby.url, what, scriptOf(deed), seconds);
    }
  } finally {
    await lobby.stop();
  }
}

async function measure(url: string, what: string, script: string, seconds: number): Promise<void> {
  const room = new RoomProcess(url, [script]);
  const [, code] = await room.until(/link \S+\/j\/([\w-]+)/);
  const players = await startPlayers(url, code!, PLAYERS);
  try {
    await room.until(/ticking/);
    await pause(SETTLE_MS);
    await ask(players);
    await pause(seconds * 1_000);
    const reports = await ask(players);
    const worst = (pick: (report: PlayerReport) => number): number =>
      Math.max(...reports.map(pick));
    process.stdout.write(
      `a script that ${what}: nothing final for ${worst((one) => one.finalRestMs).toFixed()} ms at most, ` +
        `${worst((one) => one.stalledTicks)} ticks stood still, term ${worst((one) => one.term)}; ` +
        `the players' own loop rested ${worst((one) => one.loopRestMs).toFixed()} ms at most\n`,
    );
  } finally {
    players.kill('SIGKILL');
    room.end();
  }
}

/** What each saw since it was asked last. */
function ask(players: ChildProcess): Promise<readonly PlayerReport[]> {
  return new Promise((resolve) => {
    players.once('message', (reports) => resolve(reports as readonly PlayerReport[]));
    players.send('report');
  });
}
