import { expect, test } from 'vitest';
import type { Player } from '../../headless/own/room-interface.ts';
import { OwnLab } from './own-lab.ts';

// What a script shows on pages, and what persons do there, beside the match.

test('show puts a panel on every page or on one, and press says who pressed what', () => {
  const lab = new OwnLab();
  const presses: [Player, string][] = [];
  lab.own.on('press', (player, button) => void presses.push([player, button]));
  const shownAt = (place: number) => lab.simulated.peers[place]!.session.panel.lane!.shown;
  lab.own.show({
    title: 'Hide and seek',
    lines: ['90 s left', { text: 'Sun 3', color: 0xffd166 }],
    buttons: ['Ready', { id: 'swap', text: 'Other side' }],
  });
  lab.player(2).show({ title: 'You seek' });
  lab.until(() => shownAt(1) !== null && shownAt(2) !== null);
  expect([shownAt(1), shownAt(2)]).toEqual([
    {
      title: 'Hide and seek',
      lines: [
        { text: '90 s left', color: null },
        { text: 'Sun 3', color: 0xffd166 },
      ],
      buttons: [
        { id: 'Ready', text: 'Ready' },
        { id: 'swap', text: 'Other side' },
      ],
    },
    { title: 'You seek', lines: [], buttons: [] },
  ]);
  expect(lab.simulated.peers[1]!.session.panel.lane!.press('swap')).toBeNull();
  lab.until(() => presses.length > 0);
  expect(presses).toEqual([[lab.player(1), 'swap']]);
  lab.player(2).show();
  lab.until(() => shownAt(2)?.title === 'Hide and seek');
  lab.player(1).show(null);
  lab.until(() => shownAt(1) === null);
  lab.own.show(null);
  lab.until(() => shownAt(2) === null);
});

test('show takes whatever a script gives, and leaves out what is too much or none', () => {
  const lab = new OwnLab();
  const wild = {
    title: 7,
    lines: Array.from({ length: 20 }, (_one, place) => `${place}`),
    buttons: [{ text: 'x'.repeat(999), id: 'x' }, null, {}],
  };
  lab.own.show(wild as never);
  const panel = lab.other.session.panel.lane;
  lab.until(() => panel!.shown !== null);
  expect(panel!.shown).toMatchObject({ title: '7', buttons: [{ id: 'x', text: 'x'.repeat(24) }] });
  expect(panel!.shown!.lines).toHaveLength(8);
  lab.own.show({ lines: 'none' } as never);
  lab.until(() => panel!.shown === null);
});

test('emote says who shows which one, and a quick line is none', () => {
  const lab = new OwnLab();
  const shown: [Player, string][] = [];
  lab.own.on('emote', (player, emote) => void shown.push([player, emote]));
  const { chat } = lab.other.session;
  expect([chat.sayQuick(3), chat.sayQuick(12)]).toEqual([null, null]);
  lab.until(() => shown.length > 0);
  lab.own.on('chat', () => true);
  lab.run(500);
  expect(chat.sayQuick(8)).toBeNull();
  lab.until(() => shown.length > 1);
  expect(shown).toEqual([
    [lab.player(1), 'laugh'],
    [lab.player(1), 'like'],
  ]);
});
