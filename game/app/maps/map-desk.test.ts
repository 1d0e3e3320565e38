import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import type { StadiumTransfer } from '../../../shared/netplay/session/stadium-transfer.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { createWorld } from '../../../shared/room/world.ts';
import { MapGallery, type MapStore, type StoredMap } from '../../settings/map-gallery.ts';
import { PALETTES } from '../../settings/theme.ts';
import { MapDesk } from './map-desk.ts';

const MINE = "{name:'Mine',width:300,height:150,discs:[{},{}]}";

function openDesk() {
  const kept = new Map<string, StoredMap>();
  const store: MapStore = {
    all: async () => [...kept.values()],
    put: async (map) => void kept.set(map.id, map),
    remove: async (id) => void kept.delete(id),
  };
  const stadiums = new StadiumCollection();
  const requests: string[] = [];
  const drawn: string[] = [];
  const house = signal<readonly string[]>([]);
  const desk = new MapDesk({
    stadiums,
    gallery: new MapGallery(store),
    look: () => ({ palette: PALETTES['sun-wave'], houseMaps: [...house.value] }),
    draw: (stadium, _palette, mapColours) => {
      drawn.push(stadium.name);
      return mapColours ? 'data:,own' : 'data:,house';
    },
    request: (stadium) => requests.push(stadium),
    wallClockMs: () => 5,
  });
  return { desk, stadiums, requests, drawn, kept, house };
}

function sessionOn(
  stadium: string,
  transfers: readonly StadiumTransfer[] = [],
  { coming = null as string | null, wish = '' } = {},
): RoomSession {
  const world = createWorld('classic', builtInArena, 1);
  world.room = { ...world.room, stadium, coming };
  const open = wish === '' ? [] : [{ type: 'stadium', stadium: wish }];
  return { world, transfers, wishes: { open } } as unknown as RoomSession;
}

test('[V68] the card of a map says whether bots are of use there', () => {
  const { desk } = openDesk();
  const without = MINE.replace(
    'discs:',
    'ballPhysics:{cMask:[]},playerPhysics:{kickStrength:0},discs:',
  );
  const found = [MINE, without].map((text) => {
    desk.loadText(text);
    const { value } = desk.offer;
    return value?.state === 'shown' && value.card.isForBots;
  });
  expect(found).toEqual([true, false]);
  expect(desk.builtIn.value.every(({ isForBots }) => isForBots)).toBe(true);
});

test('a loaded file is shown first, and goes to the room and the gallery once it is taken', async () => {
  const { desk, requests, kept } = openDesk();
  desk.loadText(MINE);
  const offer = desk.offer.value;
  expect(offer).toMatchObject({ state: 'shown', card: { name: 'Mine', width: 600, discs: 2 } });
  expect(requests).toEqual([]);
  desk.take();
  expect(desk.offer.value).toBeNull();
  expect(requests).toHaveLength(1);
  await expect.poll(() => desk.own.value.map(({ name }) => name)).toEqual(['Mine']);
  expect([...kept.keys()]).toEqual(requests);
});

test('what is no map is told with its problems, at most twenty, and nothing is asked', async () => {
  const { desk, requests } = openDesk();
  desk.loadText(`{name:'x',width:1,height:1,goals:[${'{},'.repeat(50)}]}`, 'bad.hbs');
  const offer = desk.offer.value;
  expect(offer?.state === 'refused' && offer.problems.length).toBe(20);
  expect(offer).toMatchObject({ name: 'bad.hbs' });
  desk.take();
  expect(requests).toEqual([]);
  desk.dismiss();
  expect(desk.offer.value).toBeNull();
  const large = Object.assign(new Blob([new Uint8Array(1_048_577)]), { name: 'large.hbs' });
  await desk.loadFile(large);
  expect(desk.offer.value).toMatchObject({ state: 'refused', name: 'large.hbs' });
});

test('[L80] the name of a map passes the gate that the names of people pass', () => {
  const { desk } = openDesk();
  const nameOf = (name: string): string | undefined => {
    desk.loadText(JSON.stringify({ name, width: 9, height: 9 }));
    return desk.offer.value?.state === 'shown' ? desk.offer.value.card.name : undefined;
  };
  expect(nameOf(`\u202EBig${'\u0334'.repeat(28)} \u200Bmap`)).toBe('Big map');
  expect(nameOf('\u200B')).toBe('?');
});

