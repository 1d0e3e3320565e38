import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parsePeerId, type PeerId } from '../../shared/base/peer-id.ts';
import { bundleScript } from '../../tests/browser/bundle.ts';
import { Forwarder } from '../../tools/netlab/forwarder.ts';
import { type Namespace, raiseNamespaces } from '../../tools/netlab/namespaces.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { BrowserKind, MachineReply, MachineRequest } from './machine.ts';
import type { CarriedSignal, WireLook, WirePlan } from './wire-page.ts';

const MACHINE = fileURLToPath(new URL('machine.ts', import.meta.url));
const PATIENCE_MS = 60_000;
const SEED = 20;

/** What one machine sent to all others, at its interface. */
export type WireFigures = {
  readonly name: string;
  readonly seconds: number;
  readonly packetsPerSecond: number;
  /** IP header and all above it. */
  readonly kbitPerSecond: number;
  /** Packets that carry no message: acknowledgements, and checks of the way twice in five seconds. */
  readonly barePerSecond: number;
  readonly messagesPerSecond: number;
  readonly bytesPerMessage: number;
  readonly skippedPerSecond: number;
  readonly stalledTicks: number;
};

/** A room of browsers, each on a machine of its own, with a network between them that can be bad. */
export class WireRoom {
  readonly forwarder: Forwarder;
  readonly #machines: readonly Machine[];
  readonly #down: () => void;

  private constructor(machines: readonly Machine[], forwarder: Forwarder, down: () => void) {
    this.#machines = machines;
    this.forwarder = forwarder;
    this.#down = down;
  }

  /** @param kinds a browser for each machine; the first one's page is the sequencer */
  static async open(kinds: readonly BrowserKind[]): Promise<WireRoom> {
    const namespaces = raiseNamespaces(kinds.length);
    const script = `${await bundleScript('bench/wire/wire-page.ts', 'wirePage')}
      globalThis.wirePage = wirePage; null`;
    const forwarder = await Forwarder.start(namespaces, SEED);
    const machines: Machine[] = [];
    for (const [place, kind] of kinds.entries()) {
      const machine = await Machine.start(
        namespaces.ends[place]!,
        kind,
        parsePeerId(`peer-${place}`)!,
      );
      machine.onSignal = (signal) => void find(machines, signal.to)?.call('takeSignal', signal);
      await machine.run(script);
      machines.push(machine);
    }
    return new WireRoom(machines, forwarder, namespaces.down);
  }

