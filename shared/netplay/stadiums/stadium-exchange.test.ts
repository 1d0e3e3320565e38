import { expect, test } from 'vitest';
import { contentHash } from '../../base/content-hash.ts';
import { parsePeerId, type PeerId } from '../../base/peer-id.ts';
import { fail, ok } from '../../base/result.ts';
import type { Arena } from '../../sim/physics/arena.ts';
import { TICK_MS } from '../../sim/tick.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import type { Packet } from '../../wire/packets.ts';
import { PeerChannel } from '../link/peer-channel.ts';
import { RemotePeer } from '../replication/remote-peer.ts';
import { createRandom } from '../../base/seeded-random.ts';
import { type Conditions, PERFECT, SimulatedNetwork } from '../link/simulated-network.ts';
import { StadiumDownload } from './stadium-download.ts';
import { StadiumExchange } from './stadium-exchange.ts';
import type { StadiumLibrary } from './stadium-library.ts';

const ARENA = builtInArena('classic')!;
const SEND_LIMIT = 20_000;

/** Takes every text but those that begin with '!'. */
class Shelf implements StadiumLibrary {
  readonly texts = new Map<string, string>();

  arena(id: string): Arena | undefined {
    return this.texts.has(id) ? ARENA : undefined;
  }

  text(id: string): string | null {
    return this.texts.get(id) ?? null;
  }

  add(text: string) {
    if (text.startsWith('!')) return fail('no stadium');
    this.texts.set(contentHash(text), text);
    return ok(contentHash(text));
  }
}

type Side = {
  readonly id: PeerId;
  readonly shelf: Shelf;
  readonly exchange: StadiumExchange;
  readonly remotes: Map<PeerId, RemotePeer>;
  /** Packets of stadiums that came in, before anybody looks at them. */
  readonly heard: Packet[];
  /** Changes what comes in; null loses it. */
  tamper: (packet: Packet) => Packet | null;
};

/** Peers that talk of nothing but stadiums; the first is the sequencer. */
class Company {
  readonly network: SimulatedNetwork;
  readonly sides: readonly Side[];
  isPlaying = false;

  constructor(names: readonly string[], conditions: Conditions = PERFECT, seed = 1) {
    this.network = new SimulatedNetwork(seed);
    this.sides = names.map((name) => {
      const shelf = new Shelf();
      return {
        id: parsePeerId(name)!,
        shelf,
        exchange: new StadiumExchange(shelf),
        remotes: new Map(),
        heard: [],
        tamper: (packet) => packet,
      };
    });
    for (const [place, a] of this.sides.entries()) {
      for (const b of this.sides.slice(place + 1)) this.#link(a, b, conditions);
    }
    this.run(500);
  }

  run(ms: number, isDone: () => boolean = () => false): boolean {
    const end = this.network.nowMs + ms;
    while (this.network.nowMs < end && !isDone()) {
      this.network.advance(this.network.nowMs + TICK_MS);
      for (const side of this.sides) this.#advance(side);
    }
    return isDone();
  }

  #link(a: Side, b: Side, conditions: Conditions): void {
    const [end, otherEnd] = this.network.connect(a.id, b.id, conditions);
    a.remotes.set(
      b.id,
      new RemotePeer(new PeerChannel(end, { room: 1, nowMs: 0 }), this.sides.indexOf(b)),
    );
    b.remotes.set(
      a.id,
      new RemotePeer(new PeerChannel(otherEnd, { room: 1, nowMs: 0 }), this.sides.indexOf(a)),
    );
  }

  #advance(side: Side): void {
    const { nowMs } = this.network;
    const sequencer = this.sides[0]!.id;
    for (const remote of side.remotes.values()) {
      const take = (packet: Packet): void => {
        const changed = side.tamper(packet);
        if (changed?.type !== 'blob' && changed?.type !== 'want') return;
        side.heard.push(changed);
        side.exchange.handlePacket(remote, changed, sequencer);
      };
      remote.channel.receive(nowMs, take, () => {});
      remote.channel.advance(nowMs);
    }
    side.exchange.advance(nowMs, side.remotes, { sequencer, isPlaying: this.isPlaying });
  }
}

