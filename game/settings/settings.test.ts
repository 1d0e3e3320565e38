import { expect, test } from 'vitest';
import { DEFAULT_KEY_BINDINGS, KEY_ACTIONS, KEY_RULES, readKeyBindings } from './key-bindings.ts';
import { PAD_ACTIONS, PAD_RULES, parsePadBindings } from './pad-bindings.ts';
import { initials, makeNickname } from './nickname.ts';
import { DEFAULT_SETTINGS, parseSettings } from './settings.ts';
import { bind, unbind } from './rebind.ts';
import { openSettings, SettingsStore, type TextStore } from './settings-store.ts';
import { applyTheme, colorNumber, COLORS, paletteOf, PALETTES } from './theme.ts';

function memoryStore(
  initial: Record<string, string> = {},
): TextStore & { texts: Map<string, string> } {
  const texts = new Map(Object.entries(initial));
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
  };
}

test('anything that is no settings gives the defaults', () => {
  for (const value of [null, 7, 'x', [], {}, { sound: 3, keys: [], gamepad: null }]) {
    expect(parseSettings(value)).toEqual(DEFAULT_SETTINGS);
  }
});

test('numbers out of bounds are brought back and wrong types are replaced', () => {
  const settings = parseSettings({
    textScale: 9000,
    palette: '__proto__',
    motion: 'wild',
    goalReplay: 'sometimes',
    zoom: 1.1,
    quality: 'ultra',
    pictureCap: 31,
    hudOpacity: 0,
    ownRing: 900,
    sound: { master: -3, effects: Number.NaN, ui: '1', muted: 'yes' },
    gamepad: { deadZone: 1 },
  });
  expect(settings.textScale).toBe(150);
  expect(settings.palette).toBe('sun-wave');
  expect(settings.motion).toBe('system');
  expect([settings.goalReplay, settings.zoom, settings.hudOpacity]).toEqual(['friends', 1, 0.4]);
  expect(settings.ownRing).toBe(200);
  expect([settings.quality, settings.pictureCap]).toEqual(['auto', 0]);
  expect(settings.sound).toEqual({ ...DEFAULT_SETTINGS.sound, master: 0 });
  expect(settings.gamepad.deadZone).toBe(0.6);
});

test('maps that are shown in our colours are remembered, the latest hundred, and nothing that is no id', () => {
  const ids = Array.from({ length: 150 }, (_, index) => `map-${index}`);
  const { houseMaps } = parseSettings({ houseMaps: [...ids, 7, null] });
  expect(houseMaps).toHaveLength(100);
  expect(houseMaps.at(-1)).toBe('map-149');
  expect(parseSettings({ houseMaps: 'map-1' }).houseMaps).toEqual([]);
});

test('settings survive a reload', () => {
  const store = memoryStore();
  new SettingsStore(store).update({ nick: 'Ana', palette: 'lime-violet' });
  const again = new SettingsStore(store);
  expect(again.value.nick).toBe('Ana');
  expect(again.value.palette).toBe('lime-violet');
});

test('whoever comes for the first time gets a name, and keeps it', () => {
  const store = memoryStore();
  expect(openSettings(store, () => 0).value.nick).toBe('Swift Otter');
  expect(openSettings(store, () => 0.99).value.nick).toBe('Swift Otter');
  new SettingsStore(store).update({ nick: 'Ana' });
  expect(openSettings(store, () => 0).value.nick).toBe('Ana');
});

test('blocked storage costs the memory and nothing else', () => {
  const blocked: TextStore = {
    getItem: () => {
      throw new Error('blocked');
    },
    setItem: () => {
      throw new Error('blocked');
    },
  };
  const store = new SettingsStore(blocked);
  store.update({ nick: 'Ana' });
  expect(store.value.nick).toBe('Ana');
});

test('text in the storage that is no JSON is ignored', () => {
  expect(new SettingsStore(memoryStore({ 'peerball.settings': '{{' })).value).toEqual(
    DEFAULT_SETTINGS,
  );
});

test('stored bindings keep what is usable and fall back to the defaults', () => {
  const { bindings: keys } = readKeyBindings({
    up: ['KeyI', 'Escape', 4],
    kick: ['<b>'],
    other: ['KeyQ'],
  });
  expect(keys.up).toEqual(['KeyI']);
  expect(keys.kick).toEqual(DEFAULT_KEY_BINDINGS.kick);
});

test('a key that was chosen before an action had it as its usual one stays, and that action gets a spare one', () => {
  const store = memoryStore();
  const before = { ...DEFAULT_KEY_BINDINGS, kick: ['KeyV', 'KeyB'], voice: undefined };
  store.setItem('peerball.settings', JSON.stringify({ keys: before }));
  const settings = new SettingsStore(store);
  expect([settings.value.keys.kick, settings.value.keys.voice]).toEqual([
    ['KeyV', 'KeyB'],
    ['KeyN'],
  ]);
  expect(settings.value.movedKeys).toEqual(['voice']);
  settings.update({ nick: 'Ana' });
  const again = new SettingsStore(store);
  expect([again.value.keys.voice, again.value.movedKeys]).toEqual([['KeyN'], ['voice']]);
  again.update({ keys: bind(KEY_RULES, again.value.keys, 'voice', 'KeyG'), movedKeys: [] });
  expect(new SettingsStore(store).value.movedKeys).toEqual([]);
});

