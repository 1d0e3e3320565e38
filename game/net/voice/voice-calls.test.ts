import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Room } from '../../../shared/lobby/room.ts';
import type { IncomingVoice, OutgoingVoice, VoicePayload } from '../../../shared/lobby/voice.ts';
import { fakeAudio } from '../../../tests/links/fake-audio.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import type { VoiceChannel } from '../lobby/room-channel.ts';
import { VoiceCalls } from './voice-calls.ts';

const NOBODY: ReadonlySet<PeerId> = new Set();
const [ADA, BEN, CY] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as PeerId[] as [PeerId, PeerId, PeerId];
const SESSIONS: Readonly<Record<PeerId, number>> = { [ADA]: 1, [BEN]: 2, [CY]: 3 };
const HOST = 'candidate:1 1 udp 1 203.0.113.77 50000 typ host';

function roomOf(ids: readonly PeerId[], sessions = SESSIONS): Room {
  return {
    code: 'PVX7Q2' as RoomCode,
    sequencer: ADA,
    max: 16,
    quick: false,
    revision: 1,
    members: ids.map((id, place) => ({
      id,
      name: id,
      session: sessions[id]!,
      pageNumber: place,
      online: true,
    })),
  };
}

/** A lobby that hands on between pages of one room, at once; what was said is kept. */
class Hall {
  readonly said: OutgoingVoice[] = [];
  readonly hearers = new Map<PeerId, (voice: IncomingVoice) => void>();
  isOnline = true;
  /** Of all pages: one counts its calls through, also over the times that its voice is on. */
  attempts = 0;

  deliver(from: PeerId, voice: OutgoingVoice): void {
    this.said.push(voice);
    if (!this.isOnline) return;
    const { to, attempt, payload } = voice;
    queueMicrotask(() =>
      this.hearers.get(to)?.({ from, fromSession: SESSIONS[from]!, attempt, payload }),
    );
  }

  /** As an open network may: by hand. */
  forge(to: PeerId, from: PeerId, payload: VoicePayload, attempt = 1, fromSession?: number): void {
    const session = fromSession ?? SESSIONS[from] ?? 99;
    this.hearers.get(to)?.({ from, fromSession: session, attempt, payload });
  }

  of(type: VoicePayload['type']): readonly OutgoingVoice[] {
    return this.said.filter(({ payload }) => payload.type === type);
  }
}

function join(hall: Hall, self: PeerId, room: Room, options: { hidesAddress?: boolean } = {}) {
  const timers = new ManualTimers();
  const audio = fakeAudio();
  const voices = new Map<PeerId, MediaStreamTrack | null>();
  const lobby: VoiceChannel = {
    get isOnline() {
      return hall.isOnline;
    },
    hidesAddress: options.hidesAddress ?? false,
    access: null,
    line: {
      post: (_, voice) => hall.deliver(self, voice),
      hear: (_, handle) => {
        hall.hearers.set(self, handle);
        return () => hall.hearers.delete(self);
      },
    },
  };
  const calls = new VoiceCalls({
    self,
    lobby,
    own: {} as MediaStreamTrack,
    timers,
    makePeer: audio.makePeer,
    takeIceServers: () => Promise.resolve([]),
    nextAttempt: () => (hall.attempts += 1),
    onVoice: (peer, voice) => voices.set(peer, voice),
  });
  calls.follow(room, NOBODY);
  return { calls, timers, made: audio.made, voices };
}

