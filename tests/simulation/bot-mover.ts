import { BOT_LEVEL_NAMES, type BotLevelName } from '../../shared/room/bots.ts';
import type { Bot } from '../../shared/room/room-state.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/** The host adds bots, changes them, moves them and takes them out, as chance says. */
export class BotMover {
  readonly #ports: LuckPorts;

  constructor(ports: LuckPorts) {
    this.#ports = ports;
  }

  /** One of these, as often as they stand here. */
  act(): void {
    const choices = [
      () => this.add(),
      () => this.add(),
      () => this.#change(),
      () => this.#remove(),
    ];
    choices[Math.floor(this.#chance() * choices.length)]!();
  }

  /** A bot comes to one of the teams. */
  add(): void {
    const { note } = this.#ports;
    const host = this.#host();
    if (!host) return;
    const team: Team = this.#chance() < 0.5 ? TEAM_SUN : TEAM_WAVE;
    const level = this.#level();
    note(`${host.id} adds a bot (${level}) to team ${team}`);
    host.session.request({ type: 'bot', team, level });
  }

  #change(): void {
    const { note } = this.#ports;
    const [host, bot] = this.#pick();
    if (!host || !bot) return;
    if (this.#chance() < 0.5) {
      const level = this.#level();
      note(`${bot.name} becomes ${level}`);
      host.session.request({ type: 'level', member: bot.id, level });
    } else {
      const team = bot.team === TEAM_SUN ? TEAM_WAVE : TEAM_SUN;
      note(`${bot.name} goes to team ${team}`);
      host.session.request({ type: 'team', member: bot.id, team });
    }
  }

  #remove(): void {
    const [host, bot] = this.#pick();
    if (!host || !bot) return;
    this.#ports.note(`${bot.name} is taken out`);
    host.session.request({ type: 'leave', member: bot.id });
  }

  #pick(): readonly [SimulatedPeer | undefined, Bot | undefined] {
    const host = this.#host();
    const members = host?.session.engine.room.members ?? [];
    const bots = members.filter((member): member is Bot => member.type === 'bot');
    return [host, bots[Math.floor(this.#chance() * bots.length)]];
  }

  #host(): SimulatedPeer | undefined {
    return this.#ports.room.alive.find(
      ({ session }) => session.self !== null && session.engine.room.host === session.self,
    );
  }

  #level(): BotLevelName {
    return BOT_LEVEL_NAMES[Math.floor(this.#chance() * BOT_LEVEL_NAMES.length)]!;
  }

  #chance(): number {
    return this.#ports.random();
  }
}
