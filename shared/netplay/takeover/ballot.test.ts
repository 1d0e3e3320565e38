import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { BY_SEQUENCER, toMemberId } from '../../room/command.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { createWorld } from '../../room/world.ts';
import { builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import type { ClaimPacket } from '../../wire/claim-packet.ts';
import { Ballot } from './ballot.ts';
import { ELECTION_TIMEOUT_MS } from '../election/election.ts';
import type { RemotePeer } from '../replication/remote-peer.ts';
import { RoomEngine } from '../engine/room-engine.ts';

const FIRST_TERM = 2;

/** A room of four in which everybody holds the same; the ballot is member 1's. */
function createBallot() {
  const engine = new RoomEngine(createWorld('classic', builtInArena, 1), builtInArena);
  const peers = Array.from({ length: 4 }, (_, id) => parsePeerId(`peer-${id}`)!);
  const joins = peers.map((peer, id) => {
    const member = toMemberId(id);
    return { type: 'join', member, peer, name: 'x', by: BY_SEQUENCER } as const;
  });
  for (const join of joins) engine.timeline.append(new Uint8Array(MAX_SEATS), 0, [join]);
  engine.timeline.makeFinal(engine.timeline.end);
  engine.advance(engine.timeline.end);
  const parts = { engine, visibility: { isHidden: false } };
  const ballot = new Ballot(parts, toMemberId(1), FIRST_TERM, 0);
  const hear = (id: number, reign: number, vote: number | null = null, nowMs = 0): boolean => {
    const { from, end, tailTerm } = ballot.ownClaim();
    const rows = new Uint8Array((end - from) * MAX_SEATS);
    const wanted = vote === null ? null : toMemberId(vote);
    const word = { type: 'claim', reign, vote: wanted, hidden: false, fromTick: from, tailTerm };
    const packet = { ...word, rows, commands: [], pending: 0 } as unknown as ClaimPacket;
    return ballot.hear({ peer: parsePeerId(`peer-${id}`)! } as RemotePeer, packet, nowMs);
  };
  return { ballot, hear };
}

test('a claim of a later term begins that term, and one of an earlier term or of a stranger is nothing', () => {
  const { ballot, hear } = createBallot();
  expect(hear(2, FIRST_TERM)).toBe(true);
  expect(hear(3, FIRST_TERM + 1)).toBe(true);
  expect(ballot.term).toBe(FIRST_TERM + 1);
  expect(ballot.heard.all.map(({ member }) => member)).toEqual([3]);
  expect(hear(2, FIRST_TERM)).toBe(false);
  expect(hear(7, FIRST_TERM + 1)).toBe(false);
});

test('[N12] who gave its vote to somebody else does not go back behind that term', () => {
  const { ballot, hear } = createBallot();
  ballot.cast();
  expect(ballot.vote).toBe(1);
  expect(ballot.isPromisedBeyond(0)).toBe(false);
  ballot.begin(FIRST_TERM + 1, 0);
  hear(0, FIRST_TERM + 1);
  ballot.cast();
  expect(ballot.vote).toBe(0);
  ballot.begin(FIRST_TERM + 2, 0);
  expect(ballot.vote).toBe(null);
  expect(ballot.isPromisedBeyond(FIRST_TERM)).toBe(true);
  expect(ballot.isPromisedBeyond(FIRST_TERM + 1)).toBe(false);
});

test('a vote of somebody who has not been heard for a second counts no longer', () => {
  const { ballot, hear } = createBallot();
  hear(2, FIRST_TERM, 1, 0);
  hear(3, FIRST_TERM, 1, 400);
  const recent = (nowMs: number) => ballot.heard.recent(nowMs).map(({ member }) => member);
  expect(recent(1_000)).toEqual([2, 3]);
  expect(recent(1_001)).toEqual([3]);
  expect(recent(1_401)).toEqual([]);
});

test('votes are split when another one is wanted as well, or when the one wanted is silent', () => {
  const late = ELECTION_TIMEOUT_MS + 1;
  const contested = createBallot();
  contested.ballot.cast();
  contested.hear(2, FIRST_TERM, 2);
  expect(contested.ballot.isSplit(ELECTION_TIMEOUT_MS)).toBe(false);
  expect(contested.ballot.isSplit(late)).toBe(true);

  const agreed = createBallot();
  agreed.hear(0, FIRST_TERM, 0);
  agreed.ballot.cast();
  expect(agreed.ballot.isSplit(late)).toBe(true);
  agreed.hear(0, FIRST_TERM, 0, late);
  expect(agreed.ballot.isSplit(late)).toBe(false);
});