/** Until everything that was said has been heard, and answered. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

const both = roomOf([ADA, BEN]);

test('[L158] two people whose voices are on have one call, which the newer page opens', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  await settle();
  expect(ada.made).toEqual([]);
  const ben = join(hall, BEN, both);
  await settle();
  expect(ada.calls.states()).toEqual(new Map([[BEN, 'open']]));
  expect(ben.calls.states()).toEqual(new Map([[ADA, 'open']]));
  expect(ada.made.map(({ setup }) => setup.isCaller)).toEqual([false]);
  expect(ben.made.map(({ setup }) => setup.isCaller)).toEqual([true]);
  expect(ada.voices.get(BEN)).not.toBeNull();
});

test('[L158] both turn voice on at once, and there is still one call', async () => {
  const hall = new Hall();
  const [ada, ben] = [join(hall, ADA, both), join(hall, BEN, both)];
  await settle();
  const open = [...ada.made, ...ben.made].filter(({ isClosed }) => !isClosed);
  expect(open).toHaveLength(2);
  expect(ada.calls.states()).toEqual(new Map([[BEN, 'open']]));
  expect(ben.calls.states()).toEqual(new Map([[ADA, 'open']]));
});

test('one whose voice is off is not called, and nothing of its answers is believed', async () => {
  const hall = new Hall();
  const ben = join(hall, BEN, both);
  await settle();
  expect(ben.made).toEqual([]);
  hall.forge(BEN, ADA, { type: 'answer', sdp: 'x' });
  hall.forge(BEN, ADA, { type: 'candidates', candidates: [] as never });
  expect(ben.made).toEqual([]);
  expect(ben.calls.ignored).toEqual(new Map([['out-of-turn', 2]]));
});

test('voice that is turned off ends for both, and begins with the next time', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  const ben = join(hall, BEN, both);
  await settle();
  ben.calls.close();
  await settle();
  expect(ada.calls.states()).toEqual(new Map());
  expect(ada.voices.get(BEN)).toBeNull();
  expect(ada.made.every(({ isClosed }) => isClosed)).toBe(true);
  const again = join(hall, BEN, both);
  await settle();
  expect(ada.calls.states()).toEqual(new Map([[BEN, 'open']]));
  expect(again.made).toHaveLength(1);
});

test('who leaves, or comes back as another page, is hung up on', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  join(hall, BEN, both);
  await settle();
  ada.calls.follow(roomOf([ADA]), NOBODY);
  expect(ada.made[0]!.isClosed).toBe(true);
  ada.calls.follow(roomOf([ADA, BEN], { ...SESSIONS, [BEN]: 5 }), NOBODY);
  expect(hall.of('ready').at(-1)).toMatchObject({ to: BEN, toSession: 5 });
  // The old page has nothing to say any more.
  hall.forge(ADA, BEN, { type: 'offer', sdp: 'x' }, 9, 2);
  expect(ada.calls.ignored.get('stranger')).toBe(1);
});

test('who is muted is hung up on, and what they say is not heard until they are heard again', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  const ben = join(hall, BEN, both);
  await settle();
  ada.calls.follow(both, new Set([BEN]));
  await settle();
  expect(ben.calls.states()).toEqual(new Map());
  hall.forge(ADA, BEN, { type: 'ready' });
  hall.forge(ADA, BEN, { type: 'offer', sdp: 'x' }, 50);
  await settle();
  expect(ada.made).toHaveLength(1);
  expect(ada.calls.ignored).toEqual(new Map([['muted', 2]]));
  ada.calls.follow(both, NOBODY);
  await settle();
  expect(ada.calls.states()).toEqual(new Map([[BEN, 'open']]));
});

test('nobody from outside of the room is heard', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  hall.forge(ADA, CY, { type: 'offer', sdp: 'x' });
  hall.forge(ADA, ADA, { type: 'ready' });
  await settle();
  expect(ada.made).toEqual([]);
  expect(ada.calls.ignored).toEqual(new Map([['stranger', 2]]));
});

test('a flood of offers makes no flood of connections', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  for (let attempt = 1; attempt <= 200; attempt += 1) {
    hall.forge(ADA, BEN, { type: 'offer', sdp: 'x' }, attempt);
    await settle();
  }
  expect(ada.made.length).toBe(4);
  expect(ada.made.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
  expect(ada.calls.ignored).toEqual(new Map([['flood', 196]]));
  const cy = join(hall, CY, roomOf([ADA, CY]));
  await settle();
  for (let turn = 0; turn < 200; turn += 1) hall.forge(CY, ADA, { type: 'ready' });
  await settle();
  expect(cy.made.length).toBeLessThanOrEqual(4);
});

test('candidates without an end are heard up to 64', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  hall.forge(ADA, BEN, { type: 'offer', sdp: 'x' }, 1);
  await settle();
  const one = { candidate: HOST, sdpMid: '0', sdpMLineIndex: 0 };
  for (let turn = 0; turn < 50; turn += 1) {
    hall.forge(
      ADA,
      BEN,
      { type: 'candidates', candidates: Array.from({ length: 16 }, () => one) },
      1,
    );
  }
  expect(ada.made[0]!.heard.filter(({ type }) => type === 'candidates')).toHaveLength(4);
  expect(ada.calls.ignored).toEqual(new Map([['flood', 46]]));
});

test('only the newer page calls: an offer to it, or an old one, is out of turn', async () => {
  const hall = new Hall();
  const ben = join(hall, BEN, both);
  hall.forge(BEN, ADA, { type: 'offer', sdp: 'x' });
  const ada = join(hall, ADA, both);
  await settle();
  hall.forge(ADA, BEN, { type: 'offer', sdp: 'x' }, 1);
  await settle();
  expect(ben.calls.ignored).toEqual(new Map([['out-of-turn', 1]]));
  expect(ada.calls.ignored).toEqual(new Map([['out-of-turn', 1]]));
  expect(ada.made).toHaveLength(1);
});

test('a way that breaks is found again, by whichever side notices', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  const ben = join(hall, BEN, both);
  await settle();
  ben.made[0]!.fail();
  ben.timers.advance(1000);
  await settle();
  expect(ben.calls.states().get(ADA)).toBe('open');
  ada.made.at(-1)!.fail();
  ada.timers.advance(4000);
  await settle();
  expect(ada.calls.states().get(BEN)).toBe('open');
});

test('a pair without a way rests after four tries, until one of them begins anew', async () => {
  const hall = new Hall();
  const ben = join(hall, BEN, both);
  hall.forge(BEN, ADA, { type: 'ready' });
  for (let second = 0; second < 80; second += 1) {
    await settle();
    ben.timers.advance(1000);
  }
  expect(ben.made).toHaveLength(4);
  expect(ben.calls.states()).toEqual(new Map([[ADA, 'failed']]));
  expect(ben.timers.pending).toBe(0);
  hall.forge(BEN, ADA, { type: 'ready' });
  await settle();
  expect(ben.made).toHaveLength(5);
});

test('a lobby that was away is told again that voice is on', async () => {
  const hall = new Hall();
  hall.isOnline = false;
  const ada = join(hall, ADA, both);
  hall.isOnline = false;
  ada.calls.follow(both, NOBODY);
  hall.isOnline = true;
  const ben = join(hall, BEN, both);
  await settle();
  ada.calls.follow(both, NOBODY);
  ben.calls.follow(both, NOBODY);
  await settle();
  expect(ada.calls.states()).toEqual(new Map([[BEN, 'open']]));
});

test('[L141] a page that hides its address goes over TURN alone, and tells of nothing else', async () => {
  const hall = new Hall();
  const ada = join(hall, ADA, both);
  const ben = join(hall, BEN, both, { hidesAddress: true });
  await settle();
  expect([ben.made[0]!.setup.turnOnly, ada.made[0]!.setup.turnOnly]).toEqual([true, false]);
  const one = { candidate: HOST, sdpMid: '0', sdpMLineIndex: 0 };
  ben.made[0]!.setup.say({ type: 'candidates', candidates: [one] });
  ada.made[0]!.setup.say({ type: 'candidates', candidates: [one] });
  expect(hall.of('candidates').map(({ to }) => to)).toEqual([BEN]);
});

test('a browser that makes no connection is a way that was not found', async () => {
  const hall = new Hall();
  const timers = new ManualTimers();
  let tries = 0;
  const lobby: VoiceChannel = {
    isOnline: true,
    hidesAddress: false,
    access: null,
    line: {
      post: (_, voice) => hall.deliver(BEN, voice),
      hear: (_, handle) => {
        hall.hearers.set(BEN, handle);
        return () => {};
      },
    },
  };
  const calls = new VoiceCalls({
    self: BEN,
    lobby,
    own: {} as MediaStreamTrack,
    timers,
    makePeer: () => {
      throw new Error(`no. ${(tries += 1)}`);
    },
    takeIceServers: () => Promise.resolve([]),
    nextAttempt: () => 1,
    onVoice: () => {},
  });
  calls.follow(both, NOBODY);
  hall.forge(BEN, ADA, { type: 'ready' });
  for (let turn = 0; turn < 6; turn += 1) {
    await settle();
    timers.advance(8000);
  }
  expect(tries).toBe(4);
  expect(calls.states()).toEqual(new Map([[ADA, 'failed']]));
});
