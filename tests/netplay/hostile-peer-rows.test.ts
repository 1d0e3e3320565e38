import { describe, expect, test } from 'vitest';
import {
  answersLate,
  floods,
  holdsBackAcks,
  ordersNothing,
  tellsAnother,
} from '../simulation/hostile-attacks.ts';
import { HostileRoom } from '../simulation/hostile-room.ts';

const ATTACK_MS = 15_000;
const STILL_MAX_MS = 1_500;
const UNNOTICED_MAX_MS = 2_000;

const ROOMS = [
  { honest: 2, withLobby: false },
  { honest: 3, withLobby: true },
  { honest: 5, withLobby: false },
  { honest: 8, withLobby: true },
];

describe.each(ROOMS)('with $honest honest, and a lobby: $withLobby', ({ honest, withLobby }) => {
  test('[N42] [C22] [C23] a sequencer that tells one something else is noticed, named and replaced', () => {
    const room = new HostileRoom(honest, { withLobby, as: 'sequencer' });
    room.liar.rewrite = tellsAnother(room.liar);
    const harm = room.attack(ATTACK_MS, () => {});
    expect(harm.differences).not.toEqual([]);
    expect(harm.unnoticedMs).toBeLessThan(UNNOTICED_MAX_MS);
    expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
    expect(room.suspicions).toContain(`${room.liar.peer.id} two-faced`);
    for (const { session } of room.honest) {
      expect(session.stats().sequencer).not.toBe(room.liar.peer.id);
    }
    // What was different is repaired, and nothing comes after it.
    expect(room.attack(5_000, () => {}).differences).toEqual([]);
    const hashes = room.honest.map(({ session }) => session.stats().checkpoint);
    expect(new Set(hashes.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('[C6] a sequencer that says the same again and again, and orders nothing, is replaced', () => {
    const room = new HostileRoom(honest, { withLobby, as: 'sequencer' });
    room.liar.rewrite = ordersNothing();
    const harm = room.attack(ATTACK_MS, () => {});
    expect(harm.differences).toEqual([]);
    expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
    expect(harm.restMs).toBeLessThan(3_000);
    for (const { session } of room.honest) {
      expect(session.stats().sequencer).not.toBe(room.liar.peer.id);
    }
  });

  test('[C14] acknowledgements that are held back cost no rollback and no waiting', () => {
    const room = new HostileRoom(honest, { withLobby });
    room.liar.rewrite = holdsBackAcks(room.liar);
    const harm = room.attack(ATTACK_MS, () => {});
    expect(harm).toMatchObject({ differences: [], terms: 0 });
    expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
    expect(harm.rollbackTicks).toBeLessThan(60);
  });

  test('[N43] [C22] a flood of requests, joins, chat and wants: all play on, and the member is named', () => {
    const room = new HostileRoom(honest, { withLobby });
    const harm = room.attack(ATTACK_MS, floods(room.liar));
    expect(harm).toMatchObject({ differences: [], terms: 0 });
    expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
    expect(harm.restMs).toBeLessThan(STILL_MAX_MS);
    expect(room.suspicions).toEqual([`${room.liar.peer.id} flood`]);
  });
});

/** Nine do not all have a seat. */
test.each(ROOMS.filter(({ honest }) => honest < 8))(
  '[N44] [C22] the inputs of one come a fifth of a second late, and $honest others are told',
  ({ honest, withLobby }) => {
    const room = new HostileRoom(honest, { withLobby });
    room.liar.rewrite = answersLate;
    const harm = room.attack(ATTACK_MS, () => {});
    expect(harm.stillMs).toBeLessThan(STILL_MAX_MS);
    expect(room.suspicions).toEqual([`${room.liar.peer.id} late-inputs`]);
  },
);
