import { FREE_ZOOM, type WatchView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';

export type SteerProps = {
  readonly view: WatchView;
  /** By CSS pixels of the picture. */
  readonly moveBy: (right: number, down: number) => void;
};

/** CSS pixels for each press. */
const STEP_PX = 64;

/** The free camera by buttons: for a gamepad, a screen reader, and who drags nothing. */
export function SteerCamera({ view, moveBy }: SteerProps) {
  const texts = useReplaysTexts();
  const steps = [
    ['←', texts.cameraTo.left, () => moveBy(-STEP_PX, 0)],
    ['↑', texts.cameraTo.up, () => moveBy(0, -STEP_PX)],
    ['↓', texts.cameraTo.down, () => moveBy(0, STEP_PX)],
    ['→', texts.cameraTo.right, () => moveBy(STEP_PX, 0)],
    ['+', texts.nearer, () => view.zoomCamera(FREE_ZOOM.step)],
    ['−', texts.farther, () => view.zoomCamera(1 / FREE_ZOOM.step)],
  ] as const;
  return (
    <div class="row watch-steer" role="group" aria-label={texts.camera} data-testid="watch-steer">
      {steps.map(([sign, label, onClick]) => (
        <button
          key={sign}
          type="button"
          class="icon-button"
          aria-label={label}
          title={label}
          onClick={onClick}
        >
          <span aria-hidden="true" translate={false}>
            {sign}
          </span>
        </button>
      ))}
    </div>
  );
}
