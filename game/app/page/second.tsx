import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import type { SessionLoop } from '../../match/session-loop.ts';
import { keyOfLink } from '../../net/invite-link.ts';
import type { InputManager } from '../../input/input-manager.ts';
import { PageClock, pageClock, steadyMs } from '../../time/page-clock.ts';
import { pageTimers } from '../../time/timers.ts';
import { type Ui, UiContext } from '../../ui/model/ui-context.ts';
import type { SecondPersonView } from '../../ui/model/second-person-model.ts';
import { SecondPanel } from '../../ui/second/second-panel.tsx';
import { SecondOverPitch } from '../../ui/second/second-over-pitch.tsx';
import type { App } from '../app.ts';
import type { AppOptions } from '../app-options.ts';
import { WakeUp } from '../room/wake-up.ts';
import { loadSecond, type SecondChoice } from '../second/kept-second.ts';
import { SecondCamera } from '../second/second-camera.ts';
import type { Second } from '../second/second-door.ts';
import { SecondHands } from '../second/second-hands.ts';
import { SecondPerson } from '../second/second-person.ts';

const SEEDS = 0x1_0000_0000;

export type SecondPagePorts = {
  readonly window: Window;
  readonly app: App;
  readonly ui: Ui;
  readonly loadOnline: AppOptions['loadOnline'];
  readonly loop: SessionLoop;
  readonly input: InputManager;
};

/** Makes the place of a second person at this window: once, it goes on with the page. */
export function createSecond(ports: SecondPagePorts): Second {
  const { window, app, ui, input } = ports;
  const { model } = app;
  const storage = () => window.sessionStorage;
  const hands = new SecondHands({
    window,
    pads: () => window.navigator.getGamepads(),
    first: input,
    settings: () => ui.settings.value,
  });
  const person = makePerson(ports);
  const played = computed(() => (person.state.value === 'in' ? person.hand.value : null));
  effect(() => {
    hands.hand = played.value;
  });
  placeCamera(ports, person);
  window.addEventListener('pagehide', ({ persisted }) => person.depart(!persisted));
  const join = (choice: SecondChoice, password?: string): void => {
    const first = app.onlineRoom;
    const key = keyOfLink(model.room.value?.link ?? '') ?? undefined;
    if (first !== null)
      person.join(first, choice, { key, ...(password !== undefined && { password }) });
  };
  const view: SecondPersonView = {
    state: person.state,
    problem: person.problem,
    room: person.room,
    stillness: person.stillness,
    hand: person.hand,
    actions: person.desk,
    hasPad: () => hands.hasPad,
    join: (name, hand, password) => join({ name, hand }, password),
    takeUp: (hand) => person.takeUp(hand),
    leave: () => person.leave(),
  };
  drawOver(window.document, ui, <SecondOverPitch view={view} />);
  let isAsked = false;
  return {
    parts: { Panel: () => <SecondPanel view={view} />, hand: played },
    settings: hands.settings,
    pads: hands.pads,
    follow(first, nowMs) {
      person.follow(first, hands.sample(nowMs), nowMs);
      // Once its link is known: that of a closed room has the key in it.
      if (first === null || model.room.value === null || isAsked) return;
      isAsked = true;
      const kept = loadSecond(storage, first.joined.room.code);
      if (kept) join(kept);
    },
  };
}

function makePerson({ window, app: { model }, loadOnline }: SecondPagePorts): SecondPerson {
  return new SecondPerson({
    loadOnline,
    timers: pageTimers,
    // It asks for its own seat after a sleep. The time of the page is held by the first person's.
    wakeUp: new WakeUp({ clock: new PageClock({ steadyMs, dayMs: () => Date.now() }), steadyMs }),
    isHidden: () => window.document.hidden,
    makeSeed: () => Math.floor(Math.random() * SEEDS),
    checkName: () => model.checkName.value,
    storage: () => window.sessionStorage,
    showRoom: model.showRoom,
    isFirstComing: () => model.screen.value.screen === 'joining',
  });
}

/** [V40] As long as the second person has a disc, the camera keeps both. */
function placeCamera({ window, app, loop, input }: SecondPagePorts, person: SecondPerson): void {
  const camera = new SecondCamera();
  const { model } = app;
  let isPlaced = false;
  app.followPicture((picture) => {
    const room = person.room.value;
    const isShown = app.onlineRoom?.session === loop.session && !model.hud.replaying.value;
    const peer = room?.state.members.find(({ id }) => id === room.self)?.peer ?? null;
    const second = isShown && peer !== null ? picture.discOf(peer) : null;
    if (second === null && !isPlaced) return;
    const { quarterTurns } = input;
    const { world } = loop.session;
    model.freeCamera.value = camera.follow(
      { picture, window, quarterTurns, world, second },
      pageClock.now(),
    );
    isPlaced = model.freeCamera.value !== null;
  });
}

/** In an element of its own, over the pitch and under all that can be pressed. */
function drawOver(document: Document, ui: Ui, over: preact.JSX.Element): void {
  const root = document.createElement('div');
  document.getElementById('ui')?.before(root);
  render(<UiContext.Provider value={ui}>{over}</UiContext.Provider>, root);
}
