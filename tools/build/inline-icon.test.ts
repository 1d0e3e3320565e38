import { expect, test } from 'vitest';
import { dataUrlOf } from './inline-icon.ts';

test('a picture becomes an address that ends neither its attribute nor its path too early', () => {
  const svg =
    '<svg id="a">\n  <defs>\n<b/></defs><rect\n    fill="#0B1220"\n  />\n<path\nd="M0"/></svg>\n';
  const url = dataUrlOf(svg);
  expect(url).toBe("data:image/svg+xml,<svg id='a'><rect fill='%230B1220'/></svg>");
  expect(url).not.toMatch(/["#]/);
});
