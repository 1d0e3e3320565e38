/** What rollback needs of a game: a world that can be copied and stepped. */
export interface Simulation<World extends { tick: number }, Command> {
  copy(from: World, to: World): void;
  /** Steps the world by one tick. `inputs`: MAX_SEATS bytes. */
  step(world: World, inputs: Uint8Array, commands: readonly Command[]): void;
}