test('a kept map can be chosen again on another day, and deleted', async () => {
  const { desk, requests, kept } = openDesk();
  desk.loadText(MINE);
  desk.take();
  await expect.poll(() => kept.size).toBe(1);
  const [id] = kept.keys();
  await desk.choose(id!);
  expect(requests).toEqual([id, id]);
  await desk.choose('rink');
  expect(requests.at(-1)).toBe('rink');
  await desk.choose('no such map');
  expect(requests).toHaveLength(3);
  await desk.remove(id!);
  expect([desk.own.value, kept.size]).toEqual([[], 0]);
});

test('a map that is deleted while the kept ones are gone through does not come back', async () => {
  const { desk, kept } = openDesk();
  for (const name of ['Mine', 'Yours']) {
    desk.loadText(MINE.replace('Mine', name));
    desk.take();
    await expect.poll(() => desk.own.value[0]?.name).toBe(name);
  }
  const [id] = kept.keys();
  const opened = desk.open();
  // The list was read by then, and its pictures are made.
  await Promise.resolve();
  await desk.remove(id!);
  await opened;
  expect(desk.own.value.map(({ name }) => name)).toEqual(['Yours']);
});

test('a map that was received is kept, unless its author forbids it', async () => {
  const { desk, stadiums, kept } = openDesk();
  const ids = [MINE, "{name:'Private',width:9,height:9,canBeStored:false}"].map((text) => {
    const added = stadiums.addFile(text);
    return added.ok ? added.value : '';
  });
  for (const [index, id] of ids.entries()) desk.follow(sessionOn(id), index);
  expect(desk.chosen.value?.name).toBe('Private');
  await expect.poll(() => [...kept.keys()]).toEqual([ids[0]]);
});

test('the six built-in maps are drawn once for each choice of colours', () => {
  const { desk, drawn } = openDesk();
  expect(desk.builtIn.value.map(({ id }) => id)).toHaveLength(6);
  desk.follow(sessionOn('rink'), 0);
  expect(desk.chosen.value?.id).toBe('rink');
  expect(drawn).toHaveLength(6);
});

test('maps on their way are told with a name and a share, and no more once they are there', () => {
  const { desk } = openDesk();
  const peer = 'ben' as StadiumTransfer['peer'];
  desk.follow(sessionOn('classic', [{ peer, direction: 'out', progress: 0.607 }]), 0);
  expect(desk.transfers.value).toEqual([{ name: '', direction: 'out', percent: 60 }]);
  desk.follow(sessionOn('classic'), 1000);
  expect(desk.transfers.value).toEqual([]);
});

test('[R7] a map on its way is told, with its name where it is known, from the moment it is chosen', () => {
  const { desk, stadiums } = openDesk();
  const added = stadiums.addFile(MINE);
  const id = added.ok ? added.value : '';
  desk.follow(sessionOn('classic', [], { wish: id }), 0);
  expect(desk.coming.value?.card?.name).toBe('Mine');
  desk.follow(sessionOn('classic', [], { coming: id, wish: id }), 16);
  expect([desk.coming.value?.card?.name, desk.chosen.value?.id]).toEqual(['Mine', 'classic']);
  desk.follow(sessionOn('classic', [], { coming: 'of somebody else' }), 32);
  expect(desk.coming.value).toEqual({ card: null });
  desk.follow(sessionOn(id), 48);
  expect(desk.coming.value).toBeNull();
  // What everybody has, and what takes a choice back, is no news.
  desk.follow(sessionOn(id, [], { wish: 'rink' }), 64);
  desk.follow(sessionOn(id, [], { wish: id }), 80);
  expect(desk.coming.value).toBeNull();
});

test('[V23] a community map is shown in its own colours until somebody chooses ours for it, in its card', () => {
  const { desk, stadiums, house } = openDesk();
  const added = stadiums.addFile(MINE);
  const id = added.ok ? added.value : '';
  desk.follow(sessionOn(id), 0);
  expect(desk.chosen.value).toMatchObject({ colours: 'own', picture: 'data:,own' });
  house.value = [id];
  expect(desk.chosen.value).toMatchObject({ colours: 'house', picture: 'data:,house' });
  desk.follow(sessionOn('classic'), 0);
  expect(desk.chosen.value).toMatchObject({ colours: null, picture: 'data:,house' });
});
