/** Behaviour of the simulation: two peers share a match only when these are equal. */
export const SIM_VERSION = 7;

/** Layout of the packets between peers. */
export const WIRE_VERSION = 16;

/** Events between the game and the lobby server. */
export const LOBBY_VERSION = 16;
