import { parsePeerId } from '../../shared/base/peer-id.ts';
import { readMoment } from '../../shared/replay/playable-moment.ts';
import { ReplayRecorder } from '../../shared/replay/replay-recorder.ts';
import { BY_SEQUENCER, type Command, toMemberId } from '../../shared/room/command.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { stepWorld } from '../../shared/room/step-world.ts';
import { createWorld, type World } from '../../shared/room/world.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { ScriptedPlayers } from '../../tools/stadiums/scripted-match.ts';

/** A room that scripts play in, without a network, and the recorder that watches it. */
export class RecordedMatch {
  readonly stadiums = new StadiumCollection(readMoment);
  readonly recorder = new ReplayRecorder((stadium) => this.stadiums.text(stadium));
  readonly events = new EventBuffer();
  world: World;
  readonly #players: ScriptedPlayers;

  constructor(players: number, seed = 1) {
    this.#players = new ScriptedPlayers(seed);
    this.world = createWorld('classic', this.stadiums.arena, seed);
    this.recorder.begin(this.world);
    for (let place = 0; place < players; place++) this.join(place);
  }

  /** @param number of the member; another one when that machine was here before */
  join(place: number, number = place): void {
    const peer = parsePeerId(`lobby-knows-${place}`)!;
    const member = toMemberId(number);
    this.step([{ type: 'join', member, peer, name: `Player ${place}`, by: BY_SEQUENCER }]);
  }

  /** Its seat runs out while it is away. */
  lapse(number: number): void {
    const member = toMemberId(number);
    this.step([{ type: 'absent', member, absent: true, by: BY_SEQUENCER }]);
    this.step([{ type: 'leave', member, by: BY_SEQUENCER }]);
  }

  /** The host asks for it. */
  request(request: Command extends infer C ? (C extends Command ? Omit<C, 'by'> : never) : never) {
    this.step([{ ...request, by: toMemberId(0) } as Command]);
  }

  /** One final tick. */
  step(commands: readonly Command[] = []): void {
    const { world, events } = this;
    this.#players.choose(world.arena, world.match, world.tick);
    events.clear();
    stepWorld(world, this.#players.inputs, commands, this.stadiums.arena, events);
    this.recorder.record(world, this.#players.inputs, commands);
  }

  run(ticks: number): void {
    for (let count = 0; count < ticks; count++) this.step();
  }
}
