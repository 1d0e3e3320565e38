/** Most bytes of a stadium file, as UTF-8. */
export const MAX_FILE_BYTES = 1_048_576;

/** Most vertexes, segments, goals, discs, planes, joints or spawn points of a stadium: each. */
export const MAX_OF_A_KIND = 1024;

/** Objects and lists in each other; the format itself needs four levels. */
export const MAX_DEPTH = 100;

/** A report names this many problems of a file at most. */
export const MAX_PROBLEMS = 20;

export const MAX_NAME_CHARS = 100;

/** [F5] Inverse masses end here: the sum of any two is still a number. */
export const MAX_INVERSE_MASS = Number.MAX_VALUE / 2;
