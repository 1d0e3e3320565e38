import { describe, expect, test } from 'vitest';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import { LINK_RULES, type LinkPair } from '../../../shared/netplay/link/link.contract.ts';
import { FakeLink } from '../../../tests/links/fake-link.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { PairLink, SILENT_MS } from './pair-link.ts';
import { readRelayFrame } from './relay-frame.ts';
import { RelayLink } from './relay-link.ts';

const remote = parsePeerId('remote')!;

class End {
  readonly sent: string[] = [];
  readonly relay: RelayLink;
  readonly link: PairLink;
  readonly direct: FakeLink;
  isCut = false;

  constructor(timers: ManualTimers, other: () => End) {
    this.relay = new RelayLink({
      remote,
      generation: 1,
      timers,
      sendFrame: (frame) => {
        this.sent.push(readRelayFrame(frame)!.kind);
        timers.after(10, () => other().relay.accept(readRelayFrame(frame)!));
        return true;
      },
      onOpen: () => {},
      onRemoteClose: () => this.link.close(),
    });
    this.link = new PairLink({ remote, timers, relay: this.relay, onClose: () => {} });
    this.direct = new FakeLink({
      remote,
      initiator: false,
      turnOnly: false,
      iceServers: [],
      timers,
      onSignal: () => {},
      onOpen: () => {},
      onEnd: () => {},
    });
  }

  openDirect(): void {
    this.direct.accept({ type: 'answer', sdp: '' });
    this.link.takeDirect(this.direct);
    this.link.showPath('turn');
  }
}

function setUp() {
  const timers = new ManualTimers();
  const near: End = new End(timers, () => far);
  const far: End = new End(timers, () => near);
  /** Far speaks every `gapMs`, near twenty times a second. */
  const talk = (ms: number, gapMs: number): void => {
    for (let passed = 0; passed < ms; passed += 50) {
      timers.advance(50);
      near.link.send(Uint8Array.of(1));
      if (passed % gapMs === 0) far.link.send(Uint8Array.of(2));
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        if (!from.isCut) from.direct.join(to.direct);
        to.link.receive(() => {});
      }
    }
  };
  return { timers, near, far, talk };
}

function relayedPair(): LinkPair {
  const { timers, near, far } = setUp();
  near.relay.probe();
  timers.advance(20);
  return {
    near: near.link,
    far: far.link,
    nowMs: () => timers.now(),
    pass: (ms) => Promise.resolve(timers.advance(ms)),
  };
}

describe('[L27] a link over changing ways keeps the same contract as any other', () => {
  test.each(LINK_RULES)('through the lobby: $name', async ({ check }) => {
    expect(await check(relayedPair())).toBeNull();
  });
});

test('[L27] who says little is not taken for silent', () => {
  const { near, far, talk } = setUp();
  for (const end of [near, far]) end.openDirect();
  talk(12_000, 600);
  expect(near.sent).toEqual([]);
  expect(near.link.path).toBe('turn');
});

test('[L27] who always spoke and now does not is looked for in the lobby', () => {
  const { near, far, talk } = setUp();
  for (const end of [near, far]) end.openDirect();
  talk(3000, 50);
  far.isCut = true;
  talk(SILENT_MS - 50, 50);
  expect(near.sent).toEqual([]);
  talk(200, 50);
  expect(near.sent.slice(0, 2)).toEqual(['hello', 'data']);
  expect(near.link.path).toBe('lobby');
  far.isCut = false;
  talk(100, 50);
  expect(near.link.path).toBe('turn');
});

test('[L27] a way that is dead in one direction is bridged in that one, and no longer than it is dead', () => {
  const { near, far, talk } = setUp();
  for (const end of [near, far]) end.openDirect();
  talk(3000, 50);
  far.isCut = true;
  talk(SILENT_MS + 300, 50);
  far.sent.length = 0;
  talk(1000, 50);
  expect(new Set(far.sent)).toEqual(new Set(['echo']));
  expect(far.sent.length).toBeGreaterThan(15);
  expect(far.link.path).toBe('turn');
  far.isCut = false;
  talk(1500, 50);
  for (const end of [near, far]) end.sent.length = 0;
  talk(3000, 50);
  expect([near.sent, far.sent]).toEqual([[], []]);
});

test('[L27] what comes over both ways is handed over in the order of its arrival', () => {
  const { timers, near, far } = setUp();
  for (const end of [near, far]) end.openDirect();
  near.relay.probe();
  timers.advance(20);
  near.relay.send(Uint8Array.of(1));
  timers.advance(20);
  near.direct.send(Uint8Array.of(2));
  near.direct.join(far.direct);
  timers.advance(20);
  const got: number[] = [];
  far.link.receive((bytes) => got.push(bytes[0]!));
  expect(got).toEqual([1, 2]);
});

test('[L27] a link without any way is open and drops what is sent, until it is closed', () => {
  const { near } = setUp();
  expect([near.link.state, near.link.path]).toEqual(['open', null]);
  expect(near.link.send(Uint8Array.of(1))).toBe(false);
  near.link.close();
  expect(near.link.state).toBe('closed');
});
