import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStorage } from '../../headless/member/file-storage.ts';
import { describeProblem } from '../../headless/globals/describe-problem.ts';
import { runScript } from '../../headless/runner/run-script.ts';
import { makeSandbox } from '../../headless/runner/sandbox.ts';
import type { OpenRoom } from '../../headless/own/room-interface.ts';
import { NO_DISC_VALUES } from '../../shared/room/disc-values.ts';
import { BALL_DISC, MATCH, PHASE } from '../../shared/sim/match-state.ts';
import type { RoomRequest } from '../../shared/room/command.ts';
import { findMemberOf } from '../../shared/room/room-state.ts';
import { INPUT_KICK, INPUT_LEFT, INPUT_RIGHT } from '../../shared/sim/input.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import { ScriptedRoom, type ScriptInit } from '../../tests/headless/scripted-room.ts';
import { VirtualTimers } from '../../tests/headless/virtual-timers.ts';

/** What came of one script. */
export type SessionReport = {
  /** It opened a room. */
  readonly hasStarted: boolean;
  /** Each different one once, with its place. */
  readonly exceptions: readonly string[];
  /** Kinds of events that its handlers were called for. */
  readonly events: readonly string[];
  readonly matches: number;
  readonly goals: number;
  readonly announcements: number;
};

const PLAYERS = 6;
const STEP_MS = 100;
/** What players of such rooms say. */
const LINES = [
  'hello',
  '!help',
  '!commands',
  '!me',
  '!stats',
  '!afk',
  '!afk',
  '!top',
  't ready?',
  'gg',
];
const GOALS = 3;
/** Map units: inside of the penalty area of most maps. */
const BALL_BEFORE_GOAL = 45;
const PLAYER_BEHIND_BALL = 32;

/**
 * Plays a session with a script in virtual time: six players come, talk, play two matches with goals and a
 * pause between them, one is sent away, one leaves. Whatever the script does not do by itself is done by the
 * host's word, as a person in its room would.
 */
