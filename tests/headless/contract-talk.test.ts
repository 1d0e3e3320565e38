import { expect, test } from 'vitest';
import { PERFECT } from '../../shared/netplay/link/simulated-network.ts';
import type { ChatLine } from '../../shared/netplay/chat/chat.ts';
import { ROOM_URL, ScriptedRoom } from './scripted-room.ts';

// What a script says and hears, its effect seen on other machines.

function settled(players = 2): ScriptedRoom {
  const lab = new ScriptedRoom({ players });
  lab.hearAll();
  lab.settle();
  return lab;
}

/** What a machine shows from now on. */
function watch(lab: ScriptedRoom, place: number): ChatLine[] {
  const shown: ChatLine[] = [];
  const { session } = lab.simulated.peers[place]!;
  lab.eachTurn = () => void shown.push(...session.chat.take());
  return shown;
}

test('onRoomLink tells where the room is, once', () => {
  const urls: string[] = [];
  const lab = new ScriptedRoom({
    players: 1,
    begin: (init) => {
      init({ noPlayer: true }).onRoomLink = (url) => urls.push(url);
    },
  });
  lab.run(500);
  expect(urls).toEqual([ROOM_URL]);
});

test('onPlayerChat hears a line before it is shown, and a line that it hides is shown to nobody', () => {
  const lab = settled();
  lab.until(() => lab.memberAt(0)?.filters === true);
  const heard: string[] = [];
  lab.room.onPlayerChat = ({ id }, text) => {
    heard.push(`${id} ${text}`);
    return !text.startsWith('!');
  };
  const shown = watch(lab, 2);
  lab.simulated.peers[1]!.session.chat.say('!secret', 'all');
  lab.simulated.peers[1]!.session.chat.say('hello', 'all');
  lab.until(() => shown.length > 0);
  lab.run(3_000);
  expect(shown).toMatchObject([{ kind: 'text', text: 'hello' }]);
  expect(heard).toEqual(['1 !secret', '1 hello']);
});

test('sendAnnouncement has colour, style and sound, to all or to one player', () => {
  const lab = settled();
  const shown = watch(lab, 2);
  lab.room.sendAnnouncement('to all', null, 0xff8800, 'small-bold', 2);
  lab.room.sendAnnouncement('to one', 2);
  lab.room.sendAnnouncement('to another', 1, 0x00ff00, 'bold', 0);
  lab.room.sendAnnouncement('to nobody', 77);
  lab.until(() => shown.length === 2);
  lab.run(500);
  expect(shown).toMatchObject([
    { kind: 'announcement', text: 'to all', color: 0xff8800, style: 'small-bold', sound: 'notice' },
    { kind: 'announcement', text: 'to one', color: null, style: 'normal', isPrivate: true },
  ]);
});

test('sendChat is a line of the script, to all or to one player', () => {
  const lab = settled();
  const shown = watch(lab, 1);
  lab.room.sendChat('welcome');
  lab.room.sendChat('only you', 1);
  lab.room.sendChat('only the other', 2);
  lab.until(() => shown.length === 2);
  expect(shown).toMatchObject([{ text: 'welcome' }, { text: 'only you', isPrivate: true }]);
});

test('a script that floods is heard at a bounded rate, and chat of others goes on', () => {
  const lab = settled();
  const shown = watch(lab, 2);
  lab.until(() => lab.memberAt(0)?.filters === true);
  lab.run(200);
  for (let line = 0; line < 2_000; line += 1) lab.room.sendAnnouncement(`line ${line}`);
  lab.simulated.peers[1]!.session.chat.say('still here', 'all');
  lab.until(() => shown.some((line) => line.kind === 'text'), 2_000);
  lab.run(1_000);
  const lines = shown.filter(({ kind }) => kind === 'announcement').length;
  expect(lines).toBeGreaterThan(4);
  expect(lines).toBeLessThan(200);
});

test('what a script says to newcomers as they come is read by each, over a bad network too', () => {
  const conditions = { ...PERFECT, delayMs: 60, jitterMs: 10, loss: 0.05 };
  const lab = new ScriptedRoom({ players: 0, conditions });
  lab.room.onPlayerJoin = ({ id, name }) => {
    lab.room.sendAnnouncement(`welcome ${name}`, id);
    lab.room.sendChat(`${name} has come`);
  };
  const read = new Map<number, string[]>();
  lab.eachTurn = () => {
    for (const [place, { session }] of lab.simulated.peers.entries()) {
      const texts = session.chat.take().map((line) => (line.kind === 'quick' ? '' : line.text));
      read.set(place, [...(read.get(place) ?? []), ...texts]);
    }
  };
  for (let place = 1; place <= 5; place += 1) lab.simulated.addPeer();
  lab.run(5_000);
  for (let place = 1; place <= 5; place += 1) {
    expect(read.get(place)).toContain(`welcome Player ${place}`);
    expect(read.get(place)).toContain(`Player ${place} has come`);
  }
});
