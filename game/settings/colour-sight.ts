type Triple = readonly [number, number, number];

/**
 * How people see who lack one kind of cone, as rows over linear red, green and blue: Machado, Oliveira and
 * Fernandes 2009, severity 1. Grey is what a screen without colour shows.
 */
const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
  ],
  deutan: [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ],
  tritan: [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.3039],
  ],
};
const LIGHT: Triple = [0.2126, 0.7152, 0.0722];

/** Least differences of two teams, in steps of CIEDE2000: to eyes of any kind, and without colour. */
export const TEAMS_APART = { seen: 25, grey: 12 } as const;

/** How far apart two colours 0xRRGGBB are to each kind of eye, by CIEDE2000. */
export function differencesOf(a: number, b: number): Readonly<Record<string, number>> {
  const seen = Object.entries(SIGHTS).map(([name, rows]) => {
    const [one, other] = [a, b].map((color) => labOf(rows.map((row) => dot(row, linearOf(color)))));
    return [name, ciede2000(one!, other!)];
  });
  const [one, other] = [a, b].map((color) => {
    const light = dot(LIGHT, linearOf(color));
    return labOf([light, light, light]);
  });
  return { ...Object.fromEntries(seen), grey: ciede2000(one!, other!) };
}

/** Whether nobody takes one for the other, whatever its eyes. */
export function areApart(a: number, b: number): boolean {
  const { grey, ...seen } = differencesOf(a, b);
  return grey! >= TEAMS_APART.grey && Object.values(seen).every((one) => one >= TEAMS_APART.seen);
}

/** What colours 0xRRGGBB that are too small to tell apart look like together. */
export function mixOf(colors: readonly number[]): number {
  const sum = [0, 1, 2].map((at) => {
    const light = colors.reduce((all, color) => all + linearOf(color)[at]!, 0) / colors.length;
    const part = light <= 0.003_130_8 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
    return Math.round(part * 255);
  });
  return sum.reduce((whole, value) => whole * 256 + value, 0);
}

function linearOf(color: number): Triple {
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255].map((value) => {
    const part = value / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** CIE L*a*b* of linear red, green and blue under D65. */
function labOf(linear: readonly number[]): Triple {
  const rgb = linear.map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple;
  const [x, y, z] = [
    dot([0.4124, 0.3576, 0.1805], rgb) / 0.950_47,
    dot(LIGHT, rgb),
    dot([0.0193, 0.1192, 0.9505], rgb) / 1.088_83,
  ].map((value) => (value > 0.008_856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const DEGREE = Math.PI / 180;
const FAR = 25 ** 7;

/** The difference of two colours in L*a*b*: Sharma, Wu and Dalal 2005. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const middle = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 1 + 0.5 * (1 - Math.sqrt(middle ** 7 / (middle ** 7 + FAR)));
  const [c1, c2] = [Math.hypot(a1 * g, b1), Math.hypot(a2 * g, b2)];
  const [h1, h2] = [hueOf(a1 * g, b1), hueOf(a2 * g, b2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const [dl, dc] = [l2 - l1, c2 - c1];
  const dh = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * DEGREE);
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const h = isGrey ? h1 + h2 : h1 + turn / 2;
  const t =
    1 -
    0.17 * Math.cos((h - 30) * DEGREE) +
    0.24 * Math.cos(2 * h * DEGREE) +
    0.32 * Math.cos((3 * h + 6) * DEGREE) -
    0.2 * Math.cos((4 * h - 63) * DEGREE);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const fromBlue = (((h + 360) % 360) - 275) / 25;
  const blue = 60 * Math.exp(-(fromBlue ** 2));
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + FAR)) * Math.sin(blue * DEGREE);
  const [pl, pc, ph] = [dl / sl, dc / sc, dh / sh];
  return Math.sqrt(pl * pl + pc * pc + ph * ph + rt * pc * ph);
}

function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / DEGREE + 360) % 360;
}
