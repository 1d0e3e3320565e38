/** [V16] How the fragment of a moment's link begins. */
export const MOMENT_MARK = '#moment=';
