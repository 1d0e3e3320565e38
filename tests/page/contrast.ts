import type { Page } from 'playwright-core';

/** What WCAG asks of text of the usual size. */
const LEAST = 4.5;

/** The buttons whose words are hard to read while a pointer is over them, with their contrast. */
export async function faintWhenHovered(page: Page): Promise<string[]> {
  const faint: string[] = [];
  const dialog = page.locator('dialog[open]');
  // Over the page nothing else is in reach of the pointer.
  const area = (await dialog.count()) > 0 ? dialog.last() : page.locator('body');
  for (const button of await area.locator('button:enabled:visible').all()) {
    await button.hover();
    const { text, grounds } = await button.evaluate((element) => {
      const found: string[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        found.push(getComputedStyle(at).backgroundColor);
      }
      return { text: getComputedStyle(element).color, grounds: found };
    });
    const contrast = contrastOf(text, grounds);
    if (contrast < LEAST) faint.push(`${await button.innerText()}: ${contrast.toFixed(2)}`);
  }
  return faint;
}

/** Red, green, blue and opacity, each 0 … 1. */
type Colour = readonly [number, number, number, number];

/** @param grounds what lies under the text, the nearest first; in the end there is night */
function contrastOf(text: string, grounds: readonly string[]): number {
  const ground = grounds.map(parseColour).reduceRight(paintOver, [0, 0, 0, 1]);
  const both = [luminance(ground), luminance(paintOver(ground, parseColour(text)))];
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
}

/** `rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)` or `color(srgb 0.1 0.2 0.3 / 0.5)`, as browsers compute them. */
function parseColour(text: string): Colour {
  const numbers = (text.match(/[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  const unit = text.startsWith('color(') ? 1 : 255;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return [red / unit, green / unit, blue / unit, alpha];
}

function paintOver(below: Colour, top: Colour): Colour {
  const mix = (index: 0 | 1 | 2): number => top[index] * top[3] + below[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
