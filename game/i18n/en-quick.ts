/** Quick match with strangers. */
export const enQuick = {
  play: 'Play',
  playHint: 'quick match with others',
  joining: 'To the pitch…',
  searching: (count: number) => (count === 1 ? '1 person searching' : `${count} people searching`),
  playing: (count: number) => `${count} playing`,
  next: (seconds: number) => `Next match in ${seconds} s`,
};
