import { expect, test } from 'vitest';
import { GALLERY_MAPS_MAX, MapGallery, type MapStore, type StoredMap } from './map-gallery.ts';

class MemoryStore implements MapStore {
  readonly maps = new Map<string, unknown>();
  isBlocked = false;

  async all() {
    this.#check();
    return [...this.maps.values()];
  }

  async put(map: StoredMap) {
    this.#check();
    this.maps.set(map.id, map);
  }

  async remove(id: string) {
    this.#check();
    this.maps.delete(id);
  }

  #check(): void {
    if (this.isBlocked) throw new Error('blocked');
  }
}

function mapOf(index: number, size = 10): StoredMap {
  return { id: `id-${index}`, name: `Map ${index}`, text: 'x'.repeat(size), savedAtMs: index };
}

test('a map is kept from visit to visit, once, newest first, until it is removed', async () => {
  const store = new MemoryStore();
  const gallery = new MapGallery(store);
  for (const index of [1, 2, 1]) await gallery.save(mapOf(index));
  const later = new MapGallery(store);
  expect((await later.list()).map(({ id }) => id)).toEqual(['id-2', 'id-1']);
  await later.remove('id-2');
  expect((await new MapGallery(store).list()).map(({ id }) => id)).toEqual(['id-1']);
});

test('no more than 50 maps and 20 MiB are kept; removing one makes room again', async () => {
  const gallery = new MapGallery(new MemoryStore());
  for (let index = 0; index < GALLERY_MAPS_MAX; index += 1) await gallery.save(mapOf(index));
  expect(gallery.state).toBe('ok');
  await gallery.save(mapOf(99));
  expect([gallery.state, (await gallery.list()).length]).toEqual(['full', GALLERY_MAPS_MAX]);
  await gallery.remove('id-0');
  await gallery.save(mapOf(99));
  expect([gallery.state, (await gallery.list())[0]!.id]).toEqual(['ok', 'id-99']);

  const heavy = new MapGallery(new MemoryStore());
  for (let index = 0; index < 25; index += 1) await heavy.save(mapOf(index, 2 ** 20));
  expect([heavy.state, (await heavy.list()).length]).toEqual(['full', 20]);
});

test('where storage is blocked the maps last for the visit, and the state says so', async () => {
  const store = new MemoryStore();
  store.isBlocked = true;
  const gallery = new MapGallery(store);
  await gallery.save(mapOf(1));
  expect([gallery.state, (await gallery.list()).length]).toEqual(['blocked', 1]);
  await gallery.remove('id-1');
  expect(await gallery.list()).toEqual([]);
});

test('what is no map in the storage is passed over', async () => {
  const store = new MemoryStore();
  const broken = [null, 7, {}, { ...mapOf(2), text: 5 }, { ...mapOf(3), name: 'x'.repeat(101) }];
  for (const [index, value] of broken.entries()) store.maps.set(String(index), value);
  store.maps.set('good', mapOf(4));
  expect(await new MapGallery(store).list()).toEqual([mapOf(4)]);
});

test('maps that come at once, also while the storage is read, are all here', async () => {
  const store = new MemoryStore();
  store.maps.set('id-1', mapOf(1));
  const gallery = new MapGallery(store);
  const ids = async () => (await gallery.list()).map(({ id }) => id);
  await Promise.all([gallery.list(), gallery.save(mapOf(2)), gallery.save(mapOf(3))]);
  expect(await ids()).toEqual(['id-3', 'id-2', 'id-1']);
  await Promise.all([gallery.save(mapOf(4)), gallery.save(mapOf(5)), gallery.remove('id-1')]);
  expect(await ids()).toEqual(['id-5', 'id-4', 'id-3', 'id-2']);
});