function textOf(size: number, seed = 3): string {
  const random = createRandom(seed);
  return Array.from({ length: size }, () => String.fromCharCode(97 + random() * 26)).join('');
}

test('[N15] a text of any size comes through any loss as it was', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const loss = seed / 24;
    const conditions = { delayMs: 60, jitterMs: 20, loss, reorder: 0.05, duplicate: 0.05 };
    const company = new Company(['ana', 'ben'], conditions, seed);
    const [ana, ben] = company.sides;
    const text = textOf(seed * 5_003, seed);
    const id = contentHash(text);
    ana!.shelf.add(text);
    ben!.exchange.want(id, null);
    expect(company.run(SEND_LIMIT, () => ben!.exchange.has(id))).toBe(true);
    expect(ben!.shelf.text(id)).toBe(text);
    expect(ben!.exchange.progress).toBeNull();
  }
});

test('[N15] a mebibyte takes less than ten seconds while nobody plays', () => {
  const company = new Company(['ana', 'ben'], { ...PERFECT, delayMs: 40 });
  const [ana, ben] = company.sides;
  const text = textOf(1_048_576);
  ana!.shelf.add(text);
  const id = contentHash(text);
  ben!.exchange.want(id, null);
  expect(company.run(10_000, () => ben!.exchange.has(id))).toBe(true);
});

test('[N15] beside a match no more than a piece every other tick goes out, to all together', () => {
  const company = new Company(['ana', 'ben', 'cem'], { ...PERFECT, delayMs: 10 });
  const [ana, ben, cem] = company.sides;
  const text = textOf(200_000);
  ana!.shelf.add(text);
  company.isPlaying = true;
  for (const side of [ben!, cem!]) side.exchange.want(contentHash(text), ana!.id);
  company.run(2_000);
  const pieces = [ben!, cem!].map((side) => side.heard.filter(({ type }) => type === 'blob'));
  expect(pieces[0]!.length + pieces[1]!.length).toBeLessThanOrEqual(61);
  expect(Math.abs(pieces[0]!.length - pieces[1]!.length)).toBeLessThan(4);
});

test('[N15] only the sequencer can make a peer fetch what it did not ask for', () => {
  const company = new Company(['ana', 'ben', 'cem']);
  const [ana, ben, cem] = company.sides;
  const [first, second] = [textOf(3_000, 1), textOf(3_000, 2)];
  ana!.shelf.add(first);
  cem!.shelf.add(second);
  cem!.exchange.offer(cem!.remotes.get(ben!.id)!, contentHash(second), company.network.nowMs);
  company.run(1_000);
  expect(ben!.heard).toHaveLength(1);
  expect(ben!.shelf.texts.size).toBe(0);
  ana!.exchange.offer(ana!.remotes.get(ben!.id)!, contentHash(first), company.network.nowMs);
  company.run(1_000);
  expect(ben!.shelf.text(contentHash(first))).toBe(first);
  expect(ana!.exchange.isHeldBy(ana!.remotes.get(ben!.id)!, contentHash(first))).toBe(true);
});

test('[N15] pieces of somebody who was not asked are not looked at', () => {
  const company = new Company(['ana', 'ben', 'cem'], { ...PERFECT, delayMs: 30 });
  const [ana, ben, cem] = company.sides;
  const text = textOf(30_000);
  const id = contentHash(text);
  ana!.shelf.add(text);
  ben!.exchange.want(id, ana!.id);
  const toBen = cem!.remotes.get(ben!.id)!.channel;
  const isDone = company.run(SEND_LIMIT, () => {
    for (const index of [0, 5, 29]) {
      const chunk = new Uint8Array(1024).fill(66);
      toBen.send({ type: 'blob', stadium: id, total: 30, index, chunk }, company.network.nowMs);
    }
    return ben!.exchange.has(id);
  });
  expect(isDone).toBe(true);
  expect(ben!.shelf.text(id)).toBe(text);
});

