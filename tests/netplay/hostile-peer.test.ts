import { describe, expect, test } from 'vitest';
import {
  type Attack,
  ELECTION_ATTACKS,
  claimTerm,
  endsOthers,
  once,
  saysEverything,
  standsOnly,
} from '../simulation/hostile-attacks.ts';
import { type Harm, HostileRoom } from '../simulation/hostile-room.ts';

const ATTACK_MS = 15_000;
/** ms in 15 s that a peer may stand still because another one lies. */
const STILL_MAX_MS = 1_500;

/** The others neither stood still nor rolled back far, and agree on the term and on what is final. */
function expectHarmless(harm: Harm): void {
  expect(harm.differences).toEqual([]);
  expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
  expect(harm.restMs).toBeLessThan(STILL_MAX_MS);
  expect(harm.rollbackTicks).toBeLessThan(60);
  expect(harm.terms).toBe(0);
}

/** The sequencer that they elected still is it, though it may have stood anew. */
function expectSameSequencer({ room, honest }: HostileRoom): void {
  for (const { session } of honest) expect(session.stats().sequencer).toBe(room.peers[0]!.id);
}

function attackFor(room: HostileRoom, attack: Attack, ms = ATTACK_MS): Harm {
  return room.attack(ms, attack(room.liar));
}

describe.each([
  { honest: 2, withLobby: false },
  { honest: 3, withLobby: true },
  { honest: 5, withLobby: false },
  { honest: 8, withLobby: true },
])('one of them lies to $honest others, with a lobby: $withLobby', ({ honest, withLobby }) => {
  test('[C18] one CONFIRM of a later term: all go on with the sequencer that they elected', () => {
    const room = new HostileRoom(honest, { withLobby });
    expectHarmless(attackFor(room, once(claimTerm)));
  });

  test('[C18] [C22] CONFIRMs of later terms: the same, and the liar is named', () => {
    const room = new HostileRoom(honest, { withLobby });
    expectHarmless(attackFor(room, ELECTION_ATTACKS['claims later terms']!));
    expect(room.suspicions).toEqual([`${room.liar.peer.id} unproven-term`]);
  });

  test('[C19] [C20] all that can be said of elections, as fast as it can be said: none is won', () => {
    for (const as of ['player', 'spectator'] as const) {
      const room = new HostileRoom(honest, { withLobby, as });
      const harm = attackFor(room, saysEverything);
      expectHarmless({ ...harm, terms: 0 });
      expectSameSequencer(room);
    }
  });

  test('[C21] [C22] the pages of others are over: no peer believes it of one that it hears', () => {
    const room = new HostileRoom(honest, { withLobby });
    expectHarmless(attackFor(room, endsOthers));
    expect(room.suspicions).toEqual([`${room.liar.peer.id} false-end`]);
  });
});

/** Two of three or four are no quorum without the liar, or the lobby that hears it: it may be silent. */
test.each([
  { honest: 5, withLobby: false },
  { honest: 8, withLobby: true },
])(
  '[C19] the sequencer of $honest crashes while another stands as fast as it can: the others elect',
  ({ honest, withLobby }) => {
    for (const as of ['player', 'spectator'] as const) {
      const room = new HostileRoom(honest, { withLobby, as });
      attackFor(room, standsOnly, 2_000);
      room.room.crash(room.room.peers[0]!);
      const harm = attackFor(room, standsOnly);
      expect(harm.differences).toEqual([]);
      expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
      expect(harm.restMs).toBeLessThan(3_000);
      // [C20] A sequencer stands anew behind what a liar says, a few terms on.
      expect(harm.terms).toBeLessThan(40);
    }
  },
);

test.each(Object.keys(ELECTION_ATTACKS))('[C18] [C19] two play while a third one %s', (name) => {
  const room = new HostileRoom(2);
  expectHarmless(attackFor(room, ELECTION_ATTACKS[name]!, ATTACK_MS / 2));
});
