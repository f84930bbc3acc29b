import { describe, expect, it } from 'vitest';
import { readSampleSite, SEED } from './reading.ts';

const { open } = readSampleSite();

/** An article with several pictures. */
const GALLERY = '/dang-doan-the/hoi-cuu-chien-binh/gap-mat-ky-niem-30-nam-thanh-lap-hoi/';
const WITH_FILES = '/dang-doan-the/hoi-cuu-chien-binh/tong-ket-cong-tac-hoi-nam-2023/';

describe('on paper', () => {
  it('a picture that is enlarged does not lie over the article', async () => {
    const { page } = await open(GALLERY, { script: true });
    await page.locator('.story figure img').first().click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('dialog').isVisible()).toBe(false);
  });

  it('an article is black on white in 14 point, with its address and without what is clicked', async () => {
    const { page } = await open(SEED, { script: true, colorScheme: 'dark', width: 1280 });
    await page.emulateMedia({ media: 'print' });
    const look = (await page.evaluate(`(() => {
      const { color, fontSize } = getComputedStyle(document.querySelector('.prose p'));
      return [color, Math.round(parseFloat(fontSize) * 0.75), getComputedStyle(document.body).backgroundColor];
    })()`)) as unknown[];
    expect(look).toEqual(['rgb(0, 0, 0)', 14, 'rgb(255, 255, 255)']);
    expect(await page.getByText(`https://longbien.example${SEED}`).isVisible()).toBe(true);
    for (const furniture of ['.tools', '.share', '.menu', '.aside', '.bottom', '.zoom']) {
      expect(await page.locator(furniture).first().isVisible(), furniture).toBe(false);
    }
  });

  it('has what is folded up, and addresses that lead somewhere from paper, once each', async () => {
    const { page } = await open(WITH_FILES);
    await page.evaluate(`document.querySelector('.prose').insertAdjacentHTML('beforeend', \`
      <details><summary>Xem thêm</summary><p id="folded">Bên trong</p></details>
      <p><a id="named" href="https://vidu.example/a">Văn bản</a>
      <span class="bare"><a id="bare" href="https://vidu.example/b">https://vidu.example/b</a></span></p>\`)`);
    await page.emulateMedia({ media: 'print' });
    const seen = "document.querySelector('#folded').checkVisibility({ contentVisibilityAuto: true })";
    // What a browser leaves out of sight it decides with its next frame.
    await expect.poll(() => page.evaluate(seen)).toBe(true);
    const behind = (selector: string): Promise<string> =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}'), '::after').content`);
    expect(await behind('#named')).toContain('https://vidu.example/a');
    expect(await behind('#bare')).toBe('none');
    expect(await behind('.attachments a')).toMatch(/" \(https:\/\/longbien\.example\/.*\.pdf\)"|attr\(/);
    expect(await page.locator('.attachments a').first().getAttribute('data-url')).toMatch(
      /^https:\/\/longbien\.example\/.*\.pdf$/,
    );
  });
});
