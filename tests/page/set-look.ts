/**
 * Runs within a page of the running game: chooses language and size of text as a person does, in the
 * settings, and goes back to where it came from.
 */

/** How the settings are reached, and what has to be as it was afterwards. */
export type Opened = 'screen' | 'settings' | 'menu' | 'match';

export type WantedLook = {
  readonly opened: Opened;
  readonly language: string;
  readonly textScale: number;
};

const LOOKS_MAX = 1000;
const LOOK_MS = 5;

/** Opens the settings from where the page is, and chooses language and size of text. */
export async function setLook({ opened, language, textScale }: WantedLook): Promise<void> {
  if (opened === 'match') await press('menu');
  if (opened === 'match' || opened === 'menu') await press('menu-settings');
  if (opened === 'screen') await press('open-settings');
  await press('tab-look');
  const group = await until(
    () => document.querySelector<HTMLElement>('[data-group="look"]'),
    'settings of the look',
  );
  set(
    group.querySelector<HTMLInputElement>('[data-testid="text-scale"]')!,
    String(textScale),
    'input',
  );
  set(group.querySelector<HTMLSelectElement>('[data-testid="language"]')!, language, 'change');
  await until(() => document.documentElement.lang === language, `page in ${language}`);
  const scale = String(textScale / 100);
  await until(
    () => document.documentElement.style.getPropertyValue('--text-scale') === scale,
    `text of ${textScale} %`,
  );
  if (opened !== 'settings') await close('settings');
  if (opened === 'match') await close('match-menu');
}

async function press(id: string): Promise<void> {
  (await until(() => by(id), id)).click();
}

async function close(id: string): Promise<void> {
  by(id)!.querySelector<HTMLElement>('.dialog-head button')!.click();
  await until(() => by(id) === null, `end of ${id}`);
}

function set(control: HTMLInputElement | HTMLSelectElement, value: string, type: string): void {
  control.value = value;
  control.dispatchEvent(new Event(type, { bubbles: true }));
}

function by(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
}

/** Looks again and again, not once a frame: a page that draws few would take its time. */
async function until<Found>(find: () => Found | null | false, what: string): Promise<Found> {
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const found = find();
    if (found !== null && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`there is no ${what}`);
}
