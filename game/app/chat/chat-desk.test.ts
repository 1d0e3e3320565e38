import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { Audience, ChatLine, ChatRefusal } from '../../../shared/netplay/chat/chat.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { type MemberId, toMemberId } from '../../../shared/room/command.ts';
import type { Member } from '../../../shared/room/room-state.ts';
import { type Seat, toSeat } from '../../../shared/sim/seat.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../../shared/sim/team.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { createWorld } from '../../../shared/room/world.ts';
import type { ChatChoice } from '../../settings/settings.ts';
import { ChatDesk } from './chat-desk.ts';

const ANA = toMemberId(0);
const BEN = toMemberId(1);

const UNMARKED = { coHost: false, script: false, filters: false, badge: null } as const;

function member(id: MemberId, name: string, team: Team, seat: Seat | null): Member {
  const who = { type: 'person', id, peer: `peer-${id}` as PeerId, name } as const;
  const marks = { ready: false, absent: false, idle: false, waits: TEAM_NONE } as const;
  return { ...who, team, seat, ...marks, ...UNMARKED };
}

/** A room in which Ana sits at the screen. */
class Talk {
  readonly said: (readonly [string, Audience])[] = [];
  readonly quick: number[] = [];
  readonly heard: string[] = [];
  readonly choice = signal<ChatChoice>('on');
  readonly streamer = signal(false);
  readonly quickText = signal(false);
  readonly emotes = signal(true);
  readonly isQuick = signal(false);
  refusal: ChatRefusal | null = null;
  readonly desk = new ChatDesk({
    settings: () => ({
      chat: this.choice.value,
      streamer: this.streamer.value,
      quickText: this.quickText.value,
      emotes: this.emotes.value,
    }),
    isQuick: () => this.isQuick.value,
    playSound: (sound) => this.heard.push(sound),
  });
  #lines: ChatLine[] = [];
  readonly #session: RoomSession;

  constructor(ownTeam: Team = TEAM_SUN, seat: Seat | null = null) {
    const world = createWorld('classic', builtInArena, 1);
    const members = [member(ANA, 'Ana', ownTeam, seat), member(BEN, 'Ben', TEAM_WAVE, seat)];
    world.room = { ...world.room, members };
    const chat = {
      say: (text: string, audience: Audience) => {
        this.said.push([text, audience]);
        return this.refusal;
      },
      sayQuick: (id: number) => {
        this.quick.push(id);
        return this.refusal;
      },
      take: () => this.#lines.splice(0),
    };
    this.#session = { world, self: ANA, chat } as unknown as RoomSession;
    this.at(0);
  }

  at(nowMs: number, ...lines: readonly (readonly [MemberId, string | number])[]): void {
    this.#lines = lines.map(([author, words]) => ({
      author,
      audience: 'all' as const,
      atMs: nowMs,
      ...(typeof words === 'string' ? { kind: 'text', text: words } : { kind: 'quick', id: words }),
    })) as ChatLine[];
    this.desk.follow(this.#session, nowMs);
  }

  get shown(): readonly (readonly [string, string | number])[] {
    return this.desk.log.value.map(({ name, words }) => [
      name,
      words.kind === 'quick' ? words.id : words.text,
    ]);
  }
}

test('what is said stands in the log, and over the match for six seconds', () => {
  const talk = new Talk();
  talk.at(0, [BEN, 'hello'], [ANA, 3]);
  talk.at(3_000, [BEN, 'still there?']);
  expect(talk.shown).toEqual([
    ['Ben', 'hello'],
    ['Ana', 3],
    ['Ben', 'still there?'],
  ]);
  talk.at(5_999);
  expect(talk.desk.fresh.value).toHaveLength(3);
  talk.at(6_000);
  expect(talk.desk.fresh.value).toHaveLength(1);
  talk.at(9_000);
  expect(talk.desk.fresh.value).toEqual([]);
  expect(talk.desk.log.value).toHaveLength(3);
  expect(talk.heard).toEqual(['chat', 'chat']);
});

test('the log is bounded however much is said', () => {
  const talk = new Talk();
  for (let count = 0; count < 200; count++) talk.at(count * 100, [BEN, `line ${count}`]);
  expect(talk.desk.log.value).toHaveLength(50);
  expect(talk.desk.fresh.value.length).toBeLessThanOrEqual(5);
});

