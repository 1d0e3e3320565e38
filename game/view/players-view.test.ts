import type { GameObjects, Scene } from 'phaser';
import { afterEach, expect, test, vi } from 'vitest';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { NO_KITS } from '../../shared/room/kit.ts';
import type { Frame } from '../match/frame.ts';
import type { CameraRig } from './camera-rig.ts';
import { labelFrame, type LabelSheet, nameFrame } from './label-sheet.ts';
import { practise } from '../../tests/simulation/practice-match.ts';
import { PlayersView } from './players-view.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Players whose names stand on a sheet that counts how often it is told to draw them anew. */
function playersOf() {
  const fonts = new EventTarget();
  vi.stubGlobal('document', { fonts });
  const image = { setVisible: () => image };
  const scene = { add: { image: () => image } } as unknown as Scene;
  const world = { add: () => {} } as unknown as GameObjects.Container;
  const sheet = { drawn: 0, forget: () => void (sheet.drawn += 1) };
  const view = new PlayersView(scene, world, sheet as unknown as LabelSheet);
  const loadFont = () => void fonts.dispatchEvent(new Event('loadingdone'));
  return { view, sheet, loadFont };
}

test('[V28] names are drawn anew when a font comes, as long as there is a pitch to draw them on', () => {
  const { view, sheet, loadFont } = playersOf();
  loadFont();
  expect(sheet.drawn).toBe(1);
  // Of a map that was played before nothing is left in the page.
  view.destroy();
  loadFont();
  expect(sheet.drawn).toBe(1);
});

/** An image that takes everything that is asked of it, and keeps what of it is seen. */
function makeImage(frame: string) {
  const seen = { frame, isVisible: false };
  const image: object = new Proxy(seen, {
    get: (_, name) => (value: unknown) => {
      if (name === 'setVisible') seen.isVisible = value === true;
      return image;
    },
  });
  return { seen, image };
}

test('[V78] without names on the pitch the discs are drawn as before, with what marks the own one', () => {
  vi.stubGlobal('document', { fonts: new EventTarget() });
  const seen: { readonly frame: string; readonly isVisible: boolean }[] = [];
  const add = (_x: number, _y: number, _key: string, frame: string) => {
    const made = makeImage(frame);
    seen.push(made.seen);
    return made.image;
  };
  const nothing = () => {};
  const sheet = { nameHeight: 10, labelScale: 1, nameWidth: () => 40, flush: nothing };
  const view = new PlayersView(
    { add: { image: add } } as unknown as Scene,
    { add: () => {} } as unknown as GameObjects.Container,
    { ...sheet, setLabel: nothing, setName: nothing } as unknown as LabelSheet,
  );
  const session = practise();
  session.advance(0);
  const { room } = session.world;
  const players = room.members.map(({ seat }) => seat!);
  const frame = {
    room,
    self: session.self,
    firstPlayerDisc: 0,
    // Names that meet fade.
    x: Float64Array.from({ length: MAX_SEATS }, (_, seat) => 45 * seat - 350),
    y: new Float64Array(MAX_SEATS),
    isKicking: () => false,
    isKickGuessed: () => false,
  } as unknown as Frame;
  const camera = {
    view: { width: 800, height: 500 },
    scale: 1,
    windowX: (x: number) => x + 400,
    windowY: (_: number, y: number) => y + 250,
    mapX: (x: number) => x,
    mapY: (_: number, y: number) => y,
  } as unknown as CameraRig;
  const measures = { sprite: 1, text: 1, upright: 0, radius: 15, kits: NO_KITS };
  for (const names of [true, false, true]) {
    view.retexture({ ...measures, areRoomsColours: true, names });
    view.draw(frame, camera, new Set());
    const count = (of: (frameName: string) => boolean): number =>
      seen.filter((one) => one.isVisible && of(one.frame)).length;
    expect(players.map((seat) => count((one) => one === nameFrame(seat)))).toEqual(
      players.map(() => (names ? 1 : 0)),
    );
    expect(players.map((seat) => count((one) => one === labelFrame(seat)))).toEqual(
      players.map(() => 1),
    );
    expect(count((one) => one === 'own-ring')).toBe(1);
  }
});
