import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import { createWorld } from '../../../shared/room/world.ts';
import type { World } from '../../../shared/room/world.ts';
import type { Person } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { KeptMutes } from './kept-mutes.ts';

const STATE = { ready: false, absent: false, idle: false, waits: TEAM_NONE } as const;
const MARKS = { coHost: false, script: false, filters: false, badge: null } as const;

/** A tab: what it keeps outlives the page. */
class Tab {
  kept: string | null = null;
  muted = signal<ReadonlyMap<PeerId, string>>(new Map());
  mutes = this.#open();

  reload(): void {
    this.muted = signal<ReadonlyMap<PeerId, string>>(new Map());
    this.mutes = this.#open();
  }

  mute(peer: string, isMuted: boolean, name = ''): void {
    const all = new Map(this.muted.value);
    if (isMuted) all.set(peer as PeerId, name);
    else all.delete(peer as PeerId);
    this.muted.value = all;
  }

  isMuted(peer: string): boolean {
    return this.muted.value.has(peer as PeerId);
  }

  /** In a room with these, the first one at the screen. */
  in(...people: readonly (readonly [string, string])[]): void {
    const world = createWorld('classic', builtInArena, 1);
    const members = people.map(([peer, name], index): Person => {
      const who = { type: 'person', id: toMemberId(index), peer: peer as PeerId, name } as const;
      return { ...who, team: TEAM_NONE, seat: null, ...STATE, ...MARKS };
    });
    const room: World['room'] = { ...world.room, members };
    this.mutes.follow({ world: { ...world, room }, self: toMemberId(0) });
  }

  #open(): KeptMutes {
    const storage = {
      getItem: () => this.kept,
      setItem: (_key: string, text: string) => void (this.kept = text),
    };
    const desk = {
      muted: this.muted,
      mute: (peer: PeerId, isMuted: boolean) => this.mute(peer, isMuted, 'Gus'),
    };
    return new KeptMutes(() => storage as unknown as Storage, desk);
  }
}

test('[N87] who is muted stays so when the page is loaded anew', () => {
  const tab = new Tab();
  tab.in(['me', 'Ana'], ['room1-b', 'Gus']);
  tab.mute('room1-b', true, 'Gus');
  tab.in(['me', 'Ana'], ['room1-b', 'Gus']);
  tab.reload();
  expect(tab.isMuted('room1-b')).toBe(true);
  tab.in(['me', 'Ana'], ['room1-b', 'Another name']);
  expect(tab.isMuted('room1-b')).toBe(true);
});

test('[N87] in another room the name stands for the person, until a tap takes it back', () => {
  const tab = new Tab();
  tab.in(['me', 'Ana'], ['room1-b', 'Gus']);
  tab.mute('room1-b', true, 'Gus');
  tab.in(['me2', 'Ana'], ['room2-x', 'Cleo'], ['room2-y', 'Gus']);
  expect([tab.isMuted('room2-x'), tab.isMuted('room2-y')]).toEqual([false, true]);
  tab.mute('room2-y', false);
  tab.in(['me2', 'Ana'], ['room2-x', 'Cleo'], ['room2-y', 'Gus'], ['room2-z', 'Dora']);
  expect(tab.isMuted('room2-y')).toBe(false);
});

test('[N87] the person at the screen is never muted for its name', () => {
  const tab = new Tab();
  tab.mute('room1-b', true, 'Ana');
  tab.in(['me', 'Ana'], ['room2-y', 'Ben']);
  expect(tab.isMuted('me')).toBe(false);
});

test('what is kept and is no list of people mutes nobody, and forbidden storage breaks nothing', () => {
  const stored = ['{', '7', '[[1,2],["peer",7],["bad id!","x"],["ok","Ben"],"x"]', 'null'];
  const found = stored.map((kept) => {
    const tab = new Tab();
    tab.kept = kept;
    tab.reload();
    return [...tab.muted.value];
  });
  expect(found).toEqual([[], [], [['ok', 'Ben']], []]);
  const muted = signal<ReadonlyMap<PeerId, string>>(new Map());
  const forbid = (): Storage => {
    throw new Error('forbidden');
  };
  const mutes = new KeptMutes(forbid, { muted, mute: () => {} });
  muted.value = new Map([['peer-1' as PeerId, 'Ben']]);
  mutes.follow(null);
  expect(muted.value.size).toBe(1);
});
