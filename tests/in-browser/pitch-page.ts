import { PracticeSession } from '../../game/match/practice-session.ts';
import { GameCanvas } from '../../game/app/canvas/game-canvas.ts';
import type { PictureNews } from '../../game/app/canvas/pitch-scene.ts';
import { SessionLoop } from '../../game/match/session-loop.ts';
import { pageClock, steadyMs } from '../../game/time/page-clock.ts';
import { PALETTES } from '../../game/settings/theme.ts';
import { fitPitch, type Size } from '../../game/view/camera-fit.ts';
import { createLights } from '../../game/view/lights.ts';
import { pitchBounds } from '../../game/view/pitch-bounds.ts';
import { drawThumbnail } from '../../game/view/stadium-thumbnail.ts';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import { type DiscTraits, NO_DISC_TRAITS } from '../../shared/room/disc-values.ts';
import { type Kits, NO_KITS } from '../../shared/room/kit.ts';
import { NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { DISC_STRIDE } from '../../shared/sim/match-state.ts';
import { DEFAULT_RULES } from '../../shared/room/room-state.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';

type Shown = {
  readonly canvas: GameCanvas;
  readonly loop: SessionLoop;
  readonly sessions: { session: RoomSession; readonly unseen: readonly RoomSession[] };
};

export type Places = Readonly<Record<string, readonly [number, number]>>;

export type PitchOptions = {
  readonly places?: Places;
  readonly frames?: number;
  readonly kits?: Kits;
  readonly changed?: Readonly<Record<string, Partial<DiscTraits>>>;
};

/** Everybody stands where a kick-off puts them, or the test. */
class StillSession extends PracticeSession {
  override advance(): void {
    // A picture: no time goes by.
  }
}

const NAMES = ['Ben', 'Carla', 'Dan'];
const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 };

const stadiums = new StadiumCollection();
let shown: Shown | null = null;

/**
 * Runs in a page: draws the kick-off on a map as the game would, filling the window.
 *
 * @param text a stadium file, or the name of a built-in stadium
 * @param frames to wait for: the camera glides to where it belongs
 * @param kits what the room says of the teams
 * @param changed what a script made of discs, named as `places` are
 * @param places puts discs somewhere else, by their number; `seat0` … are those of players
 * @returns CSS pixels per map unit; where all of the map fits, its middle is that of the window
 */
export async function showPitch(
  text: string,
  {
    mapColours,
    places = {},
    frames = 3,
    kits = NO_KITS,
    changed = {},
  }: PitchOptions & { readonly mapColours: boolean },
): Promise<number> {
  const id = idOf(text);
  const session = new StillSession({
    name: 'Ana',
    botNames: NAMES,
    arenas: stadiums.arena,
    stadium: id,
    rules: DEFAULT_RULES,
    seed: 1,
    attract: false,
  });
  const discOf = (name: string): number =>
    name.startsWith('seat')
      ? session.world.arena.firstPlayerDisc + Number(name.slice(4))
      : Number(name);
  const discs = Object.entries(changed).map(([name, traits]) => ({
    disc: discOf(name),
    holder: null,
    traits: { ...NO_DISC_TRAITS, ...traits },
  }));
  session.world.room = { ...session.world.room, kits, discs };
  for (const [name, [x, y]] of Object.entries(places)) {
    const disc = discOf(name);
    for (const { match } of [session.world, session.previous]) {
      match.discs[disc * DISC_STRIDE] = x;
      match.discs[disc * DISC_STRIDE + 1] = y;
    }
  }
  const look = {
    size: { width: window.innerWidth, height: window.innerHeight },
    insets: NO_INSETS,
    pixelRatio: window.devicePixelRatio,
    palette: PALETTES['sun-wave'],
    calm: true,
    tier: 'high' as const,
    textScale: 1,
    ownRing: 1,
    zoom: 1,
    roomKits: true,
    ground: 'map' as const,
    names: true,
    houseMaps: mapColours ? [] : [id],
  };
  if (shown === null) {
    const sessions: Shown['sessions'] = { session, unseen: [] };
    const loop = new SessionLoop(
      sessions,
      { steadyMs, sampleInput: () => NEUTRAL_INPUT, onEvent, onTick: onEvent },
      stadiums,
    );
    document.body.style.margin = '0';
    const place = { parent: document.body, canvas: document.createElement('canvas') };
    const news: PictureNews = {
      freeCamera: () => null,
      lights: () => createLights,
      onTurn: onEvent,
      onDrawn: onEvent,
      onOtherScreen: onEvent,
      speaking: () => new Set(),
      wanted: () => 'all',
      perSecond: () => 0,
      onInterval: onEvent,
      mayReplay: () => false,
      onReplay: onEvent,
    };
    shown = { sessions, loop, canvas: new GameCanvas(place, loop, look, news) };
  } else {
    shown.sessions.session = session;
    shown.loop.tick(pageClock.now());
    shown.canvas.restyle(look);
  }
  const { canvas } = shown;
  const enough = canvas.frameCount + frames;
  while (canvas.frameCount < enough) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return scaleOf(id, look.size);
}

/** The colours of places of a screenshot, as six hexadecimal digits each. */
export async function coloursOf(
  png: string,
  places: readonly (readonly [x: number, y: number])[],
): Promise<readonly string[]> {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.codePointAt(0)!);
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const paint = canvas.getContext('2d', { willReadFrequently: true })!;
  paint.drawImage(picture, 0, 0);
  return places.map(([x, y]) =>
    [...paint.getImageData(Math.round(x), Math.round(y), 1, 1).data.subarray(0, 3)]
      .map((channel) => channel.toString(16).padStart(2, '0'))
      .join(''),
  );
}

function scaleOf(id: string, size: Size): number {
  const stadium = stadiums.stadium(id)!;
  const { left, right, top, bottom } = pitchBounds(stadium);
  const pitch = { width: right - left, height: bottom - top };
  return fitPitch(size, NO_INSETS, pitch, stadium.playerPhysics.radius, true).scale;
}

/** Draws the picture of a map and returns it as a data URL. */
export function drawCard(text: string, mapColours: boolean): string {
  return drawThumbnail(stadiums.stadium(idOf(text))!, PALETTES['sun-wave'], mapColours);
}

function onEvent(): void {
  // Nothing happens on a picture.
}

function idOf(text: string): string {
  if (stadiums.stadium(text)) return text;
  const added = stadiums.addFile(text);
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  return added.value;
}
