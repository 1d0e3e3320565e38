import { generate } from 'lean-qr';
import { expect, test } from 'vitest';
import { terminalQr } from './terminal-qr.ts';

test('the code in the terminal has the modules of the code, light where they are light', () => {
  const text = 'http://192.0.2.7:3000';
  const lines = terminalQr(text).split('\n');
  const code = generate(text);
  expect(lines).toHaveLength(Math.ceil((code.size + 4) / 2));
  const isLight = (x: number, y: number): boolean => {
    const half = lines[Math.floor((y + 2) / 2)]?.[x + 2];
    return half === '█' || half === ((y + 2) % 2 === 0 ? '▀' : '▄');
  };
  for (let y = -2; y < code.size + 2; y++) {
    for (let x = -2; x < code.size + 2; x++) expect(isLight(x, y)).toBe(!code.get(x, y));
  }
});
