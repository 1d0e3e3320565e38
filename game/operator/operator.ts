import { Chart } from './chart.ts';
import {
  type FigureReport,
  type FigureRoom,
  type FigureSample,
  readFigures,
  REASONS,
  type ServerFigures,
} from './read-figures.ts';
import { TableRows } from './table-rows.ts';

const EVERY_MS = 2000;
/** As many as the server keeps. */
const PLACES = 150;
/** A second press within this is meant. */
const SURE_MS = 4000;
const KEY = 'peerball-operator-token';

const find = <Kind extends Element>(id: string): Kind => document.querySelector<Kind>(`#${id}`)!;

const state = find<HTMLElement>('state');
const board = find<HTMLElement>('board');
const ask = find<HTMLFormElement>('ask');
const input = find<HTMLInputElement>('token');

const roomRows = new TableRows(find('rooms'));
const reportRows = new TableRows(find('reports'));

let token = sessionStorage.getItem(KEY);
/** Counts the tokens that were shown: what an older one brings is not drawn any more. */
let turn = 0;

const charts = {
  sockets: new Chart('Players connected', PLACES),
  rooms: new Chart('Rooms', PLACES),
  links: new Chart('Ways found, in two seconds', PLACES),
  relayed: new Chart('Relayed', PLACES, (bytes) => `${(bytes / 2000).toFixed(1)} KB/s`),
  loop: new Chart('Event loop late', PLACES, (ms) => `${ms.toFixed(1)} ms`),
};
find('charts').append(...Object.values(charts).map(({ element }) => element));

ask.addEventListener('submit', (event) => {
  event.preventDefault();
  token = input.value.trim();
  sessionStorage.setItem(KEY, token);
  void follow();
});

confirmTwice(find('drain'), 'Drain', 'Take no new rooms: really?', () => post('/operator/drain'));
if (token !== null) void follow();

/** Shows figures until the token is refused or another one is given. */
async function follow(): Promise<void> {
  const own = ++turn;
  if (await show()) setTimeout(() => own === turn && void follow(), EVERY_MS);
}

/** False when going on is of no use. */
async function show(): Promise<boolean> {
  const response = await send('/operator/figures', 'GET');
  if (response === null) {
    state.textContent = 'The server does not answer. Trying again.';
    return true;
  }
  if (response.status === 401 || response.status === 404) {
    sessionStorage.removeItem(KEY);
    board.hidden = true;
    ask.hidden = false;
    state.textContent =
      response.status === 401 ? 'This is not the token.' : 'There is no operator page here.';
    return false;
  }
  if (response.status === 429) {
    state.textContent = 'Too many wrong tokens from this address. Trying again.';
    return true;
  }
  const figures = readFigures(await response.json().catch(() => null));
  if (figures === null) state.textContent = 'The answer was not understood: load this page again.';
  else draw(figures);
  return true;
}

function draw(figures: ServerFigures): void {
  const { ready, upS, memoryMb, samples, rooms, roomsInAll, reports } = figures;
  ask.hidden = true;
  board.hidden = false;
  const is = ready ? 'Takes new rooms' : 'Draining: no new rooms';
  state.textContent = `${is}. Up for ${showSpan(upS)}, ${memoryMb} MB of memory.`;
  const line = (name: string, read: (sample: FigureSample) => number) => ({
    name,
    values: samples.map(read),
  });
  charts.sockets.draw([line('now', ({ sockets }) => sockets)]);
  charts.rooms.draw([
    line('together', (sample) => sample.rooms.together),
    line('alone', (sample) => sample.rooms.alone),
    line('deserted', (sample) => sample.rooms.deserted),
  ]);
  charts.links.draw([
    line('direct', ({ links }) => links.direct),
    line('over TURN', ({ links }) => links.turn),
    line('through the lobby', ({ links }) => links.lobby),
    line('none found', ({ links }) => links.failed),
  ]);
  charts.relayed.draw([line('now', ({ relayedBytes }) => relayedBytes)]);
  charts.loop.draw([line('now', ({ loopDelayMs }) => loopDelayMs)]);
  drawReports(reports);
  drawRooms(rooms, roomsInAll);
}

function drawRooms(rooms: readonly FigureRoom[], inAll: number): void {
  const shown = rooms.length < inAll ? ` (the newest ${rooms.length} of ${inAll})` : ` (${inAll})`;
  find('rooms-title').textContent = `Rooms${shown}`;
  roomRows.draw(
    rooms.map(({ code, state: life, members, max, kind }) => ({
      key: code,
      words: [code, life, `${members} of ${max}`, kind],
      buttons: () => [makeCloser(code, 'Close')],
    })),
  );
}

/** Nothing stands there where nobody was reported. */
function drawReports(reports: readonly FigureReport[]): void {
  find<HTMLElement>('reports-place').hidden = reports.length === 0;
  find('reports-title').textContent = `Reports (${reports.length})`;
  reportRows.draw(
    reports.map(({ code, member, reasons }, index) => ({
      // Those who left are told from each other by nothing.
      key: member === null ? `${code} left ${index}` : `${code} ${member.id}`,
      words: [code, member?.name ?? 'has left', showReasons(reasons)],
      buttons: () => [
        ...(member === null ? [] : [makeRemover(code, member.id)]),
        makeCloser(code, 'Close room'),
      ],
    })),
  );
}

function showReasons(reasons: FigureReport['reasons']): string {
  const given = REASONS.filter((reason) => reasons[reason] > 0);
  return given.map((reason) => `${reason} ${reasons[reason]}`).join(', ');
}

function makeCloser(code: string, text: string): HTMLButtonElement {
  return makeButton(text, () => post(`/operator/rooms/${code}/close`));
}

function makeRemover(code: string, member: string): HTMLButtonElement {
  return makeButton('Remove', () => post(`/operator/rooms/${code}/members/${member}/remove`));
}

function makeButton(text: string, run: () => Promise<void>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  confirmTwice(button, text, 'Really?', run);
  return button;
}

/** What cannot be taken back wants two presses. */
function confirmTwice(button: Element, text: string, sure: string, run: () => Promise<void>): void {
  let isAsked = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    clearTimeout(resting);
    isAsked = false;
    button.textContent = text;
    button.classList.remove('sure');
  };
  rest();
  button.addEventListener('click', () => {
    if (isAsked) {
      rest();
      void run();
      return;
    }
    isAsked = true;
    button.textContent = sure;
    button.classList.add('sure');
    resting = setTimeout(rest, SURE_MS);
  });
}

async function post(path: string): Promise<void> {
  const response = await send(path, 'POST');
  if (response?.ok !== true) state.textContent = 'That was not done.';
}

/** Null when the server is not reached. */
function send(path: string, method: 'GET' | 'POST'): Promise<Response | null> {
  const headers = { Authorization: `Bearer ${token ?? ''}` };
  return fetch(path, { method, headers, cache: 'no-store' }).catch(() => null);
}

function showSpan(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return `${seconds} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 1) return `${minutes} min`;
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}
