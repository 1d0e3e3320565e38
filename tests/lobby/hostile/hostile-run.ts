import { rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { hostileRequest, type HostileRequest } from './hostile-requests.ts';
import {
  type BuiltFolder,
  countDescriptors,
  type LobbyProcess,
  residentMb,
} from '../lobby-process.ts';
import { honestAuth } from '../lobby-under-test.ts';
import { askRaw, parseAnswer, requestText } from '../raw-http.ts';
import { seededRandom } from './seeded-random.ts';

export type Check = { readonly name: string; readonly passed: boolean; readonly detail: string };

/** Before, at most, and after; null where the system does not tell. */
export type Course = {
  readonly first: number;
  readonly most: number;
  readonly last: number;
} | null;

export type HostileReport = {
  readonly requests: number;
  readonly seconds: number;
  readonly answers: ReadonlyMap<string, number>;
  readonly descriptors: Course;
  readonly memoryMb: Course;
  readonly checks: readonly Check[];
};

/** Settings under which the limits of one address do not keep the attack away. */
export const HOSTILE_SETTINGS = {
  PEERBALL_CONNECTIONS_PER_MINUTE: '1000000',
  // Sessions that nobody polls stay for 18 s: a fast machine has hundreds of them at once.
  PEERBALL_SOCKETS_PER_ADDRESS: '4000',
};

const WORKERS = 16;
const PAUSE_MS = 20;
/** Some requests, like a polling GET, wait for what never comes: they are left then. */
const SILENCE_MS = 1000;
const KEPT_CHARS = 4000;
const MEASURE_MS = 250;
const HONEST_MS = 10_000;
const HONEST_TIMES = 20;
/** When everybody has gone: Engine.IO gives up sessions after 10 s. */
const SETTLE_MS = 20_000;
/** What memory may still grow by after the first fifth of a run. */
const GROWTH_MB = 48;
/** What is always open may differ by a file of Node's own. */
const DESCRIPTORS_MORE = 3;

/** Plays many hostile requests against a running lobby, and says what became of it. */
export async function runHostile(
  folder: BuiltFolder,
  lobby: LobbyProcess,
  plan: { readonly requests: number; readonly seed: number },
): Promise<HostileReport> {
  const random = seededRandom(plan.seed);
  const pid = lobby.child.pid!;
  const sessions: string[] = [];
  const answers = new Map<string, number>();
  const descriptors: (number | null)[] = [];
  const memory: (number | null)[] = [];
  const faults = { headers: 0, foreign: 0, failed: 0, honest: [] as string[] };
  const page = await fetchPage(lobby);
  const measure = (): void => {
    if (lobby.child.exitCode !== null) return;
    descriptors.push(countDescriptors(pid));
    memory.push(residentMb(pid));
  };
  const note = (request: HostileRequest, text: string): void => {
    const answer = parseAnswer(text);
    const name = answer === null ? 'none' : String(answer.status);
    answers.set(name, (answers.get(name) ?? 0) + 1);
    if (answer === null || answer.status === 100) return;
    if (!answer.headers.has('content-security-policy')) faults.headers++;
    if (answer.status === 500) faults.failed++;
    const session = /"sid":"([\w-]+)"/.exec(answer.body)?.[1];
    if (session !== undefined) sessions.push(session);
    if (request.isForeign && (session !== undefined || answer.status === 101)) faults.foreign++;
  };

  measure();
  const measuring = setInterval(measure, MEASURE_MS);
  const startedMs = performance.now();
  let sent = 0;
  let honestAt = 0;
  const work = async (): Promise<void> => {
    while (sent < plan.requests && lobby.child.exitCode === null) {
      const request = hostileRequest(random, sessions);
      sent += request.count;
      if (random() < 0.005) spoilFiles(folder, random);
      if (sent >= honestAt) {
        honestAt = sent + plan.requests / HONEST_TIMES;
        const problem = await askHonestly(lobby, page);
        if (problem !== null) faults.honest.push(problem);
      }
      note(request, await send(lobby.port, request));
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  const seconds = (performance.now() - startedMs) / 1000;
  clearInterval(measuring);
  await untilSettled(pid, lobby, descriptors[0] ?? null);
  measure();

  const files = courseOf(descriptors);
  const memoryMb = courseOf(memory);
  const grownMb = grownSince(memory, Math.ceil(memory.length / 5));
  const errors = lobby.output().match(/^.*"level":"error".*$/gm) ?? [];
  const alive = lobby.child.exitCode === null;
  return {
    requests: sent,
    seconds,
    answers,
    descriptors: files,
    memoryMb,
    checks: [
      check('the process lives', alive, alive ? '0 exits' : lobby.output().slice(-500)),
      check('honest ones are served all the time', faults.honest.length === 0, faults.honest[0]),
      check('no foreign page got a session', faults.foreign === 0, `${faults.foreign} did`),
      check(
        'every answer has security headers',
        faults.headers === 0,
        `${faults.headers} had none`,
      ),
      check('nothing failed inside', faults.failed === 0 && errors.length === 0, errors[0]),
      check(
        'every descriptor is closed again',
        files === null || files.last <= files.first + DESCRIPTORS_MORE,
        showCourse(files),
      ),
      check('memory stays flat', grownMb <= GROWTH_MB, `${showCourse(memoryMb)} MB`),
    ],
  };
}

/** A run of hostile requests in a few lines. */
export function showCourse(course: Course): string {
  if (course === null) return 'not told by this system';
  return `${course.first} before, ${course.most} at most, ${course.last} after`;
}

function check(name: string, passed: boolean, detail = ''): Check {
  return { name, passed, detail };
}

/** Resolves with the beginning of what came back. */
function send(port: number, { bytes, manner }: HostileRequest): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    let timer: NodeJS.Timeout | undefined;
    const socket = connect(port, '127.0.0.1', () => {
      timer = setTimeout(leave, manner === 'pause' ? PAUSE_MS : SILENCE_MS);
      if (manner === 'pause') socket.pause();
      socket.write(bytes, () => {
        if (manner === 'vanish') leave();
      });
    });
    const leave = (): void => void socket.resetAndDestroy();
    socket.on('data', (chunk) => {
      timer?.refresh();
      if (text.length < KEPT_CHARS) text += chunk.toString('latin1', 0, KEPT_CHARS);
      if (manner === 'break-off') leave();
    });
    // Being cut off is one of the answers.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

/** Builds, deletions and accidents in the folder that the server read at its start. */
function spoilFiles(folder: BuiltFolder, random: () => number): void {
  const paths = ['index.html', 'assets/main-abc.js', 'assets/main-abc.js.br'];
  const path = join(folder.game, paths[Math.floor(random() * paths.length)]!);
  if (random() < 0.5) rmSync(path, { force: true });
  else writeFileSync(path, 'x'.repeat(random() * 1000));
}

/** Each on a connection that ends with it, so that none of ours stays open. */
async function fetchPage({ port }: LobbyProcess): Promise<string> {
  const paths = ['/', '/assets/main-abc.js'];
  const got = await Promise.all(paths.map((path) => askRaw(port, requestText(`GET ${path}`))));
  return got.map((answer) => `${answer?.status} ${answer?.body}`).join('\n');
}

/** Null when a page and a socket are had as ever. */
async function askHonestly(lobby: LobbyProcess, page: string): Promise<string | null> {
  const got = await fetchPage(lobby);
  if (got !== page) return `the page was ${got.slice(0, 80)}`;
  const socket = io(lobby.url, {
    auth: honestAuth(),
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  const problem = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve('no welcome in time'), HONEST_MS);
    socket.once('welcome', () => resolve(null));
    socket.once('connect_error', (error) => resolve(`no socket: ${error.message}`));
    socket.once('disconnect', () => clearTimeout(timer));
  });
  socket.disconnect();
  return problem;
}

async function untilSettled(
  pid: number,
  lobby: LobbyProcess,
  before: number | null,
): Promise<void> {
  const deadlineMs = performance.now() + SETTLE_MS;
  for (;;) {
    if (before === null || lobby.child.exitCode !== null || performance.now() > deadlineMs) return;
    if (countDescriptors(pid)! <= before) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function courseOf(measured: readonly (number | null)[]): Course {
  const known = measured.filter((value) => value !== null);
  if (known.length === 0) return null;
  return { first: known[0]!, most: Math.max(...known), last: known.at(-1)! };
}

function grownSince(measured: readonly (number | null)[], from: number): number {
  const known = measured.filter((value) => value !== null);
  return (known.at(-1) ?? 0) - Math.max(...known.slice(0, from + 1));
}
