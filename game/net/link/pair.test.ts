import { expect, test } from 'vitest';
import { TwoPages } from '../../../tests/links/two-pages.ts';
import { RELAY_AFTER_MS, SILENT_MAX_MS } from './pair.ts';
import { SILENT_MS } from './pair-link.ts';
import { writeRelayFrame } from './relay-frame.ts';

async function playing(): Promise<TwoPages> {
  const world = new TwoPages();
  world.start();
  await world.pass(2000);
  expect(world.paths()).toEqual(['direct', 'direct']);
  return world;
}

async function blocked(): Promise<TwoPages> {
  const world = new TwoPages();
  world.isBlocked = true;
  world.start();
  await world.pass(RELAY_AFTER_MS + 1000);
  return world;
}

test('[L27] where WebRTC finds a way in time the lobby carries no frame', async () => {
  const { ends } = await playing();
  for (const { frames, links } of ends) {
    expect(frames).toEqual([]);
    expect(links).toHaveLength(1);
  }
});

test('[L141] where addresses are hidden the lobby helps out at once, until TURN is there', async () => {
  const world = new TwoPages(true);
  world.isBlocked = true;
  world.start();
  await world.pass(300);
  expect(world.paths()).toEqual(['lobby', 'lobby']);
});

test('[L136] the page that opens tells each way that the pair comes to use, and how long the first took', async () => {
  const world = await blocked();
  for (const { made } of world.ends) for (const link of made) link.finish('timeout');
  world.isBlocked = false;
  await world.pass(5000);
  expect(world.bob.ways).toEqual([`lobby after ${RELAY_AFTER_MS} ms`, 'direct']);
  expect(world.ada.ways).toEqual([]);
});

test('[L136] that a pair has no way at all is told as well', async () => {
  const world = new TwoPages();
  world.isBlocked = true;
  world.mayRelay = false;
  world.start();
  for (let attempt = 1; attempt <= 4; attempt++) {
    await world.pass(100);
    world.bob.made.at(-1)!.finish('failed');
    await world.pass(attempt * 1000);
  }
  expect(world.bob.ways).toEqual(['failed']);
});

test('[L27] where WebRTC finds none in time the two play through the lobby', async () => {
  const world = await blocked();
  expect(world.paths()).toEqual(['lobby', 'lobby']);
  const before = world.ada.got.length;
  await world.pass(1000);
  expect(world.ada.got.length).toBeGreaterThanOrEqual(before + 18);
});

test('[L27] the lobby is used at once when WebRTC fails twice', async () => {
  const world = new TwoPages();
  world.isBlocked = true;
  world.start();
  for (let attempt = 1; attempt <= 2; attempt++) {
    await world.pass(100);
    world.bob.made.at(-1)!.finish('failed');
    await world.pass(attempt * 500);
  }
  expect(world.timers.now()).toBeLessThan(RELAY_AFTER_MS);
  expect(world.paths()).toEqual(['lobby', 'lobby']);
});

test('[L27] a better way is looked for meanwhile and taken without a new link', async () => {
  const world = await blocked();
  for (const { made } of world.ends) for (const link of made) link.finish('timeout');
  world.isBlocked = false;
  await world.pass(5000);
  expect(world.paths()).toEqual(['direct', 'direct']);
  for (const end of world.ends) {
    expect(end.links).toHaveLength(1);
    expect(end.link.state).toBe('open');
    end.frames = [];
  }
  await world.pass(3000);
  expect(world.ends.map(({ frames }) => frames)).toEqual([[], []]);
});

test('[L27] it does not give up looking as long as the lobby carries', async () => {
  const world = await blocked();
  for (let failures = 0; failures < 7; failures++) {
    for (const { made } of world.ends) made.at(-1)?.finish('timeout');
    await world.pass(61_000);
  }
  expect(world.bob.made.length).toBeGreaterThanOrEqual(8);
  expect(world.ends.map(({ givenUp }) => givenUp)).toEqual([0, 0]);
  expect(world.ends.map(({ links }) => links.length)).toEqual([1, 1]);
});

test('[L27] when an open way falls silent the lobby carries before anybody notices', async () => {
  const world = await playing();
  world.isBlocked = true;
  await world.pass(SILENT_MS + 200);
  expect(world.paths()).toEqual(['lobby', 'lobby']);
  const [a, b] = world.ends.map(({ got }) => got.length) as [number, number];
  await world.pass(1000);
  expect(world.ada.got.length).toBeGreaterThan(a + 15);
  expect(world.bob.got.length).toBeGreaterThan(b + 15);
});

test('[L27] when an open way breaks the link lives on through the lobby until it is built again', async () => {
  const world = await playing();
  world.isBlocked = true;
  for (const { made } of world.ends) made.at(-1)!.finish('failed');
  await world.pass(1000);
  expect(world.paths()).toEqual(['lobby', 'lobby']);
  world.isBlocked = false;
  for (const { made } of world.ends) made.at(-1)!.finish('timeout');
  await world.pass(4000);
  expect(world.paths()).toEqual(['direct', 'direct']);
  expect(world.ends.map(({ links }) => links.length)).toEqual([1, 1]);
});

