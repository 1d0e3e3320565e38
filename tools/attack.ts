import { runHostileFrames } from '../tests/lobby/hostile/hostile-frames-run.ts';
import { HOSTILE_SETTINGS, runHostile, showCourse } from '../tests/lobby/hostile/hostile-run.ts';
import { BuiltFolder, startLobbyProcess } from '../tests/lobby/lobby-process.ts';
import { readOptions } from './project/read-options.ts';

/** Attacks a lobby server of its own over HTTP and over sockets, beside two honest pages, and says how that went. */
const options = readOptions({
  requests: { type: 'string' },
  frames: { type: 'string' },
  seed: { type: 'string' },
});
const requests = Number(options.requests ?? 100_000);
const frames = Number(options.frames ?? 100_000);
const seed = Number(options.seed ?? 1);
if (![requests, frames, seed].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('attack: --requests, --frames and --seed take whole numbers above 0');
  process.exit(2);
}

const folder = await BuiltFolder.make();
const lobby = await startLobbyProcess(folder, HOSTILE_SETTINGS);
try {
  const overSockets = await runHostileFrames(lobby, { frames, seed });
  const { honestMs, expelled, grownMb } = overSockets;
  console.log(
    `${overSockets.frames} frames in ${overSockets.seconds.toFixed(1)} s, ${expelled} connections ended`,
  );
  console.log(`honest signals, p99: ${honestMs.before} ms before, ${honestMs.during} ms meanwhile`);
  console.log(`memory: ${grownMb === null ? 'not told' : `${grownMb.toFixed(1)} MB more`}`);
  const overHttp = await runHostile(folder, lobby, { requests, seed });
  console.log(`${overHttp.requests} requests in ${overHttp.seconds.toFixed(1)} s`);
  console.log(`memory in MB: ${showCourse(overHttp.memoryMb)}`);
  const checks = [...overSockets.checks, ...overHttp.checks];
  for (const { name, passed, detail } of checks) {
    console.log(passed ? `passed ${name}` : `FAILED ${name}: ${detail}`);
  }
  const failed = checks.filter(({ passed }) => !passed).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  lobby.child.kill('SIGKILL');
  folder.remove();
}
