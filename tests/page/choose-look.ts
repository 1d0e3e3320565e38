import type { Page } from 'playwright-core';
import { bundleScript } from '../browser/bundle.ts';
import type { WantedLook } from './set-look.ts';

/** Chooses language and size of text in the settings of a page that goes on. */
export async function chooseLook(page: Page, wanted: WantedLook): Promise<void> {
  await page.evaluate(
    `(async () => { ${await script}; await pageLook.setLook(${JSON.stringify(wanted)}); })()`,
  );
}

const script = bundleScript('tests/page/set-look.ts', 'pageLook');
