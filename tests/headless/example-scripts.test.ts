import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileStorage } from '../../headless/member/file-storage.ts';
import { describeProblem } from '../../headless/globals/describe-problem.ts';
import { runScript } from '../../headless/runner/run-script.ts';
import { makeSandbox } from '../../headless/runner/sandbox.ts';
import { colorOf } from '../../shared/room/discs.ts';
import { createRandom } from '../../shared/base/seeded-random.ts';
import { NO_DISC_VALUES } from '../../shared/room/disc-values.ts';
import { BALL_DISC, DISC_STRIDE, MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { INPUT_KICK, INPUT_RIGHT } from '../../shared/sim/input.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { ScriptedRoom } from './scripted-room.ts';

// The scripts of docs/guides/room-scripts, each in a whole room: what they do seen on another machine.

let folder: string;
let storage: FileStorage;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-example-'));
  storage = new FileStorage(join(folder, 'storage.json'), () => {});
});
afterEach(() => rmSync(folder, { recursive: true }));

class Example extends ScriptedRoom {
  readonly thrown: string[] = [];
  readonly said: string[] = [];

  constructor(name: string, players: number) {
    const file = join(PROJECT_ROOT, 'docs/guides/room-scripts', name);
    const thrown: string[] = [];
    super({
      players,
      begin: (HBInit, openRoom) => {
        const ports = { reload: () => {}, exit: () => {}, log: () => {} };
        const chance = createRandom(7);
        const instead = { Math: Object.create(Math, { random: { value: chance } }) as Math };
        const sandbox = makeSandbox({ HBInit, openRoom, storage, file, instead, ...ports });
        runScript(file, sandbox).catch((problem: unknown) =>
          thrown.push(describeProblem(problem, file)),
        );
      },
    });
    this.thrown = thrown;
    // They press nothing: what the script does by itself is all that happens.
    for (const { player } of this.simulated.peers) player.held = 0;
    this.eachTurn = () => {
      for (const line of this.simulated.peers[1]!.session.chat.take()) {
        if (line.kind !== 'quick') this.said.push(line.text);
      }
    };
  }

  get phase(): number {
    return this.seen.match.ints[MATCH.phase]!;
  }

  get problemsOfAll(): readonly string[] {
    return [...this.thrown, ...this.problems.map(({ event, problem }) => `${event}: ${problem}`)];
  }

  teamOf(place: number): number {
    return this.memberAt(place)?.team ?? TEAM_NONE;
  }

  hears(text: string | RegExp): boolean {
    return this.said.some((line) => line.search(text) >= 0);
  }

  say(place: number, text: string): void {
    this.simulated.peers[place]!.session.chat.say(text, 'all');
  }

  /** By the word of the script's machine, as a kick would. */
  score(isRight: boolean): void {
    const { session } = this.simulated.peers[0]!;
    const way = isRight ? 1 : -1;
    const values = { ...NO_DISC_VALUES, x: way * 360, y: 0, vx: way * 10, vy: 0 };
    session.request({ type: 'disc', disc: BALL_DISC, values });
  }
}

test('the league makes teams, plays matches one behind the other and keeps ratings', () => {
  const lab = new Example('league.js', 5);
  lab.until(() => lab.hears('Welcome, Player 1! Your rating is 1000'));
  lab.until(() => lab.phase === PHASE.countdown);
  const teams = [1, 2, 3, 4, 5].map((place) => lab.teamOf(place));
  expect(teams.toSorted()).toHaveLength(5);
  const first = [1, 2].every((place) => teams[place - 1] !== TEAM_NONE);
  expect(first).toBe(true);
  for (let goals = 1; goals <= 3; goals += 1) {
    lab.until(() => lab.phase === PHASE.playing || lab.phase === PHASE.kickOff, 10_000);
    lab.score(true);
    lab.until(() => lab.hears(`${goals}–0`), 10_000);
  }
  lab.until(() => lab.hears('won 3–0'), 10_000);
  lab.until(() => lab.hears(/[+−]16\.0: your rating is (1016|984)/));
  const table: Record<string, { rating: number }> = JSON.parse(storage.getItem('table')!);
  const ratings = Object.values(table).map(({ rating }) => rating);
  expect(ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length).toBeCloseTo(1000);
  // Those who watched play the next one.
  const watched = [1, 2, 3, 4, 5].filter((place) => teams[place - 1] === TEAM_NONE);
  lab.until(() => lab.phase === PHASE.warmUp, 20_000);
  lab.until(() => lab.phase === PHASE.countdown, 20_000);
  for (const place of watched) expect(lab.teamOf(place)).not.toBe(TEAM_NONE);
  lab.say(1, '!top');
  lab.until(() => lab.hears(/^1\. Player \d 1016/));
  expect(lab.problemsOfAll).toEqual([]);
});

