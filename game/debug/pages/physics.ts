import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
} from '../../../shared/sim/input.ts';
import { DISC_STRIDE } from '../../../shared/sim/match-state.ts';
import { TICK_MS } from '../../../shared/sim/tick.ts';
import { BUILT_IN_STADIUMS } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../../shared/stadium/format/parse-stadium.ts';
import type { Stadium } from '../../../shared/stadium/format/stadium.ts';
import { drawLab } from '../draw-lab.ts';
import { PhysicsLab } from '../physics-lab.ts';

/** A page for developers, served by `npm run dev` alone: /debug/pages/physics.html */

const SPEEDS = new Map([
  ['paused', 0],
  ['slow', 0.1],
  ['full', 1],
]);
const KEYS = new Map([
  ['ArrowUp', INPUT_UP],
  ['ArrowDown', INPUT_DOWN],
  ['ArrowLeft', INPUT_LEFT],
  ['ArrowRight', INPUT_RIGHT],
  ['KeyX', INPUT_KICK],
]);
/** A tab that was in the background does not catch up. */
const MOST_TICKS_A_FRAME = 4;

function element<Kind extends Element>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.querySelector(`#${id}`);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

const canvas = element('view', HTMLCanvasElement);
const context = canvas.getContext('2d')!;
const choice = element('stadium', HTMLSelectElement);
const speed = element('speed', HTMLSelectElement);
const file = element('file', HTMLTextAreaElement);
const report = element('report', HTMLElement);
choice.append(...[...BUILT_IN_STADIUMS.keys()].map((id) => new Option(id)));
speed.append(...[...SPEEDS.keys()].map((name) => new Option(name)));

let stadium: Stadium = BUILT_IN_STADIUMS.get(choice.value)!;
let lab = new PhysicsLab(compileArena(stadium));
let owedTicks = 0;
let lastMs = 0;
let dragged = -1;

function show(next: Stadium): void {
  stadium = next;
  lab = new PhysicsLab(compileArena(next));
}

function showText(text: string): void {
  const parsed = parseStadium(text);
  if (parsed.ok) show(parsed.value);
  else
    report.textContent = parsed.error.map(({ path, message }) => `${path} ${message}`).join('\n');
}

function step(): void {
  lab.step();
  report.textContent = lab.report();
}

/** Pixels per map unit, so that the camera rectangle fits. */
function scaleOf(): number {
  return Math.min(canvas.width / stadium.width, canvas.height / stadium.height) / 2.1;
}

function draw(nowMs: number): void {
  owedTicks += ((nowMs - lastMs) / TICK_MS) * (SPEEDS.get(speed.value) ?? 0);
  owedTicks = Math.min(owedTicks, MOST_TICKS_A_FRAME);
  lastMs = nowMs;
  for (; owedTicks >= 1; owedTicks -= 1) step();
  canvas.width = canvas.clientWidth;
  canvas.height = canvas.clientHeight;
  const scale = scaleOf();
  context.setTransform(scale, 0, 0, scale, canvas.width / 2, canvas.height / 2);
  drawLab(context, lab, 1 / scale);
  requestAnimationFrame(draw);
}

function placeOf({ offsetX, offsetY }: PointerEvent): readonly [number, number] {
  return [(offsetX - canvas.width / 2) / scaleOf(), (offsetY - canvas.height / 2) / scaleOf()];
}

function holdKey(event: KeyboardEvent): void {
  const bit = KEYS.get(event.code);
  if (event.target === file) return;
  if (event.type === 'keydown' && event.key === '.') step();
  if (bit === undefined) return;
  event.preventDefault();
  const others = lab.inputs[0]! & ~bit;
  lab.inputs[0] = event.type === 'keydown' ? others | bit : others;
}

canvas.addEventListener('pointerdown', (event) => {
  dragged = lab.discAt(...placeOf(event));
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener('pointermove', (event) => {
  if (dragged >= 0) lab.match.discs.set([...placeOf(event), 0, 0], dragged * DISC_STRIDE);
});
canvas.addEventListener('pointerup', () => (dragged = -1));
choice.addEventListener('change', () => show(BUILT_IN_STADIUMS.get(choice.value)!));
file.addEventListener('input', () => showText(file.value));
element('step', HTMLButtonElement).addEventListener('click', step);
element('reset', HTMLButtonElement).addEventListener('click', () => lab.kickOff());
addEventListener('keydown', holdKey);
addEventListener('keyup', holdKey);
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  const dropped = event.dataTransfer?.files[0];
  if (dropped !== undefined) void dropped.text().then(showText);
});
requestAnimationFrame(draw);
