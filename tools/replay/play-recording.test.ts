import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { SIM_VERSION } from '../../shared/version.ts';
import { encodeReplay, type Replay } from '../../shared/wire/replay-file.ts';
import { RecordedMatch } from '../../tests/simulation/recorded-match.ts';
import { DIFFERENT, playRecording, SAME, UNREADABLE } from './play-recording.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'peerball-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

function recordReplay(): Replay {
  const match = new RecordedMatch(2);
  match.request({ type: 'start' });
  match.run(380);
  return match.recorder.take('match', 1_795_000_000)!;
}

function play(name: string, content: Uint8Array | string): { code: number; said: string } {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  const lines: string[] = [];
  const code = playRecording(path, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

test('[P9] a replay that comes out as recorded is summed up', () => {
  const { code, said } = play('fine.pbreplay', encodeReplay(recordReplay()));
  expect(code).toBe(SAME);
  expect(said).toContain('"Player 0, Player 1"');
  expect(said).toMatch(/as recorded: 201 ticks, 3 hashes; [\da-f]{8} at tick 383/);
});

test('[P9] a replay that comes out differently says at which tick, in which field and how', () => {
  const replay = recordReplay();
  const { rows } = replay.segments[0]!;
  rows[100 * MAX_SEATS + 1]! ^= 2;
  const held = rows[100 * MAX_SEATS + 1]!;
  const { code, said } = play('bent.pbreplay', encodeReplay(replay));
  expect(code).toBe(DIFFERENT);
  expect(said).toContain('differs first at tick 283');
  expect(said).toContain(`seat.input[1]: recorded ${held ^ 2}, here ${held}`);
});

test('[P1] another version, a cut file and anything else are told apart', () => {
  const file = encodeReplay(recordReplay());
  const older = file.slice();
  older[6] = SIM_VERSION + 1;
  expect(play('older.pbreplay', older)).toMatchObject({ code: UNREADABLE });
  expect(play('older.pbreplay', older).said).toContain(`simulation ${SIM_VERSION + 1} and wire`);
  expect(play('cut.pbreplay', file.subarray(0, 500)).said).toContain('cut or damaged');
  expect(play('other.txt', 'hello there').said).toContain('no replay');
  expect(playRecording(join(FOLDER, 'missing'), () => {})).toBe(UNREADABLE);
});

test('golden matches are played too', () => {
  const golden = readFileSync(
    new URL('../../tests/golden/replays/small.json', import.meta.url),
    'utf8',
  );
  expect(play('small.json', golden)).toMatchObject({ code: SAME });
  const changed = JSON.stringify({ ...JSON.parse(golden), seed: 1 });
  expect(play('small.json', changed).said).toContain('differs first between ticks 0 and 60');
  expect(play('small.json', '[').code).toBe(UNREADABLE);
});
