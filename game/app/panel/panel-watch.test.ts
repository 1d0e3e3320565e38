import { expect, test } from 'vitest';
import type { Panel, PressRefusal, RoomPanel } from '../../../shared/netplay/panel/panel.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { NEUTRAL_INPUT } from '../../../shared/sim/input.ts';
import { type FollowPanel, followPanels } from './panel-door.ts';
import { PanelWatch } from './panel-watch.ts';

const PANEL: Panel = { title: 'Tag', lines: [], buttons: [{ id: 'go', text: 'Go' }] };

/** A room as far as a panel needs it; its host is member 0. */
function sessionOf(panel: RoomPanel | null, host: { script: boolean; absent: boolean }) {
  const members = [{ type: 'person', id: 0, peer: 'ana', ...host }];
  const late = {
    lane: panel,
    bring: () => {
      late.lane = { shown: PANEL, press: () => null };
    },
  };
  const session = { panel: late, world: { room: { host: 0, members } } };
  return session as unknown as RoomSession;
}

const SCRIPT = { script: true, absent: false };

test('a panel is followed, and goes with the room', () => {
  const watch = new PanelWatch();
  watch.follow(sessionOf({ shown: PANEL, press: () => null }, SCRIPT), 0);
  expect([watch.shown.value, watch.isAway.value]).toEqual([PANEL, false]);
  watch.follow(sessionOf({ shown: PANEL, press: () => null }, { ...SCRIPT, absent: true }), 16);
  expect(watch.isAway.value).toBe(true);
  watch.follow(null, 32);
  expect(watch.shown.value).toBeNull();
});

test('a session that has no lane yet is brought one', () => {
  const watch = new PanelWatch();
  watch.follow(sessionOf(null, SCRIPT), 0);
  expect(watch.shown.value).toBe(PANEL);
});

test('a press goes on, and why it did nothing is said for a moment', () => {
  const pressed: string[] = [];
  let answer: PressRefusal | null = null;
  const press = (button: string) => {
    pressed.push(button);
    return answer;
  };
  const session = sessionOf({ shown: PANEL, press }, SCRIPT);
  const watch = new PanelWatch();
  watch.follow(session, 0);
  watch.press('go');
  expect([pressed, watch.refusal.value]).toEqual([['go'], null]);
  answer = 'too-fast';
  watch.press('go');
  watch.follow(session, 3_000);
  expect(watch.refusal.value).toBe('too-fast');
  watch.follow(session, 5_000);
  expect(watch.refusal.value).toBeNull();
});

test('what panels need is asked for once, in the first room of a script, and again where it was missing', async () => {
  const followed: (RoomSession | null)[] = [];
  const retries: (() => void)[] = [];
  let answer: FollowPanel | null = null;
  const follow = followPanels(
    async (retry) => {
      retries.push(retry);
      return answer;
    },
    () => false,
  );
  const ofFriends = sessionOf(null, { script: false, absent: false });
  const ofScript = sessionOf(null, SCRIPT);
  follow(ofFriends, 0, NEUTRAL_INPUT);
  expect(retries).toHaveLength(0);
  follow(ofScript, 0, NEUTRAL_INPUT);
  follow(ofScript, 16, NEUTRAL_INPUT);
  await Promise.resolve();
  expect(retries).toHaveLength(1);
  answer = (session) => void followed.push(session);
  retries[0]!();
  await new Promise((resolve) => void setTimeout(resolve, 0));
  follow(ofFriends, 32, NEUTRAL_INPUT);
  follow(null, 48, NEUTRAL_INPUT);
  expect([retries.length, followed]).toEqual([2, [ofFriends, null]]);
});

test('it is asked for outside of such rooms too, where something else needs it', () => {
  let isWanted = false;
  let asked = 0;
  const follow = followPanels(
    async () => {
      asked += 1;
      return null;
    },
    () => isWanted,
  );
  follow(null, 0, NEUTRAL_INPUT);
  isWanted = true;
  follow(null, 16, NEUTRAL_INPUT);
  follow(null, 32, NEUTRAL_INPUT);
  expect(asked).toBe(1);
});
