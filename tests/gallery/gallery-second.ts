import { computed, signal } from '@preact/signals';
import { h } from 'preact';
import type { ErrorCode } from '../../game/i18n/en/en.ts';
import type { SecondHand } from '../../game/settings/two-hands.ts';
import type { SecondParts, SecondView } from '../../game/ui/model/second-model.ts';
import type { SecondPersonView } from '../../game/ui/model/second-person-model.ts';
import type { RoomView } from '../../game/ui/model/view-model.ts';
import { SecondPanel } from '../../game/ui/second/second-panel.tsx';

/** A second person without a second session. */
export class GallerySecond implements SecondView {
  readonly isAllowed = signal(false);
  readonly parts = signal<SecondParts | null>(null);
  readonly #person = {
    state: signal<'out' | 'asking' | 'knocking' | 'in'>('out'),
    problem: signal<ErrorCode | null>(null),
    room: signal<RoomView | null>(null),
    stillness: signal(null),
    hand: signal<SecondHand>('arrows'),
    actions: { moveTo: () => {}, setReady: () => {}, beHere: () => {}, vote: () => {} },
    hasPad: () => false,
    join: () => {},
    takeUp: () => {},
    leave: () => {},
  } satisfies SecondPersonView;

  readonly open = async (): Promise<void> => {};

  reset(): void {
    this.isAllowed.value = false;
    this.parts.value = null;
    this.#person.state.value = 'out';
    this.#person.problem.value = null;
    this.#person.room.value = null;
    this.#person.hand.value = 'arrows';
  }

  /** Asked who it is; where it was tried, with this problem. */
  ask(problem: ErrorCode | null, hand: SecondHand = 'arrows'): void {
    const person = this.#person;
    this.isAllowed.value = true;
    person.problem.value = problem;
    person.hand.value = hand;
    this.parts.value = {
      Panel: () => h(SecondPanel, { view: person }),
      hand: computed(() => (person.state.value === 'in' ? person.hand.value : null)),
    };
  }

  /** In the room, as the member with this number. */
  sit(room: RoomView, self: number): void {
    this.ask(null);
    this.#person.state.value = 'in';
    this.#person.room.value = { ...room, self: room.state.members[self]!.id };
  }
}
