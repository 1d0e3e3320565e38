import { readFileSync } from 'node:fs';
import { serveLobby } from '../../tests/browser/served-lobby.ts';
import { pause, RoomProcess, startPlayers } from './room-process.ts';

/** ms: what starts is over by then. */
const SETTLE_MS = 4_000;
/** USER_HZ of Linux: the unit of a process' times. */
const CLOCK_TICKS = 100;
const KIBIBYTES = 1_024;
const ROOMS = 20;
/** Of an operator who lets one address open as many: by itself a lobby allows six, six a minute. */
const LIMITS = { roomsOfPrefix: 30, creates: { burst: 30, perSecond: 1 } };

const script = (match: boolean): string => `
const room = HBInit({ roomName: 'Bench', noPlayer: true });
room.setScoreLimit(0);
room.setTimeLimit(0);
room.onRoomLink = (url) => console.log('link', url);
room.onPlayerChat = (player, text) => !text.startsWith('!');
let count = 0;
room.onPlayerJoin = ({ id }) => {
  count += 1;
  room.setPlayerTeam(id, 1 + (count % 2));
  if (count === 8 && ${match}) room.startGame();
};
let far = 0;
let ticks = 0;
room.onGameTick = () => {
  ticks += 1;
  if (ticks === 1) console.log('ticking');
  const ball = room.getBallPosition();
  for (const { position } of room.getPlayerList()) {
    if (position && ball && Math.hypot(position.x - ball.x, position.y - ball.y) > 300) far += 1;
  }
};
`;

/**
 * What rooms of scripts cost their process: an idle one, one with a match of eight whose script reads every
 * player in each tick, and twenty idle ones. Memory is resident; processor time a share of one core.
 *
 * @param seconds that each is watched for
 */
export async function measureCosts(seconds: number): Promise<void> {
  const lobby = await serveLobby({}, LIMITS);
  try {
    await measure(lobby.url, 'one idle room', [script(false)], seconds);
    await measure(lobby.url, 'a match of eight', [script(true)], seconds, 8);
    const twenty = Array.from({ length: ROOMS }, () => script(false));
    await measure(lobby.url, `${ROOMS} idle rooms`, twenty, seconds);
  } finally {
    await lobby.stop();
  }
}

async function measure(
  lobbyUrl: string,
  what: string,
  scripts: readonly string[],
  seconds: number,
  players = 0,
): Promise<void> {
  const room = new RoomProcess(lobbyUrl, scripts);
  const [, code] = await room.until(/link \S+\/j\/([\w-]+)/, scripts.length);
  const others = players > 0 ? await startPlayers(lobbyUrl, code!, players) : null;
  try {
    if (players > 0) await room.until(/ticking/);
    await pause(SETTLE_MS);
    const pid = room.child.pid!;
    const [beganMs, before] = [performance.now(), secondsOf(pid)];
    await pause(seconds * 1_000);
    const share = (secondsOf(pid) - before) / ((performance.now() - beganMs) / 1_000);
    process.stdout.write(`${what}: ${(share * 100).toFixed(1)} % of a core, ${memoryOf(pid)} MB\n`);
  } finally {
    others?.kill('SIGKILL');
    room.end();
  }
}

/** Processor time so far, of all threads. Linux alone. */
function secondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the name, which may hold spaces: the fields from the third on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
}

function memoryOf(pid: number): number {
  const [, kibibytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kibibytes) / KIBIBYTES);
}
