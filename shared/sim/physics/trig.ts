/**
 * Sine, cosine and tangent from + − × ÷ alone: the engines' own differ in the last bits. Used when
 * a stadium is loaded, never in a tick. Error below 1e-15 for the angles of a stadium.
 */
const HALF_PI = Math.PI / 2;
/** What `HALF_PI` lacks to the true value: keeps the reduction exact near the zeros. */
const HALF_PI_REST = 6.123233995736766e-17;

/** Enough terms of the series for |x| ≤ π/4. */
const TERMS = 10;

/** Degrees in radians. */
export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** The sine of an angle in radians, the same bits on every engine. */
export function sin(angle: number): number {
  const quarter = nearestQuarter(angle);
  const rest = angle - quarter * HALF_PI - quarter * HALF_PI_REST;
  return turn(quarter, sinSeries(rest), cosSeries(rest));
}

/** The cosine of an angle in radians, the same bits on every engine. */
export function cos(angle: number): number {
  const quarter = nearestQuarter(angle);
  const rest = angle - quarter * HALF_PI - quarter * HALF_PI_REST;
  return turn(quarter + 1, sinSeries(rest), cosSeries(rest));
}

/** The tangent of an angle in radians, the same bits on every engine. */
export function tan(angle: number): number {
  return sin(angle) / cos(angle);
}

function nearestQuarter(angle: number): number {
  return Math.floor(angle / HALF_PI + 0.5);
}

/** The sine of `quarter` quarter turns plus an angle with these sine and cosine. */
function turn(quarter: number, sine: number, cosine: number): number {
  const side = quarter - 4 * Math.floor(quarter / 4);
  if (side === 0) return sine;
  if (side === 1) return cosine;
  return side === 2 ? -sine : -cosine;
}

function sinSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < TERMS; n += 1) {
    term = (-term * x * x) / (2 * n * (2 * n + 1));
    sum += term;
  }
  return sum;
}

function cosSeries(x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < TERMS; n += 1) {
    term = (-term * x * x) / ((2 * n - 1) * (2 * n));
    sum += term;
  }
  return sum;
}
