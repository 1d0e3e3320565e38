import { expect, test } from 'vitest';
import { PictureQuality } from './picture-quality.ts';

/** Seconds of pictures; every `nth` of them takes `slowMs`. */
function show(
  quality: PictureQuality,
  seconds: number,
  everyMs: number,
  nth = 0,
  slowMs = 0,
): void {
  let count = 0;
  for (let ms = 0; ms < seconds * 1000; count += 1) {
    const interval = nth > 0 && count % nth === 0 ? slowMs : everyMs;
    quality.note(interval);
    ms += interval;
  }
}

test.each([48, 60, 75, 144, 240])('[V38] at %i pictures a second all is drawn for ever', (rate) => {
  const quality = new PictureQuality();
  show(quality, 600, 1000 / rate);
  expect(quality.tier).toBe('high');
});

test('[V38] two seconds in which one picture of ten is late are a tier less, four are two', () => {
  const quality = new PictureQuality();
  show(quality, 1.5, 1000 / 60, 10, 33);
  expect(quality.tier).toBe('high');
  show(quality, 1, 1000 / 60, 10, 33);
  expect(quality.tier).toBe('balanced');
  show(quality, 2.5, 1000 / 60, 10, 33);
  expect(quality.tier).toBe('low');
  show(quality, 60, 1000 / 30);
  expect(quality.tier).toBe('low');
});

test('[V38] a tier that is low stays so, however fast pictures come then', () => {
  const quality = new PictureQuality();
  show(quality, 2.5, 1000 / 30);
  show(quality, 60, 1000 / 144);
  expect(quality.tier).toBe('balanced');
});

test('[V38] single hitches, and a time in which nobody looked, are no reason', () => {
  const quality = new PictureQuality();
  for (let minute = 0; minute < 5; minute += 1) {
    show(quality, 10, 1000 / 60);
    show(quality, 1, 60);
    quality.note(4000);
    show(quality, 1, 60);
  }
  expect(quality.tier).toBe('high');
});
