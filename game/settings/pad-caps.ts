/** What stands on the buttons that can be bound: of one make, and of the other where that differs. */
const CAPS: Readonly<Record<number, string>> = {
  0: 'A ✕',
  1: 'B ○',
  2: 'X □',
  3: 'Y △',
  4: 'LB L1',
  5: 'RB R1',
  6: 'LT L2',
  7: 'RT R2',
  8: 'Back',
  10: 'L3',
  11: 'R3',
};

/** What is written on a button. */
export function padCap(button: number): string {
  return CAPS[button] ?? `${button}`;
}
