import { BADGE_GRAPHEMES_MAX } from '../../shared/room/looks.ts';
import { type DiscValues, NO_DISC_VALUES } from '../../shared/room/disc-values.ts';
import type { RoomRequest } from '../../shared/room/command.ts';
import type { Person } from '../../shared/room/room-state.ts';
import { peopleIn } from '../../shared/room/room-state.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/** So many requests at once, as a script makes them in one tick. */
const AT_ONCE_MAX = 6;

/** The host does all that scripts do, as chance says; some of it is nothing that may be done. */
export class ScriptTools {
  readonly #ports: LuckPorts;

  constructor(ports: LuckPorts) {
    this.#ports = ports;
  }

  /** A few requests in one tick, of the host, now and then of another member. */
  act(): void {
    const { alive } = this.#ports.room;
    const live = alive.filter(({ session }) => session.self !== null);
    const host = live.find(({ session }) => session.self === session.engine.final.room.host);
    const one = this.#chance() < 0.8 ? host : this.#pick(live);
    if (!one) return;
    const count = 1 + Math.floor(this.#chance() * AT_ONCE_MAX);
    for (let index = 0; index < count; index += 1) this.#ask(one);
  }

  #ask(one: SimulatedPeer): void {
    const member = this.#pick(peopleIn(one.session.engine.room));
    if (!member) return;
    const request = this.#request(member);
    this.#ports.note(`${one.id} asks ${JSON.stringify(request)}`);
    one.session.request(request);
  }

  #request({ id: member }: Person): RoomRequest {
    const team = this.#chance() < 0.5 ? TEAM_SUN : TEAM_WAVE;
    const chance = (max: number): number => Math.floor(this.#chance() * max);
    const isOn = this.#chance() < 0.6;
    const stripes = Array.from({ length: 1 + chance(3) }, () => chance(0x1_00_00_00));
    const kit = { angle: chance(360), text: chance(0x1_00_00_00), stripes };
    const text = 'ABC'.slice(0, chance(BADGE_GRAPHEMES_MAX + 2));
    const values = this.#values();
    const requests: readonly RoomRequest[] = [
      { type: 'coHost', member, coHost: isOn },
      { type: 'badge', member, text: isOn ? text : null },
      { type: 'kit', team, kit: isOn ? kit : null },
      { type: 'order', members: [member], toTop: isOn },
      { type: 'lock', locked: this.#chance() < 0.3 },
      { type: 'kickRate', limit: { interval: chance(12), rate: chance(20), burst: chance(4) } },
      { type: 'disc', disc: chance(3), values },
      { type: 'disc', disc: 0, values },
      { type: 'playerDisc', member, values },
      { type: 'playerDisc', member, values },
      { type: 'rules', rules: { timeLimitMinutes: chance(99), scoreLimit: chance(99) } },
      { type: 'pause', paused: this.#chance() < 0.3 },
      { type: isOn ? 'start' : 'stop' },
    ];
    return this.#pick(requests)!;
  }

  /** Any of them, in bounds in which there is still something to see. */
  #values(): DiscValues {
    const within = (limit: number): number => (this.#chance() * 2 - 1) * limit;
    const one: Partial<DiscValues>[] = [
      { x: within(300), y: within(150) },
      { vx: within(10), vy: within(10) },
      { radius: this.#chance() * 30 },
      { invMass: this.#chance(), bCoef: this.#chance() },
      { damping: 0.9 + this.#chance() * 0.1, gravityY: within(0.1) },
      { cMask: Math.floor(this.#chance() * 256), cGroup: Math.floor(this.#chance() * 256) },
      { color: Math.floor(this.#chance() * 0x1_00_00_00) },
      { radius: Number.NaN },
    ];
    return { ...NO_DISC_VALUES, ...this.#pick(one), ...this.#pick(one) };
  }

  #pick<Value>(values: readonly Value[]): Value | undefined {
    return values[Math.floor(this.#chance() * values.length)];
  }

  #chance(): number {
    return this.#ports.random();
  }
}