test('the league finds its ratings when it begins again', () => {
  const entry = { name: 'Player 1', rating: 1234.5, matches: 7, wins: 6 };
  storage.setItem('table', JSON.stringify({ 'peer-1': entry }));
  const lab = new Example('league.js', 1);
  lab.until(() => lab.hears('Your rating is 1235 after 7 matches'));
  lab.say(1, '!rating');
  lab.until(() => lab.hears('1235, 6 of 7 matches won'));
  expect(lab.problemsOfAll).toEqual([]);
});

test('the trainer lays out one try behind the other, has a bot in the goal and counts', () => {
  const lab = new Example('trainer.js', 2);
  lab.until(() => lab.phase === PHASE.playing, 15_000);
  expect([lab.teamOf(1), lab.teamOf(2)]).toEqual([TEAM_SUN, TEAM_NONE]);
  expect(lab.seen.room.members.find(({ type }) => type === 'bot')?.team).toBe(TEAM_WAVE);
  lab.until(() => lab.seen.match.discs[BALL_DISC]! >= 60);
  lab.until(() => lab.hears('No goal: Player 1 has 0 of 1'), 15_000);
  lab.until(() => lab.teamOf(2) === TEAM_SUN && lab.teamOf(1) === TEAM_NONE);
  lab.run(500);
  lab.score(true);
  lab.until(() => lab.hears('Goal: Player 2 has 1 of 1'), 15_000);
  lab.until(() => lab.memberAt(2)?.badge === '1');
  lab.say(1, '!keeper ace');
  const level = () =>
    Reflect.get(
      lab.seen.room.members.find(({ type }) => type === 'bot')!,
      'level',
    );
  lab.until(() => level() === 'ace');
  expect(lab.problemsOfAll).toEqual([]);
});

test('tag: one is it, red and large, until it touches another', () => {
  const lab = new Example('tag.js', 2);
  lab.until(() => lab.phase === PHASE.playing, 15_000);
  lab.until(() => lab.hears(/is it!/));
  const discOf = (place: number) => lab.seen.arena.firstPlayerDisc + lab.memberAt(place)!.seat!;
  const isRed = (place: number) => colorOf(lab.seen.room, discOf(place)) === 0xe63946;
  lab.until(() => isRed(1) || isRed(2));
  const [it, other] = isRed(1) ? [1, 2] : [2, 1];
  lab.until(() => lab.seen.arena.discs.radius[discOf(it)] === 22);
  lab.run(1_500);
  const at = (place: number, axis: number) =>
    Math.fround(lab.seen.match.discs[discOf(place) * DISC_STRIDE + axis]!);
  const { session } = lab.simulated.peers[0]!;
  const values = { ...NO_DISC_VALUES, x: Math.fround(at(it, 0) - 60), y: at(it, 1), vx: 0, vy: 0 };
  session.request({ type: 'playerDisc', member: lab.memberAt(other)!.id, values });
  lab.simulated.peers[other]!.player.held = INPUT_RIGHT | INPUT_KICK;
  lab.until(() => isRed(other) && !isRed(it), 20_000);
  const panel = () => lab.other.session.panel.lane!;
  expect(panel().shown?.title).toMatch(/^Tag: \d+ s left$/);
  expect(panel().shown?.lines.filter(({ color }) => color === 0xe63946)).toHaveLength(1);
  lab.until(() => lab.hears(/wins: it for \d+\.\d s/), 70_000);
  expect(panel().press('rest')).toBeNull();
  lab.until(() => lab.memberAt(1)!.seat === null);
  lab.until(() => panel().shown?.buttons[0]?.text === 'Play');
  expect(panel().press('rest')).toBeNull();
  lab.until(() => lab.memberAt(1)!.seat !== null);
  expect(lab.problemsOfAll).toEqual([]);
});
