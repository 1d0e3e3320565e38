import { ChatLimit } from '../../shared/netplay/chat/chat-limit.ts';
import {
  type Panel,
  PRESS_RATE,
  type PressRefusal,
  type RoomPanel,
} from '../../shared/netplay/panel/panel.ts';
import type { Picture, ToWorker } from './messages.ts';

export type WorkerPanelPorts = {
  readonly post: (message: ToWorker) => void;
  readonly now: () => number;
};

/** The panel of a script, of a session in a worker. What is refused by its rate is refused here, at once. */
export class WorkerPanel implements RoomPanel {
  shown: Panel | null = null;
  readonly #ports: WorkerPanelPorts;
  readonly #limit = new ChatLimit(PRESS_RATE);

  constructor(ports: WorkerPanelPorts) {
    this.#ports = ports;
  }

  press(button: string): PressRefusal | null {
    if (!this.shown?.buttons.some(({ id }) => id === button)) return 'nobody';
    if (!this.#limit.tryTake(this.#ports.now())) return 'too-fast';
    this.#ports.post({ type: 'press', button });
    return null;
  }

  /** What the worker says of it. */
  hear({ panel }: Picture): void {
    if (panel !== null) this.shown = panel.shown;
  }
}
