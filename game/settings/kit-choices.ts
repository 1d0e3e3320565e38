import type { Kit } from '../../shared/room/kit.ts';

const INK = 0x0b_12_20;
const WHITE = 0xff_ff_ff;

/**
 * What people may choose for each team: two colours and an angle. All of the one are light and all of the other dark,
 * so that everybody tells any two of them apart, and from the teams of each palette (a test looks at all of them).
 */
export const KIT_CHOICES: Readonly<Record<'sun' | 'wave', readonly Kit[]>> = {
  sun: [
    { angle: 0, text: INK, stripes: [0xff_ff_ff, 0xff_c4_4d] },
    { angle: 60, text: INK, stripes: [0xff_e1_4d, 0xff_9a_2e] },
    { angle: 90, text: INK, stripes: [0xd6_ff_4d, 0xff_ff_ff] },
    { angle: 135, text: INK, stripes: [0xff_ff_ff, 0xff_8a_7a] },
    { angle: 45, text: INK, stripes: [0xc8_f7_e0, 0xff_ff_ff] },
  ],
  wave: [
    { angle: 0, text: WHITE, stripes: [0x1b_2a_6b, 0x2f_74_ff] },
    { angle: 60, text: WHITE, stripes: [0x6b_3f_d0, 0x22_30_6e] },
    { angle: 90, text: WHITE, stripes: [0x0b_5e_6b, 0x12_3a_8a] },
    { angle: 135, text: WHITE, stripes: [0x10_1a_33, 0x7a_4d_ff] },
    { angle: 45, text: WHITE, stripes: [0x7a_1f_6b, 0x2a_2f_8f] },
  ],
};

/** Place of this kit among the choices; -1 for none, and for one that a script made. */
export function placeOfKit(choices: readonly Kit[], kit: Kit | null): number {
  const wanted = JSON.stringify(kit?.stripes);
  return choices.findIndex(
    ({ angle, stripes }) => angle === kit?.angle && JSON.stringify(stripes) === wanted,
  );
}
