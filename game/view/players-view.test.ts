import type { GameObjects, Scene } from 'phaser';
import { afterEach, expect, test, vi } from 'vitest';
import type { LabelSheet } from './label-sheet.ts';
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
