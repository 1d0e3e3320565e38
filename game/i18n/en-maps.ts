/** Choosing, loading and sending of maps. */
export const enMaps = {
  title: 'Map',
  choose: 'Choose a map',
  builtIn: 'Maps that everybody has',
  own: 'Your maps',
  names: {
    small: 'Small',
    classic: 'Classic',
    big: 'Big',
    huge: 'Huge',
    rounded: 'Rounded',
    rink: 'Rink',
  },
  size: (width: number, height: number) => `${width} × ${height}`,
  discs: (count: number) =>
    count === 1 ? '1 disc beside the ball' : `${count} discs beside the ball`,
  ownColours: 'Map in its own colours',
  remove: (name: string) => `Delete ${name}`,
  load: 'Load a map…',
  loadHint: 'A .hbs or .json file. You can also drop it on this page, or paste its text.',
  take: 'Play on this map',
  takeHint: 'Everybody in the room gets it from you. It is kept in this browser.',
  back: 'Back to the maps',
  refused: (name: string) =>
    name === '' ? 'This is no map that can be played on.' : `${name} cannot be played on.`,
  sending: (name: string, percent: number) => `Sending the map to ${name}: ${percent} %`,
  receiving: (percent: number) => `Loading the map: ${percent} %`,
  full: 'Your maps are full. Delete one to keep another.',
  blocked: 'This browser keeps no maps: they are gone when you leave.',
} as const;