test('[L27] when only one side noticed the break, both hear each other all the same', async () => {
  const world = await playing();
  world.isBlocked = true;
  world.ada.made.at(-1)!.finish('failed');
  await world.pass(300);
  const [a, b] = world.ends.map(({ got }) => got.length) as [number, number];
  await world.pass(1500);
  expect(world.ada.got.length).toBeGreaterThan(a + 15);
  expect(world.bob.got.length).toBeGreaterThan(b + 15);
});

test('[L27] without a relay a pair that finds no way gives up and says so', async () => {
  const world = new TwoPages();
  world.isBlocked = true;
  world.mayRelay = false;
  world.start();
  for (let attempt = 1; attempt <= 4; attempt++) {
    await world.pass(2000);
    for (const { made } of world.ends) made.at(-1)?.finish('timeout');
  }
  await world.pass(2000);
  expect(world.bob.givenUp).toBe(1);
  expect(world.ends.map(({ links }) => links.length)).toEqual([0, 0]);
});

test('[L27] without a relay an open way that breaks closes the link, and the next is a new one', async () => {
  const world = await playing();
  world.mayRelay = false;
  for (const { made } of world.ends) made.at(-1)!.finish('failed');
  expect(world.ends.map(({ link }) => link.state)).toEqual(['closed', 'closed']);
  await world.pass(2000);
  expect(world.paths()).toEqual(['direct', 'direct']);
  expect(world.ends.map(({ links }) => links.length)).toEqual([2, 2]);
});

test('[L27] a page that closed its end and that the lobby lost too is gone at once', async () => {
  const world = await playing();
  world.bob.pair.close();
  world.ada.made.at(-1)!.finish('remote-closed');
  expect(world.ada.link.state).toBe('open');
  world.ada.pair.setRemoteOnline(false);
  expect(world.ada.link.state).toBe('closed');
});

test('[L27] what came before a close is heard while the link is open, also where both came in one turn', async () => {
  const world = await blocked();
  const { link } = world.bob;
  world.ada.link.send(Uint8Array.of(9));
  world.ada.pair.close();
  await world.settle();
  const heard: unknown[] = [];
  // A session reads nothing of a link that is closed.
  link.receive((bytes) => heard.push([bytes[0], link.state]));
  expect(heard.at(-1)).toEqual([9, 'open']);
  await world.settle();
  expect(link.state).toBe('closed');
});

test('[L27] a link on which nothing is heard any more is closed in the end', async () => {
  const world = await blocked();
  world.isLobbyUp = false;
  await world.pass(SILENT_MAX_MS - 1000);
  expect(world.ends.map(({ link }) => link.state)).toEqual(['open', 'open']);
  await world.pass(3000);
  expect(world.ends.map(({ link }) => link.state)).toEqual(['closed', 'closed']);
});

test('[L27] when one side begins anew the other does too, whatever way it hears of it', async () => {
  for (const isBlocked of [true, false]) {
    const world = isBlocked ? await blocked() : await playing();
    world.ada.link.close();
    await world.settle();
    if (!isBlocked) world.bob.made.at(-1)!.finish('remote-closed');
    await world.pass(RELAY_AFTER_MS + 3000);
    expect(world.ends.map(({ links }) => links.length)).toEqual([2, 2]);
    expect(world.ends.map(({ link }) => link.state)).toEqual(['open', 'open']);
  }
});

test('[L27] frames and signals of an older generation change nothing', async () => {
  const world = await playing();
  const { ada } = world;
  ada.pair.receiveFrame(writeRelayFrame('hello', 7));
  await world.settle();
  const newest = ada.links.length;
  ada.pair.receiveFrame(writeRelayFrame('close', 1));
  ada.pair.receiveFrame(writeRelayFrame('data', 1, Uint8Array.of(99)));
  ada.pair.receive({ attempt: 1, generation: 1, payload: { type: 'rebuild' } });
  expect(ada.links).toHaveLength(newest);
  expect(ada.link.state).toBe('open');
  ada.take();
  expect(ada.got).not.toContain(99);
});

test('a pair that is closed leaves no timer behind and says nothing any more', async () => {
  for (const world of [await playing(), await blocked()]) {
    for (const { pair } of world.ends) pair.close();
    expect(world.timers.pending).toBe(0);
    await world.settle();
    for (const end of world.ends) end.frames = [];
    world.ada.pair.receiveFrame(writeRelayFrame('hello', 1));
    world.ada.pair.revive();
    expect(world.ada.frames).toEqual([]);
  }
});

test('[L70] with somebody who is away nothing is tried, and once they are heard both find each other', async () => {
  const world = new TwoPages();
  world.bob.pair.start(false);
  world.ada.pair.start();
  await world.pass(120_000);
  expect([world.bob.made.length, world.bob.givenUp]).toEqual([0, 0]);
  world.bob.pair.setRemoteOnline(true);
  await world.pass(2000);
  expect(world.paths()).toEqual(['direct', 'direct']);
});

test('[L70] a way that was tried while the other side was away is tried anew at once', async () => {
  const world = new TwoPages();
  world.isBlocked = true;
  world.mayRelay = false;
  world.start();
  await world.pass(500);
  world.bob.pair.setRemoteOnline(false);
  const tried = world.bob.made.length;
  world.isBlocked = false;
  world.bob.pair.setRemoteOnline(true);
  await world.pass(500);
  expect(world.bob.made.length).toBe(tried + 1);
  expect(world.paths()).toEqual(['direct', 'direct']);
});