export async function playSession(file: string): Promise<SessionReport> {
  const folder = mkdtempSync(join(tmpdir(), 'peerball-script-'));
  const session = new ScriptSession(file, folder);
  try {
    return await session.play();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A session has no network, as a script may find it. */
const refuseToFetch = (): Promise<never> => Promise.reject(new TypeError('fetch failed'));

class ScriptSession {
  readonly #file: string;
  readonly #exceptions = new Set<string>();
  readonly #events = new Set<string>();
  readonly #timers = new VirtualTimers((problem) => this.#catch(problem));
  readonly #lab: ScriptedRoom;
  #hasStarted = false;
  #matches = 0;
  #goals = 0;
  #wasOn = false;
  #lastScore = 0;

  constructor(file: string, folder: string) {
    this.#file = file;
    process.on('unhandledRejection', (problem) => this.#catch(problem));
    process.on('uncaughtException', (problem) => this.#catch(problem));
    this.#lab = new ScriptedRoom({
      players: 0,
      onTurn: (nowMs) => this.#timers.advance(nowMs),
      begin: (init, openRoom) => this.#begin(init, openRoom, folder),
      onEvent: (name) => {
        this.#events.add(name);
      },
    });
  }

  async play(): Promise<SessionReport> {
    await this.#wait(1_000);
    for (let player = 0; player < PLAYERS; player += 1) {
      this.#lab.simulated.addPeer();
      await this.#wait(300);
    }
    for (const [index, line] of LINES.entries()) {
      this.#lab.simulated.peers[1 + (index % PLAYERS)]!.session.chat.say(line, 'all');
      await this.#wait(300);
    }
    for (let match = 0; match < 2; match += 1) await this.#playMatch();
    for (const { problem } of this.#lab.problems) this.#catch(problem);
    return {
      hasStarted: this.#hasStarted,
      exceptions: [...this.#exceptions],
      events: [...this.#events].toSorted(),
      matches: this.#matches,
      goals: this.#goals,
      announcements: this.#lab.announcements,
    };
  }

  #begin(init: ScriptInit, openRoom: OpenRoom, folder: string): void {
    const sandbox = makeSandbox({
      HBInit: function HBInit(config?: RoomConfigObject) {
        return init(config);
      },
      openRoom,
      storage: new FileStorage(join(folder, 'storage.json'), (problem) => this.#catch(problem)),
      log: () => {},
      file: this.#file,
      reload: () => {},
      exit: () => {},
      instead: { ...this.#timers.globals, fetch: refuseToFetch },
    });
    runScript(this.#file, sandbox).catch((problem: unknown) => this.#catch(problem));
  }

  async #playMatch(): Promise<void> {
    const { simulated } = this.#lab;
    const { requested } = this.#lab;
    await this.#wait(requested.has('start') ? 8_000 : 2_000);
    if (!this.#isOn && !requested.has('team')) {
      for (const [index, peer] of simulated.peers.slice(1).entries()) {
        const member = peer.session.self;
        if (member === null || peer.session.state.state !== 'live') continue;
        this.#ask({ type: 'team', member, team: index % 2 === 0 ? TEAM_SUN : TEAM_WAVE });
      }
    }
    if (!this.#isOn) this.#ask({ type: 'start' });
    await this.#wait(6_000);
    this.#ask({ type: 'pause', paused: true });
    await this.#wait(500);
    this.#ask({ type: 'pause', paused: false });
    await this.#wait(4_000);
    for (let goal = 0; goal < GOALS && this.#isOn; goal += 1) await this.#score(goal % 2 === 0);
    if (this.#isOn) this.#ask({ type: 'stop' });
    await this.#wait(1_500);
    await this.#changePeople();
    await this.#wait(1_000);
  }

  /** Between the matches one gets rights, behind them one leaves; both times one goes to watch. */
  async #changePeople(): Promise<void> {
    const [host, first, second] = this.#lab.simulated.peers;
    const last = this.#lab.simulated.peers.at(-1);
    if (!host || !last) return;
    const member = first?.session.self ?? null;
    if (this.#matches < 2 && member !== null) this.#ask({ type: 'coHost', member, coHost: true });
    else last.session.close();
    await this.#wait(500);
    const watching = second?.session.self ?? null;
    if (watching !== null) this.#ask({ type: 'team', member: watching, team: TEAM_NONE });
  }

  /** A player is put behind the ball, before the goal, and kicks it in. */
  async #score(isRight: boolean): Promise<void> {
    const { world } = this.#host;
    const { x0, x1, y0, y1, count } = world.arena.goals;
    const way = isRight ? 1 : -1;
    const goals = Array.from({ length: count }, (_, index) => ({
      x: (x0[index]! + x1[index]!) / 2,
      y: (y0[index]! + y1[index]!) / 2,
    }));
    const goal = goals.toSorted((one, other) => way * (other.x - one.x))[0] ?? { x: 0, y: 0 };
    const player = this.#playerOf(isRight ? TEAM_SUN : TEAM_WAVE);
    // Some scripts hold that no team is empty while goals fall.
    if (!player || !this.#playerOf(isRight ? TEAM_WAVE : TEAM_SUN)) return this.#wait(1_000);
    const still = { ...NO_DISC_VALUES, y: Math.fround(goal.y), vx: 0, vy: 0 };
    const at = (back: number): number => Math.fround(goal.x - way * back);
    const [ball, behind] = [at(BALL_BEFORE_GOAL), at(BALL_BEFORE_GOAL + PLAYER_BEHIND_BALL)];
    player.player.held = way > 0 ? INPUT_RIGHT : INPUT_LEFT;
    this.#ask({ type: 'disc', disc: BALL_DISC, values: { ...still, x: ball } });
    const member = player.session.self!;
    this.#ask({ type: 'playerDisc', member, values: { ...still, x: behind } });
    await this.#wait(200);
    player.player.held |= INPUT_KICK;
    await this.#wait(1_500);
    player.player.held = null;
    await this.#wait(5_500);
  }

  #playerOf(team: Team): SimulatedPeer | undefined {
    const { room } = this.#host.world;
    return this.#lab.simulated.peers.find(({ id }) => findMemberOf(room, id)?.team === team);
  }

  #ask(request: RoomRequest): void {
    this.#host.request(request);
  }

  get #host() {
    return this.#lab.simulated.peers[0]!.session;
  }

  get #isOn(): boolean {
    return this.#host.world.match.ints[MATCH.phase] !== PHASE.warmUp;
  }

  /** Counts what the room did, whether its script has a handler for that or not. */
  #count(): void {
    const { ints } = this.#host.engine.final.match;
    const isOn = ints[MATCH.phase] !== PHASE.warmUp;
    if (isOn && !this.#wasOn) this.#matches += 1;
    this.#wasOn = isOn;
    const score = isOn ? ints[MATCH.sunScore]! + ints[MATCH.waveScore]! : 0;
    this.#goals += Math.max(0, score - this.#lastScore);
    this.#lastScore = score;
  }

  /** In virtual time, with a turn for promises of the script now and then. */
  async #wait(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= STEP_MS) {
      this.#lab.run(STEP_MS);
      this.#count();
      this.#hasStarted ||= this.#lab.hasScript;
      await new Promise((resolve) => void setImmediate(resolve));
    }
  }

  #catch(problem: unknown): void {
    this.#exceptions.add(describeProblem(problem, this.#file));
  }
}
