import { nextRequests } from '../../game/app/quick/next-requests.ts';
import { findMember, peopleIn } from '../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { BotMover } from './bot-mover.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/**
 * `idle`: people let the keys go for longer than is waited for, with bots about. `warmUp`: no match is waited
 * for; bots come and go, people change teams and the host begins and ends. `quick`: a room of strangers, whose
 * pages ask for what is due, grows and shrinks.
 */
export const COMPANY_KINDS = ['idle', 'warmUp', 'quick'] as const;
export type CompanyKind = (typeof COMPANY_KINDS)[number];

/** Is it what people do beside the bad luck that counts? */
export function isCompany(kind: string): kind is CompanyKind {
  return COMPANY_KINDS.some((one) => one === kind);
}

/** Longer than a person is asked for and then waited for ([R19]). */
const IDLE_MS = 26_000;
const IDLE_MORE_MS = 12_000;
/** As `QuickPlay` looks. */
export const LOOK_MS = 250;

export type CompanyPorts = LuckPorts & {
  readonly bots: BotMover;
  readonly come: () => void;
  readonly leave: (peer: SimulatedPeer) => void;
};

/** What people do where nobody is alone: they stop playing, wait for a match, come and go. */
export class Company {
  /** Most members that were idle at once. */
  idle = 0;
  readonly #ports: CompanyPorts;
  readonly #hadTeam = new Set<SimulatedPeer>();

  constructor(ports: CompanyPorts) {
    this.#ports = ports;
  }

  act(kind: CompanyKind): void {
    const { bots, come, leave, random } = this.#ports;
    const peer = this.#pick();
    if (kind === 'idle') return random() < 0.5 ? this.#letGo(peer) : bots.act();
    if (kind === 'quick') return random() < 0.55 ? come() : leave(peer);
    const choices = [
      () => bots.act(),
      () => this.#changeTeam(peer),
      () => this.#askHost('start'),
      () => this.#askHost('stop'),
      () => peer.session.request({ type: 'ready', ready: random() < 0.5 }),
    ];
    choices[Math.floor(random() * choices.length)]!();
  }

  /** To be called every LOOK_MS. */
  look(kind: CompanyKind): void {
    for (const peer of this.#ports.room.alive) {
      const { session } = peer;
      if (session.self === null) continue;
      const { world, self } = session;
      this.idle = Math.max(this.idle, peopleIn(world.room).filter(({ idle }) => idle).length);
      if (kind !== 'quick') continue;
      const page = { id: self, hadTeam: this.#hadTeam.has(peer), split: null, benched: NOBODY };
      for (const request of nextRequests(world, page)) {
        const isAsked = session.wishes.open.some(({ type }) => type === request.type);
        if (!isAsked) session.request(request);
      }
      const team = findMember(world.room, self)?.team ?? TEAM_NONE;
      if (team !== TEAM_NONE) this.#hadTeam.add(peer);
    }
  }

  #letGo(peer: SimulatedPeer): void {
    const { after, note, random } = this.#ports;
    const ms = IDLE_MS + random() * IDLE_MORE_MS;
    note(`${peer.id} does nothing for ${ms.toFixed()} ms`);
    peer.player.held = 0;
    after(ms, () => {
      peer.player.held = null;
    });
  }

  #changeTeam({ id, session }: SimulatedPeer): void {
    const { note, random } = this.#ports;
    if (session.self === null) return;
    const team = TEAMS[Math.floor(random() * TEAMS.length)]!;
    note(`${id} goes to team ${team}`);
    session.request({ type: 'team', member: session.self, team });
  }

  #askHost(type: 'start' | 'stop'): void {
    const { note, room } = this.#ports;
    const host = room.alive.find(
      ({ session }) => session.self !== null && session.engine.room.host === session.self,
    );
    note(`${host?.id} asks for ${type}`);
    host?.session.request({ type });
  }

  #pick(): SimulatedPeer {
    const { random, room } = this.#ports;
    return room.alive[Math.floor(random() * room.alive.length)]!;
  }
}

const TEAMS = [TEAM_NONE, TEAM_SUN, TEAM_WAVE] as const;
const NOBODY: ReadonlySet<never> = new Set();
