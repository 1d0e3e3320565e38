/** How the settings are reached, and what has to be as it was afterwards. */
export type Opened = 'screen' | 'settings' | 'menu' | 'match';

export type WantedLook = {
  readonly opened: Opened;
  readonly language: string;
  readonly textScale: number;
};

/**
 * Within a page of the running game: chooses language and size of text as a person does, in the settings,
 * and goes back to where it came from. Stands alone, so that a browser can be handed its text.
 */
export async function setLook({ opened, language, textScale }: WantedLook): Promise<void> {
  // Not by frames: a page that draws few would take its time.
  const moment = () => new Promise((resolve) => setTimeout(resolve, 5));
  const until = async <Found>(find: () => Found | null | false, what: string): Promise<Found> => {
    for (let moments = 0; moments < 1000; moments += 1) {
      const found = find();
      if (found !== null && found !== false) return found;
      await moment();
    }
    throw new Error(`there is no ${what}`);
  };
  const by = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
  const press = async (id: string) => (await until(() => by(id), id)).click();
  const set = (control: HTMLInputElement | HTMLSelectElement, value: string, type: string) => {
    control.value = value;
    control.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const close = async (id: string) => {
    by(id)!.querySelector<HTMLElement>('.dialog-head button')!.click();
    await until(() => by(id) === null, `end of ${id}`);
  };

  if (opened === 'match') await press('menu');
  if (opened === 'match' || opened === 'menu') await press('menu-settings');
  if (opened === 'screen') await press('open-settings');
  await press('tab-look');
  const group = await until(
    () => document.querySelector<HTMLElement>('[data-group="look"]'),
    'settings of the look',
  );
  set(group.querySelector<HTMLInputElement>('input[type=range]')!, String(textScale), 'input');
  set(group.querySelector<HTMLSelectElement>('[data-testid="language"]')!, language, 'change');
  await until(() => document.documentElement.lang === language, `page in ${language}`);
  if (opened !== 'settings') await close('settings');
  if (opened === 'match') await close('match-menu');
  await moment();
}
