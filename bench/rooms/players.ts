import { installWebRtc } from '../../headless/member/web-rtc.ts';
import { parseRoomCode } from '../../shared/lobby/ids.ts';

// A process of players: LOBBY CODE COUNT. They play until it is ended, and say what they saw when they are asked.

const [lobbyUrl = '', word = '', count = '1'] = process.argv.slice(2);
const code = parseRoomCode(word);
if (code === null) throw new Error(`${word} is no code`);
if (!(await installWebRtc())) throw new Error('no WebRTC for Node is installed');
// It looks for WebRTC once, as it loads.
const { BenchPlayer } = await import('./player.ts');
const { everyTick } = await import('../../headless/member/every-tick.ts');
const { pageTimers } = await import('../../game/time/timers.ts');

const players = Array.from(
  { length: Number(count) },
  (_, place) => new BenchPlayer(lobbyUrl, place),
);
everyTick((nowMs) => {
  for (const player of players) player.advance(nowMs);
}, pageTimers.now);
for (const player of players) await player.join(code);
process.stdout.write('all are in\n');
process.on('message', () => process.send!(players.map((player) => player.report())));
process.once('disconnect', () => process.exit(0));
