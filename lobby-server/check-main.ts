import { checkSetup, type Finding } from './check/check-setup.ts';
import { readConfig } from './config.ts';

const SIGNS: Readonly<Record<Finding['level'], string>> = { ok: 'ok  ', warn: 'hm  ', bad: 'BAD ' };
const OTHER_URL = /^https?:\/\/[^/\s]+\/?$/;

/** `peerball check [url]`: exits with 1 when some players could not play. */
const given = process.argv.slice(2).find((word) => word !== 'check');
const config = readConfig(process.env);
if (!config.ok) {
  for (const problem of config.error) process.stderr.write(`${problem}\n`);
  process.exitCode = 2;
} else if (given !== undefined && !OTHER_URL.test(given)) {
  process.stderr.write('peerball check takes an address like https://play.example.org, or none\n');
  process.exitCode = 2;
} else {
  const { publicUrl, port } = config.value;
  const url = given ?? publicUrl ?? `http://localhost:${port}`;
  const findings = await checkSetup({ url, config: config.value, nowMs: Date.now });
  for (const { level, text } of findings) process.stdout.write(`${SIGNS[level]}${text}\n`);
  const isBad = findings.some(({ level }) => level === 'bad');
  process.stdout.write(isBad ? 'Some players would not get to play.\n' : 'Players can play.\n');
  process.exitCode = isBad ? 1 : 0;
}