test('[N15] a text with another hash is thrown away and asked of somebody else', () => {
  const company = new Company(['ana', 'ben', 'cem']);
  const [ana, ben, cem] = company.sides;
  const text = textOf(9_000);
  const id = contentHash(text);
  ana!.shelf.texts.set(id, textOf(9_000, 99));
  cem!.shelf.add(text);
  ben!.exchange.want(id, ana!.id);
  expect(company.run(SEND_LIMIT, () => ben!.exchange.has(id))).toBe(true);
  expect(ben!.shelf.text(id)).toBe(text);
});

test('[N15] who only ever gets false texts, or what is no stadium, stops asking', () => {
  const company = new Company(['ana', 'ben']);
  const [ana, ben] = company.sides;
  const wrong = contentHash('what it should be');
  ana!.shelf.texts.set(wrong, 'what it is');
  const bad = `!${textOf(2_000)}`;
  ana!.shelf.texts.set(contentHash(bad), bad);
  for (const id of [wrong, contentHash(bad)]) {
    ben!.exchange.want(id, null);
    expect(company.run(SEND_LIMIT, () => ben!.exchange.hasFailed(id))).toBe(true);
    const heard = ben!.heard.length;
    ben!.exchange.need(id);
    company.run(2_000);
    expect(ben!.heard).toHaveLength(heard);
    expect(ben!.exchange.has(id)).toBe(false);
  }
});

test('[N15] whoever goes silent in the middle is not waited for: the next one is asked', () => {
  const company = new Company(['ana', 'ben', 'cem']);
  const [ana, ben, cem] = company.sides;
  const text = textOf(100_000);
  const id = contentHash(text);
  for (const side of [ana!, cem!]) side.shelf.add(text);
  ben!.exchange.want(id, ana!.id);
  company.run(200);
  expect(ben!.exchange.progress).toBeGreaterThan(0);
  ana!.remotes.get(ben!.id)!.channel.close();
  const startMs = company.network.nowMs;
  expect(company.run(SEND_LIMIT, () => ben!.exchange.has(id))).toBe(true);
  expect(company.network.nowMs - startMs).toBeLessThan(4_000);
});

test('[N15] nobody has it: the question ends after a minute', () => {
  const company = new Company(['ana', 'ben']);
  const [, ben] = company.sides;
  const id = contentHash('nowhere');
  ben!.exchange.need(id);
  company.run(59_000);
  expect(ben!.exchange.hasFailed(id)).toBe(false);
  company.run(2_000);
  expect(ben!.exchange.hasFailed(id)).toBe(true);
});

test('[N15] random pieces and questions never throw, and take no more than one stadium of memory', () => {
  const random = createRandom(8);
  const download = new StadiumDownload(contentHash('x'));
  for (let round = 0; round < 5_000; round++) {
    download.take({
      total: Math.floor(random() * 1025),
      index: Math.floor(random() * 1024),
      chunk: new Uint8Array(Math.floor(random() * 1025)),
    });
    expect(download.left).toBeGreaterThan(0);
    expect(download.takeWanted(round, 400).length).toBeLessThanOrEqual(32);
  }
  const company = new Company(['ana', 'ben']);
  const [ana, ben] = company.sides;
  const text = textOf(5_000);
  ana!.shelf.add(text);
  const toAna = ben!.remotes.get(ana!.id)!.channel;
  for (let round = 0; round < 300; round++) {
    const wanted = Array.from({ length: 48 }, () => Math.floor(random() * 1024));
    const stadium = random() < 0.5 ? contentHash(text) : contentHash(String(round));
    toAna.send({ type: 'want', stadium, left: 5, wanted }, company.network.nowMs);
    company.run(TICK_MS);
  }
  const answered = ben!.heard.filter(({ type }) => type === 'blob');
  expect(answered.length).toBeLessThan(600);
  expect(answered.every((packet) => packet.type === 'blob' && packet.index < 5)).toBe(true);
});
