import type { PeerId } from '../../shared/base/peer-id.ts';
import type { LuckPorts } from './luck-ports.ts';
import type { SimulatedPeer } from './simulated-room.ts';

/** So many times a script sends somebody away, and forgives. */
export const SENT_AWAY_TIMES = 2;
/** Between two looks whether somebody is out by now; so often. */
const LOOK_MS = 500;
const LOOKS = 20;
const FORGIVEN_MS = 4_000;

export type BouncerPorts = LuckPorts & {
  /** The room goes on without one more. */
  readonly mayLose: () => boolean;
  readonly gone: (peer: SimulatedPeer) => void;
  readonly come: () => void;
};

/** The host sends players away and forgives them: they come again as newcomers, since the room keeps the old peers out. */
export class Bouncer {
  readonly #ports: BouncerPorts;

  constructor(ports: BouncerPorts) {
    this.#ports = ports;
  }

  sendAway(): void {
    const { room, random, note, mayLose } = this.#ports;
    const live = room.alive.filter(({ session }) => session.self !== null);
    const host = live.find(({ session }) => session.self === session.engine.final.room.host);
    const others = live.filter((peer) => peer !== host);
    const victim = others[Math.floor(random() * others.length)];
    if (!host || !victim || !mayLose()) return;
    note(`${host.id} sends ${victim.id} away`);
    host.session.request({ type: 'leave', member: victim.session.self! });
    this.#lookOut(victim.id, LOOKS);
  }

  /** Whichever page it has open by then: one that was loaded anew meanwhile is kept out too. */
  #lookOut(id: PeerId, looks: number): void {
    const { room, random, after, gone, come } = this.#ports;
    after(LOOK_MS, () => {
      const victim = room.alive.find((peer) => peer.id === id);
      if (victim?.session.state.state === 'closed') {
        gone(victim);
        after(random() * FORGIVEN_MS, come);
      } else if (looks > 0) this.#lookOut(id, looks - 1);
    });
  }
}
