import { hashText } from '../../shared/base/hash.ts';
import { ControlLane } from '../../shared/netplay/link/control-lane.ts';
import { SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import type { ControlMessage } from '../../shared/wire/control-packet.ts';
import { PacketEncoder, encodeHello } from '../../shared/wire/packets.ts';
import { HostileLink } from './hostile-link.ts';
import type { SimulatedPeer, SimulatedRoom } from './simulated-room.ts';

/** A member whose program says whatever it is told to, over a link of its own to `victim`. */
export class LaneLiar {
  readonly link: HostileLink;
  readonly #room: SimulatedRoom;
  readonly #encoder = new PacketEncoder();
  readonly #lane = new ControlLane();
  #seq = 0;

  constructor(room: SimulatedRoom, self: SimulatedPeer, victim: SimulatedPeer) {
    this.#room = room;
    this.link = new HostileLink(self.id, () => room.network.nowMs);
    victim.session.addLink(this.link, room.pageOf(self));
    const versions = { sim: SIM_VERSION, wire: WIRE_VERSION };
    this.link.feed(encodeHello({ ...versions, heard: true, wantsAnswer: false }));
  }

  say(message: ControlMessage): void {
    this.#lane.send(message);
    const body = this.#lane.takeDue(this.#room.network.nowMs)!;
    const expected = (body.pieces.at(-1)!.id + 1) % 256;
    // As if the other side had answered: the lane sends the next message by itself then.
    this.#lane.receive({ ...HEADER, expected, pieces: [] }, () => {});
    this.#seq = (this.#seq + 1) % 4096;
    const header = { ...HEADER, seq: this.#seq };
    this.link.feed(this.#encoder.encode({ type: 'control', ...header, ...body }).slice());
    this.#room.run(20);
  }
}

const HEADER = { term: 1, room: hashText('simulated') & 0xff, seq: 0, ack: 0, holdMs: 255 };
