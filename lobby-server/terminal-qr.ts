import { generate } from 'lean-qr';

/** Light modules around the code, without which phones do not find it. */
const QUIET = 2;
/** Of two rows in one line of text: light above, light below. */
const HALVES = [' ', '▄', '▀', '█'] as const;

/** A QR code as lines of text, light on dark as terminals are. */
export function terminalQr(text: string): string {
  const code = generate(text);
  const isLight = (x: number, y: number): boolean => !code.get(x, y);
  const lines: string[] = [];
  for (let y = -QUIET; y < code.size + QUIET; y += 2) {
    let line = '';
    for (let x = -QUIET; x < code.size + QUIET; x++) {
      line += HALVES[(isLight(x, y) ? 2 : 0) + (isLight(x, y + 1) ? 1 : 0)];
    }
    lines.push(line);
  }
  return lines.join('\n');
}