test('two stored actions never share a key, and none is without', () => {
  const all = Object.fromEntries(KEY_ACTIONS.map((action) => [action, ['KeyV', 'KeyV', 'KeyW']]));
  for (const stored of [all, { ...all, mute: ['KeyM'] }, { hud: ['KeyM'], mute: ['KeyH'] }]) {
    const { bindings: keys } = readKeyBindings(stored);
    const codes = KEY_ACTIONS.flatMap((action) => keys[action]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(KEY_ACTIONS.filter((action) => keys[action].length === 0)).toEqual([]);
  }
  const full = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`);
  const digits = [...'0123456789'].flatMap((digit) => [`Digit${digit}`, `Numpad${digit}`]);
  const codes = [...full, ...digits];
  const others = KEY_ACTIONS.filter((action) => action !== 'voice');
  const greedy = others.map((action, index) => [action, codes.slice(index * 3, index * 3 + 3)]);
  const { bindings: keys, moved } = readKeyBindings({
    ...Object.fromEntries(greedy),
    voice: ['KeyA'],
  });
  expect([keys.voice.length, moved]).toEqual([1, ['voice']]);
});

test('a key that is bound anew leaves the action that had it', () => {
  const bindings = bind(KEY_RULES, DEFAULT_KEY_BINDINGS, 'up', 'KeyX');
  expect(bindings.up).toContain('KeyX');
  expect(bindings.kick).toEqual(['Space']);
});

test('no action can lose its last key', () => {
  expect(bind(KEY_RULES, DEFAULT_KEY_BINDINGS, 'up', 'KeyM')).toBe(DEFAULT_KEY_BINDINGS);
  expect(unbind(DEFAULT_KEY_BINDINGS, 'mute', 'KeyM')).toBe(DEFAULT_KEY_BINDINGS);
});

test('a button of a gamepad has one action, and what cannot be bound is none', () => {
  const read = parsePadBindings({
    kick: [0, 0, 9, 12, -1, 1.5, 'a', 1],
    voice: [0],
    standings: [1, 5],
    quickChat: 'x',
  });
  expect(read).toEqual({ kick: [0, 1], quickChat: [4], voice: [6], standings: [5] });
  for (const stored of [null, 7, [], {}, { kick: [9] }]) {
    expect(parsePadBindings(stored)).toEqual(PAD_RULES.defaults);
  }
  const greedy = { kick: [0, 1, 2, 3], quickChat: [4, 5, 6, 7], standings: [8, 10, 11] };
  const full = parsePadBindings(greedy);
  const buttons = PAD_ACTIONS.flatMap((action) => full[action]);
  expect(new Set(buttons).size).toBe(buttons.length);
});

test('a made-up nick has two words', () => {
  expect(makeNickname(() => 0)).toBe('Swift Otter');
  expect(makeNickname(() => 0.999_999)).toBe('Gentle Raven');
});

test('the theme reaches CSS by kebab-case names', () => {
  const seen = new Map<string, string>();
  applyTheme({ setProperty: (name, value) => void seen.set(name, value) }, PALETTES['sun-wave']);
  expect(seen.get('--pitch-alt')).toBe(COLORS.pitchAlt);
  expect(seen.get('--sun')).toBe('#FFB42E');
  expect(colorNumber('#FFB42E')).toBe(0xff_b4_2e);
});

test('a disc is labelled with one or two letters of the name', () => {
  expect(initials('Swift Otter')).toBe('SO');
  expect(initials('ana')).toBe('A');
  expect(initials('7 of nine')).toBe('7O');
  expect(initials('<b>')).toBe('B');
  expect(initials('नमस्ते')).toBe('न');
  expect(initials('मीना राव')).toBe('मर');
  expect(initials('🦊')).toBe('?');
});

test('lessons that are done stay done, whatever said so', () => {
  const lessonsOf = (stored: object) => parseSettings(stored).lessons;
  expect(lessonsOf({ lessons: 2 })).toBe(2);
  expect(lessonsOf({ lessons: 99 })).toBe(3);
  expect(lessonsOf({ lessons: 'all', knowsKeys: true })).toBe(3);
  expect(lessonsOf({ knowsKeys: false })).toBe(0);
});

test('own colours are whole ones; else the palette is the first', () => {
  const ownColours = { sun: '#FFB42E', wave: '#3d82ff', waveText: '#7CB0FF' };
  const read = parseSettings({ palette: 'own', ownColours });
  expect([read.palette, read.ownColours]).toEqual(['own', ownColours]);
  expect(paletteOf(read)).toMatchObject(ownColours);
  for (const sun of ['red', '#FFF', 'url(x)', 7, undefined]) {
    const forged = parseSettings({ palette: 'own', ownColours: { ...ownColours, sun } });
    expect([forged.palette, forged.ownColours]).toEqual(['sun-wave', null]);
  }
  const kept = parseSettings({ palette: 'lime-violet', ownColours });
  expect([kept.palette, kept.ownColours]).toEqual(['lime-violet', ownColours]);
});
