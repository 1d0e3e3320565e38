import type { InputBits } from '../../../shared/sim/input.ts';
import { TEAM_WAVE } from '../../../shared/sim/team.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { LESSONS, type Settings } from '../../settings/settings.ts';
import type { HudModel } from './hud-model.ts';

export type LessonsPorts = {
  readonly hud: Pick<HudModel, 'teach' | 'learn'>;
  readonly settings: () => Pick<Settings, 'lessons' | 'practice'>;
  /** The person has done so many of them, now or some time ago. */
  readonly onLearnt: (lessons: number) => void;
  readonly say: (what: 'drillDone') => void;
};

/** What newcomers are shown over their own disc, once; and all of it again in the drill of practice. */
export class Lessons {
  readonly #ports: LessonsPorts;
  #drill: Pick<RoomSession, 'request'> | null = null;

  constructor(ports: LessonsPorts) {
    this.#ports = ports;
  }

  /**
   * The person begins to play.
   *
   * @param drill the session in which all is shown again; null: only what is new
   */
  begin(drill: Pick<RoomSession, 'request'> | null = null): void {
    const { hud, settings } = this.#ports;
    this.#drill = drill;
    hud.teach(drill === null ? settings().lessons : 0);
  }

  /** Every tick in which the person plays. A bot comes to one that is done with the drill. */
  follow(held: InputBits): void {
    const { hud, settings, onLearnt, say } = this.#ports;
    const learnt = hud.learn(held);
    if (learnt === null) return;
    const { lessons, practice } = settings();
    onLearnt(Math.max(learnt, lessons));
    if (this.#drill === null || learnt < LESSONS.length) return;
    say('drillDone');
    this.#drill.request({ type: 'bot', team: TEAM_WAVE, level: practice.level });
    this.#drill.request({ type: 'start' });
    this.#drill = null;
  }
}
