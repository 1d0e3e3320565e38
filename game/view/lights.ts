import type { GameObjects, Scene } from 'phaser';
import type { MatchEvent } from '../../shared/sim/events.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import type { Frame } from '../match/frame.ts';
import type { BallView } from './ball-view.ts';
import type { CameraRig } from './camera-rig.ts';
import { type EffectsOptions, EffectsView } from './effects-view.ts';
import { MatchLights } from './match-lights.ts';
import { NetsView } from './nets-view.ts';
import type { PitchBounds } from './pitch-bounds.ts';

/** How the pictures of lights become map units. */
export type LightMeasures = {
  /** From a sheet's pixels. */
  readonly sprite: number;
  readonly bounds: PitchBounds;
  /** Pixels of the picture of the pitch per map unit. */
  readonly pitchPixels: number;
  /** In the colours of the file no net is painted. */
  readonly mapColours: boolean;
};

/** All that is drawn for a moment only. */
export type Lights = {
  readonly retexture: (measures: LightMeasures, options: EffectsOptions) => void;
  /** What happened since the last frame. */
  readonly show: (events: readonly MatchEvent[], frame: Frame, options: EffectsOptions) => void;
  readonly update: (deltaMs: number) => void;
};

export type LitWorld = {
  readonly stadium: Stadium;
  readonly ball: BallView;
  readonly camera: CameraRig;
  readonly radius: { readonly player: number; readonly ball: number };
};

export type CreateLights = typeof createLights;

/** Nothing of it has to be there when the pitch is: it is loaded behind the first picture. */
export function createLights(
  scene: Scene,
  world: GameObjects.Container,
  { stadium, ball, camera, radius }: LitWorld,
): Lights {
  const nets = new NetsView(scene, world, stadium);
  const effects = new EffectsView(scene, world);
  const lights = new MatchLights({ effects, nets, ball, camera });
  return {
    retexture: ({ sprite, bounds, pitchPixels, mapColours }, { calm, tier }) => {
      nets.retexture(bounds, pitchPixels, !calm && tier !== 'low' && !mapColours);
      effects.retexture(sprite, tier);
    },
    show: (events, frame, options) => lights.show(events, frame, options, radius),
    update: (deltaMs) => {
      nets.update(deltaMs);
      effects.update(deltaMs);
    },
  };
}