test('nothing more is seen or heard of somebody who is muted, until that is taken back', () => {
  const talk = new Talk();
  talk.at(0, [BEN, 'one'], [ANA, 'mine']);
  talk.desk.mute('peer-1' as PeerId, true);
  expect(talk.shown).toEqual([['Ana', 'mine']]);
  talk.at(100, [BEN, 'two'], [BEN, 5]);
  expect(talk.shown).toEqual([['Ana', 'mine']]);
  expect(talk.heard).toEqual(['chat']);
  talk.desk.leave();
  talk.at(200, [BEN, 'in the next room']);
  expect(talk.shown).toEqual([]);
  talk.desk.mute('peer-1' as PeerId, false);
  talk.at(300, [BEN, 'three']);
  expect(talk.shown).toEqual([['Ben', 'three']]);
});

test('the setting decides what is shown and what can be said', () => {
  const talk = new Talk();
  talk.choice.value = 'quick';
  talk.at(0, [BEN, 'text'], [BEN, 2]);
  expect(talk.shown).toEqual([['Ben', 2]]);
  talk.desk.openTyping(true);
  expect(talk.desk.typing.value).toBe(false);
  talk.choice.value = 'off';
  talk.at(100, [BEN, 'text'], [BEN, 2]);
  expect(talk.shown).toHaveLength(1);
  talk.desk.pressQuick(0);
  expect(talk.desk.quick.value).toEqual({ state: 'closed' });
});

test('nothing is shown or said while others watch the screen, whatever was chosen', () => {
  const talk = new Talk();
  talk.streamer.value = true;
  talk.at(0, [BEN, 'text'], [BEN, 2]);
  expect(talk.shown).toEqual([]);
  expect([talk.desk.canType.value, talk.desk.canBeQuick.value]).toEqual([false, false]);
});

test('[N86] in a quick match text is neither read nor written until the person turns it on; lines and emotes are', () => {
  const talk = new Talk();
  talk.isQuick.value = true;
  talk.at(0, [BEN, 'text'], [BEN, 2], [BEN, 8]);
  expect(talk.shown).toEqual([
    ['Ben', 2],
    ['Ben', 8],
  ]);
  talk.desk.openTyping(true);
  expect([talk.desk.typing.value, talk.desk.refusal.value]).toEqual([false, 'strangers']);
  expect([talk.desk.lacksText.value, talk.desk.canBeQuick.value]).toEqual([true, true]);
  talk.quickText.value = true;
  talk.at(100, [BEN, 'text']);
  expect(talk.shown.at(-1)).toEqual(['Ben', 'text']);
  talk.desk.openTyping(true);
  expect([talk.desk.typing.value, talk.desk.lacksText.value]).toEqual([true, false]);
});

test('[N86] among friends text needs no turning on, and who wants none is offered none', () => {
  const talk = new Talk();
  expect([talk.desk.canType.value, talk.desk.lacksText.value]).toEqual([true, false]);
  talk.isQuick.value = true;
  talk.choice.value = 'quick';
  talk.desk.openTyping(true);
  expect([talk.desk.lacksText.value, talk.desk.refusal.value]).toEqual([false, null]);
});

test('[N88] with the emotes of others off their lines are read, and the own emotes are shown', () => {
  const talk = new Talk(TEAM_SUN, toSeat(0));
  talk.emotes.value = false;
  talk.at(0, [BEN, 8], [BEN, 2], [ANA, 9]);
  expect(talk.shown).toEqual([
    ['Ben', 2],
    ['Ana', 9],
  ]);
  expect(talk.desk.emotes.value.map(({ peer }) => peer)).toEqual(['peer-0']);
});

test('[N87] the newest 64 who were muted stay so, with the names that they had', () => {
  const talk = new Talk();
  talk.desk.mute('peer-1' as PeerId, true);
  expect([...talk.desk.muted.value]).toEqual([['peer-1', 'Ben']]);
  for (let count = 0; count < 64; count++) talk.desk.mute(`other-${count}` as PeerId, true);
  expect(talk.desk.muted.value.size).toBe(64);
  expect(talk.desk.muted.value.has('peer-1' as PeerId)).toBe(false);
});