  /** Everybody comes and the match begins. */
  async play(changesPerSecond: number): Promise<void> {
    const peers = this.#machines.map(({ peer }) => peer);
    for (const machine of this.#machines) {
      const plan: WirePlan = { self: machine.peer, peers, changesPerSecond, seed: SEED };
      await machine.call('begin', plan);
    }
    await this.#until('members', async (machine) => {
      return (await machine.call('countMembers')) === peers.length;
    });
    for (const [place, machine] of this.#machines.entries()) {
      await machine.call('takeTeam', place % 2 === 0 ? TEAM_SUN : TEAM_WAVE);
    }
    await this.#until('a seat', async (machine) => (await machine.look()).isSeated);
    for (const [place, machine] of this.#machines.entries()) await machine.call('ask', place === 0);
    await this.#until('a match', async (machine) => (await machine.look()).isPlaying);
  }

  /** Counts for so long what each machine sends. */
  async measure(ms: number): Promise<readonly WireFigures[]> {
    const before = await Promise.all(this.#machines.map((machine) => machine.count()));
    await wait(ms);
    const after = await Promise.all(this.#machines.map((machine) => machine.count()));
    return this.#machines.map(({ name }, place) => figuresOf(name, before[place]!, after[place]!));
  }

  async run(script: string): Promise<readonly unknown[]> {
    return Promise.all(this.#machines.map((machine) => machine.run(script)));
  }

  async close(): Promise<void> {
    await Promise.all(this.#machines.map((machine) => machine.stop()));
    await this.forwarder.stop();
    this.#down();
  }

  async #until(what: string, isSo: (machine: Machine) => Promise<boolean>): Promise<void> {
    const endMs = performance.now() + PATIENCE_MS;
    for (const machine of this.#machines) {
      while (!(await isSo(machine))) {
        if (performance.now() > endMs)
          throw new Error(`${machine.name} waited for ${what} in vain`);
        await wait(200);
      }
    }
  }
}

type Count = {
  readonly atMs: number;
  readonly packets: number;
  readonly bytes: number;
  readonly look: WireLook;
};

function figuresOf(name: string, before: Count, after: Count): WireFigures {
  const seconds = (after.atMs - before.atMs) / 1000;
  const perSecond = (pick: (count: Count) => number): number =>
    (pick(after) - pick(before)) / seconds;
  const packetsPerSecond = perSecond(({ packets }) => packets);
  const messagesPerSecond = perSecond(({ look }) => look.sent);
  return {
    name,
    seconds,
    packetsPerSecond,
    kbitPerSecond: (perSecond(({ bytes }) => bytes) * 8) / 1000,
    barePerSecond: packetsPerSecond - messagesPerSecond,
    messagesPerSecond,
    bytesPerMessage: perSecond(({ look }) => look.sentBytes) / messagesPerSecond,
    skippedPerSecond: perSecond(({ look }) => look.skipped),
    stalledTicks: after.look.stalledTicks - before.look.stalledTicks,
  };
}

type Waiting = { resolve(value: unknown): void; reject(problem: Error): void };

/** A process in a namespace that has a browser with one page. */
class Machine {
  readonly name: string;
  readonly peer: PeerId;
  onSignal: (signal: CarriedSignal) => void = () => {};
  readonly #namespace: string;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  private constructor(namespace: string, name: string, peer: PeerId, child: ChildProcess) {
    this.#namespace = namespace;
    this.name = name;
    this.peer = peer;
    this.#child = child;
    child.on('message', (reply: MachineReply) => this.#take(reply));
    child.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${name} ended: ${code}`));
    });
  }

  static async start({ name }: Namespace, kind: BrowserKind, peer: PeerId): Promise<Machine> {
    const args = ['netns', 'exec', name, process.execPath, '--import', 'tsx', MACHINE, kind];
    const child = spawn('ip', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const machine = new Machine(name, `${kind} ${peer}`, peer, child);
    await machine.#expect(0);
    return machine;
  }

  /** Calls an exported function of the page's script. */
  call(name: string, ...args: readonly unknown[]): Promise<unknown> {
    return this.run(`wirePage.${name}(...${JSON.stringify(args)})`);
  }

  run(script: string): Promise<unknown> {
    this.#asked += 1;
    const request: MachineRequest = { id: this.#asked, script };
    const answer = this.#expect(request.id);
    this.#child.send(request);
    return answer;
  }

  async look(): Promise<WireLook> {
    return (await this.call('look')) as WireLook;
  }

  async count(): Promise<Count> {
    const look = await this.look();
    return { ...readInterface(this.#namespace), atMs: performance.now(), look };
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }

  #expect(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #take(reply: MachineReply): void {
    if ('signal' in reply) return this.onSignal(JSON.parse(reply.signal) as CarriedSignal);
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('problem' in reply) waiting?.reject(new Error(`${this.name}: ${reply.problem}`));
    else waiting?.resolve(reply.value);
  }
}

function find(machines: readonly Machine[], peer: PeerId): Machine | undefined {
  return machines.find((machine) => machine.peer === peer);
}

/** What left by `tun0`, where the kernel counts IP packets: there is no Ethernet below them. */
function readInterface(namespace: string): { readonly packets: number; readonly bytes: number } {
  const args = ['netns', 'exec', namespace, 'cat', '/proc/net/dev'];
  const { stdout } = spawnSync('ip', args, { encoding: 'utf8' });
  const fields = /^\s*tun0:\s*(.*)$/m.exec(stdout)?.[1]?.split(/\s+/).map(Number);
  const [bytes, packets] = fields?.slice(8) ?? [];
  if (bytes === undefined || packets === undefined) throw new Error(`no tun0 in ${namespace}`);
  return { packets, bytes };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
