import { runHostile, HOSTILE_SETTINGS, showCourse } from '../tests/lobby/hostile/hostile-run.ts';
import { BuiltFolder, startLobbyProcess } from '../tests/lobby/lobby-process.ts';
import { readOptions } from './project/read-options.ts';

/** Attacks a lobby server of its own over HTTP and says how that went. */
const options = readOptions({ requests: { type: 'string' }, seed: { type: 'string' } });
const requests = Number(options.requests ?? 100_000);
const seed = Number(options.seed ?? 1);
if (![requests, seed].every((value) => Number.isInteger(value) && value > 0)) {
  console.error('hostile: --requests and --seed take whole numbers above 0');
  process.exit(2);
}

const folder = await BuiltFolder.make();
const lobby = await startLobbyProcess(folder, HOSTILE_SETTINGS);
try {
  const report = await runHostile(folder, lobby, { requests, seed });
  const rate = Math.round(report.requests / report.seconds);
  const answers = [...report.answers].toSorted(([a], [b]) => a.localeCompare(b));
  console.log(`${report.requests} requests in ${report.seconds.toFixed(1)} s, ${rate} a second`);
  console.log(`answers: ${answers.map(([name, count]) => `${name} ${count}`).join(', ')}`);
  console.log(`descriptors: ${showCourse(report.descriptors)}`);
  console.log(`memory in MB: ${showCourse(report.memoryMb)}`);
  for (const { name, passed, detail } of report.checks) {
    console.log(passed ? `passed ${name}` : `FAILED ${name}: ${detail}`);
  }
  const failed = report.checks.filter(({ passed }) => !passed).length;
  console.log(`${report.checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  lobby.child.kill('SIGKILL');
  folder.remove();
}
