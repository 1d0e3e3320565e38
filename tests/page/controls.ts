import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Where the person is: everything on the page, or the dialog that holds the focus. */
    __controls?: () => HTMLElement[];
    __nameOf?: (control: Element | null) => string;
    /** The page itself has the focus when nothing else has. */
    __focus?: (control: Element | null) => void;
    /** What had the focus since the test began to look. */
    __met?: Set<Element | null>;
  }
}

/** All that can be operated, by the words of a test: what is hidden or switched off is left out. */
export async function knowControls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kinds = 'button,a[href],input,select,textarea,summary';
    window.__controls = () => {
      const area = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
      return [...area.querySelectorAll<HTMLElement>(kinds)].filter(
        (control) =>
          !control.matches(':disabled,[tabindex="-1"]') &&
          control.getClientRects().length > 0 &&
          control.checkVisibility(),
      );
    };
    window.__focus = (control) => {
      if (control === document.body) (document.activeElement as HTMLElement).blur();
      else (control as HTMLElement).focus();
    };
    window.__nameOf = (control) =>
      control?.getAttribute('data-testid') ??
      control?.getAttribute('aria-label') ??
      control?.textContent ??
      'nothing';
  });
}

/** The name of the element that has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => window.__nameOf!(document.activeElement));
}

/** The controls that the Tab key does not come to, going round twice from where the focus is. */
export async function notByTab(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    window.__met = new Set([document.activeElement]);
    document.addEventListener('focusin', ({ target }) => window.__met!.add(target as Element));
    return window.__controls!().length;
  });
  for (let step = 0; step < 2 * (count + 3); step += 1) {
    // Often the first time round is enough.
    if (step >= count && step % 8 === 0 && (await missing(page)).length === 0) return [];
    await page.keyboard.press('Tab');
  }
  return missing(page);
}

function missing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    window.__controls!()
      .filter((control) => !window.__met!.has(control))
      // Of a group of radios the arrows go to the others.
      .filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked))
      .map(window.__nameOf!),
  );
}
