import { beforeEach, describe, expect, test } from 'vitest';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { GuestId, RoomRecord, RoomStore } from './room-store.ts';

const code = 'PVX7Q2' as RoomCode;
const room: RoomRecord = {
  code,
  door: code,
  id: 'room-of-the-contract',
  sequencer: 'a' as PeerId,
  max: 16,
  quick: false,
  closed: false,
  revision: 0,
  nextSession: 1,
  versions: { sim: 1, wire: 1 },
  seats: [],
  endedPages: [],
  hasMet: true,
  founder: 'founder' as GuestId,
  lapsedId: null,
  host: 'a' as PeerId,
  access: OPEN_ACCESS,
  password: null,
  key: null,
  removed: [],
  removedNames: [],
};

/** What every store of rooms does, wherever it keeps them. */
export function describeRoomStore(name: string, makeStore: () => RoomStore): void {
  describe(name, () => {
    let store: RoomStore;
    const put = (next: RoomRecord | null): Promise<string> =>
      store.update(code, () => ({ room: next, outcome: 'done' }));

    beforeEach(() => {
      store = makeStore();
    });

    test('a room that was put is there, once', async () => {
      expect(await store.get(code)).toBeNull();
      expect(await put(room)).toBe('done');
      await put({ ...room, revision: 1 });
      expect(await store.get(code)).toEqual({ ...room, revision: 1 });
      expect(await store.count()).toBe(1);
      expect(await store.all()).toEqual([{ ...room, revision: 1 }]);
    });

    test('a room that was taken away is gone', async () => {
      await put(room);
      await put(null);
      expect(await store.get(code)).toBeNull();
      expect(await store.count()).toBe(0);
    });

    test('taking away what is not there changes nothing', async () => {
      await put(null);
      expect(await store.count()).toBe(0);
    });

    test('changes at the same time all count', async () => {
      await put(room);
      const raise = (): Promise<number> =>
        store.update(code, (old) => {
          const revision = (old?.revision ?? 0) + 1;
          return { room: { ...room, revision }, outcome: revision };
        });
      const seen = await Promise.all(Array.from({ length: 20 }, raise));
      expect(new Set(seen).size).toBe(20);
      expect((await store.get(code))?.revision).toBe(20);
    });

    test('only one of many finds a code free', async () => {
      const won = await Promise.all(
        Array.from({ length: 20 }, () =>
          store.update(code, (old) => ({ room: old ?? room, outcome: old === null })),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
    });
  });
}