test('others are read out a few at a time, oneself is not', () => {
  const talk = new Talk();
  talk.at(0, [BEN, 'a'], [ANA, 'mine']);
  const readOut = (): readonly string[] =>
    talk.desk.announced.value.map(({ words }) => (words.kind === 'text' ? words.text : ''));
  expect(readOut()).toEqual(['a']);
  for (const [index, text] of ['b', 'c', 'd', 'e'].entries()) talk.at(100 * index, [BEN, text]);
  expect(readOut()).toEqual(['a']);
  talk.at(2_500);
  expect(readOut()).toEqual(['c', 'd', 'e']);
});

test('text goes to all, or to the own team', () => {
  const talk = new Talk();
  talk.desk.say('one');
  talk.desk.setToTeam(true);
  talk.desk.say('two');
  expect(talk.said).toEqual([
    ['one', 'all'],
    ['two', 'team'],
  ]);
});

test('what was meant for the team does not go to all by itself when the team is gone', () => {
  const talk = new Talk(TEAM_NONE);
  talk.desk.setToTeam(true);
  talk.refusal = 'no-team';
  expect(talk.desk.say('secret')).toBe(false);
  expect(talk.said).toEqual([['secret', 'team']]);
  talk.refusal = null;
  talk.desk.say('for everybody');
  expect(talk.said.at(-1)).toEqual(['for everybody', 'all']);
});

test('why something was not said is told for a moment', () => {
  const talk = new Talk();
  talk.refusal = 'too-fast';
  expect(talk.desk.say('again')).toBe(false);
  expect(talk.desk.refusal.value).toBe('too-fast');
  talk.at(6_001);
  expect(talk.desk.refusal.value).toBeNull();
});

test('two keys say each of the eight lines and eight emotes, and a key alone says nothing', () => {
  const talk = new Talk();
  for (let pair = 0; pair < 4; pair++) {
    for (const place of [0, 1, 2, 3]) {
      talk.desk.pressQuick(pair);
      expect(talk.desk.quick.value).toEqual({ state: 'pair', pair });
      talk.desk.pressQuick(place);
    }
  }
  expect(talk.quick).toEqual([0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15]);
  talk.desk.pressQuick(3);
  expect(talk.desk.quick.value).toEqual({ state: 'pair', pair: 3 });
  talk.at(3_001);
  expect(talk.desk.quick.value).toEqual({ state: 'closed' });
  expect(talk.quick).toHaveLength(16);
});

test('an emote stands over its disc for 1.6 s, the newest of each person, and in the log', () => {
  const talk = new Talk(TEAM_SUN, toSeat(3));
  talk.at(0, [BEN, 8], [ANA, 12]);
  talk.at(500, [BEN, 13]);
  const emotes = () => talk.desk.emotes.value.map(({ peer, emote }) => [peer, emote]);
  expect(emotes()).toEqual([
    ['peer-0', 'laugh'],
    ['peer-1', 'cry'],
  ]);
  expect([talk.desk.fresh.value, talk.shown.length]).toEqual([[], 3]);
  talk.at(1_600);
  expect(emotes()).toEqual([['peer-1', 'cry']]);
  talk.at(2_100);
  expect(emotes()).toEqual([]);
});

test('an emote of one without a disc is read over the match; muted or with chat off there is none', () => {
  const talk = new Talk();
  talk.at(0, [BEN, 8]);
  expect([talk.desk.emotes.value, talk.desk.fresh.value.length]).toEqual([[], 1]);
  const seated = new Talk(TEAM_SUN, toSeat(3));
  seated.at(0, [BEN, 8]);
  seated.desk.mute('peer-1' as PeerId, true);
  expect(seated.desk.emotes.value).toEqual([]);
  seated.choice.value = 'off';
  seated.at(100, [ANA, 8]);
  expect(seated.desk.emotes.value).toEqual([]);
});

test('what was opened by hand stays open, what a gamepad opened does not', () => {
  const talk = new Talk();
  talk.desk.openQuick(true);
  talk.at(60_000);
  expect(talk.desk.quick.value).toEqual({ state: 'open' });
  talk.desk.toggleQuick();
  expect(talk.desk.quick.value).toEqual({ state: 'closed' });
  talk.desk.toggleQuick();
  talk.at(63_001);
  expect(talk.desk.quick.value).toEqual({ state: 'closed' });
});
