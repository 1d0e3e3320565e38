import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hashText } from '../../shared/base/hash.ts';
import { parsePeerId } from '../../shared/base/peer-id.ts';
import { type Random, createRandom } from '../../shared/base/seeded-random.ts';
import { SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import { encodeHello } from '../../shared/wire/packets.ts';
import { HostileLink } from './hostile-link.ts';
import { SimulatedRoom } from './simulated-room.ts';

const FAIR = { delayMs: 30, jitterMs: 5, loss: 0.02, reorder: 0.01, duplicate: 0.01 };
/** A channel reads 120 packets a second, so the stranger comes with a new link every other tick. */
const PER_TICK = 40;
const SAMPLES_MAX = 400;
/** The number of a page that is in no configuration. */
const STRANGER_PAGE = 30;

export type FuzzResult = {
  readonly packets: number;
  readonly links: number;
  /** Hash of the final world at the end, of both peers. */
  readonly hashes: readonly number[];
  readonly heapGrowthBytes: number;
};

/**
 * Two peers play; a third link, whose owner never joined, says random and mutated things to both:
 * real packets of the room with bits turned over or cut, and pure noise.
 */
export function fuzzRoom(seed: number, packets: number): FuzzResult {
  const room = new SimulatedRoom({ seed, conditions: FAIR });
  room.addPeer();
  room.addPeer();
  room.run(5_000);
  for (const { session } of room.peers) session.request({ type: 'ready', ready: true });
  room.run(2_000);
  const fuzzer = new Fuzzer(room, seed);
  let heapBefore = 0;
  for (let round = 0; round < Math.max(600, packets / (PER_TICK * 2)); round++) {
    if (round === 100) heapBefore = heapInUse();
    // The witness remembers every tick, which would look like a leak.
    room.witness.clear();
    fuzzer.attack();
    room.run(1000 / 60);
  }
  room.run(2_000);
  const finals = room.peers.map(({ session }) => session.engine);
  const tick = Math.min(...finals.map(({ hashes }) => hashes.newest));
  return {
    packets: fuzzer.packets,
    links: fuzzer.links,
    hashes: finals.map(({ hashes }) => hashes.get(tick) ?? -1),
    heapGrowthBytes: heapInUse() - heapBefore,
  };
}

/** Bytes on the heap that are still needed. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

class Fuzzer {
  packets = 0;
  links = 0;
  readonly #room: SimulatedRoom;
  readonly #random: Random;
  readonly #stranger = parsePeerId('stranger')!;
  readonly #ends: (HostileLink | null)[] = [null, null];
  readonly #samples: Uint8Array[] = [];
  readonly #roomByte = hashText('simulated') & 0xff;

  constructor(room: SimulatedRoom, seed: number) {
    this.#room = room;
    this.#random = createRandom(seed ^ 0xf022);
    for (const peer of room.peers) {
      for (const link of peer.links.values()) this.#listen(link);
    }
  }

  attack(): void {
    this.#room.peers.forEach(({ session }, place) => {
      let end = this.#ends[place] ?? null;
      if (!end || end.state === 'closed' || this.#random() < 0.5) {
        end = new HostileLink(this.#stranger, () => this.#room.network.nowMs);
        this.#ends[place] = end;
        this.links += 1;
        session.addLink(end, STRANGER_PAGE);
        end.feed(
          encodeHello({ sim: SIM_VERSION, wire: WIRE_VERSION, heard: true, wantsAnswer: false }),
        );
      }
      for (let count = 0; count < PER_TICK; count++) end.feed(this.#invent());
      this.packets += PER_TICK;
    });
  }

  /** Real packets are the best lies. */
  #listen(link: { send(bytes: Uint8Array): boolean }): void {
    const send = link.send.bind(link);
    link.send = (bytes) => {
      if (this.#samples.length < SAMPLES_MAX) this.#samples.push(bytes.slice());
      else this.#samples[Math.floor(this.#random() * SAMPLES_MAX)] = bytes.slice();
      return send(bytes);
    };
  }

  #invent(): Uint8Array {
    const random = this.#random;
    const sample = this.#samples[Math.floor(random() * this.#samples.length)];
    if (!sample || random() < 0.2) {
      return Uint8Array.from({ length: Math.floor(random() * 80) }, () => random() * 256);
    }
    const bytes = sample.slice(
      0,
      random() < 0.1 ? Math.floor(random() * sample.length) : undefined,
    );
    for (let flips = Math.floor(random() * 4); flips > 0 && bytes.length > 0; flips--) {
      const bit = Math.floor(random() * bytes.length * 8);
      bytes[bit >> 3] = bytes[bit >> 3]! ^ (0x80 >> (bit & 7));
    }
    // Term and type at will, the room's byte right: as close to a real member as a stranger gets.
    if (bytes.length > 2 && random() < 0.5) {
      bytes[0] = (Math.floor(random() * 11) << 4) | (bytes[0]! & 15);
      const low = (this.#roomByte << 4) & 0xff;
      bytes[1] = (bytes[1]! & 0xf0) | (this.#roomByte >> 4);
      bytes[2] = low | (bytes[2]! & 15);
    }
    return bytes;
  }
}
