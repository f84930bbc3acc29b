import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { KINDS, readSampleSite, SEED } from './reading.ts';

const { open, site } = readSampleSite();

/** An article with several pictures. */
const GALLERY = '/dang-doan-the/hoi-cuu-chien-binh/gap-mat-ky-niem-30-nam-thanh-lap-hoi/';

const sizeOf = (page: Page): Promise<number> =>
  page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize)");

describe('the text size', () => {
  it('grows by A+, is remembered on other pages before they are painted, and comes back by A', async () => {
    const { page, complaints } = await open(SEED, { script: true });
    const usual = await sizeOf(page);
    await page.getByRole('button', { name: 'Chữ lớn hơn' }).click();
    const larger = await sizeOf(page);
    expect(larger).toBeGreaterThan(usual * 1.1);
    for (let click = 0; click < 2; click++) await page.getByRole('button', { name: 'Chữ lớn hơn' }).click();
    expect(await page.getByRole('button', { name: 'Chữ lớn hơn' }).isDisabled()).toBe(true);
    expect(await sizeOf(page)).toBeCloseTo(usual * 1.5, 0);

    const early = `new PerformanceObserver(() => { window.early ??= document.documentElement.dataset.size; }).observe({ type: 'paint', buffered: true })`;
    await page.context().addInitScript(early);
    await page.getByRole('link', { name: 'Hội Cựu chiến binh', exact: true }).first().click();
    await page.waitForURL('**/hoi-cuu-chien-binh/');
    expect(await page.evaluate('document.documentElement.dataset.size')).toBe('3');
    await expect.poll(() => page.evaluate('window.early')).toBe('3');

    await page.goBack();
    await page.getByRole('button', { name: 'Cỡ chữ thường' }).click();
    expect(await sizeOf(page)).toBe(usual);
    await page.getByRole('button', { name: 'Chữ nhỏ hơn' }).click();
    expect(await sizeOf(page)).toBeLessThan(usual);
    expect(complaints).toEqual([]);
  });

  it('loses nothing at its largest on the narrowest phone', async () => {
    const { page } = await open(SEED, {
      script: true,
      width: 320,
      before: "try { localStorage.setItem('bt-size', '3') } catch {}",
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('breaks names of one long word, and leaves no mark of the breadcrumb alone on its line', async () => {
    const { page } = await open(SEED, {
      script: true,
      width: 320,
      before: "try { localStorage.setItem('bt-size', '3') } catch {}",
    });
    await page.evaluate(`for (const name of document.querySelectorAll('.chips a, .meta a, .breadcrumb a'))
      name.textContent = '#HọcTậpVàLàmTheoBácHồVĩĐạiKínhYêu'`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    const apart = (await page.evaluate(`[...document.querySelectorAll('.breadcrumb li + li')].map((item) =>
      item.querySelector('a').getBoundingClientRect().top - item.getBoundingClientRect().top)`)) as number[];
    expect(apart.length).toBeGreaterThan(0);
    expect(Math.max(...apart)).toBeLessThan(2);
  });
});

describe('pictures', () => {
  it('open by keyboard, are turned over by arrows, and give the place back', async () => {
    const { page, complaints } = await open(GALLERY, { script: true, width: 1280 });
    const buttons = page.getByRole('button', { name: /^Phóng to ảnh/ });
    const count = await buttons.count();
    expect(count).toBeGreaterThan(1);
    await buttons.first().focus();
    await page.keyboard.press('Enter');
    const box = page.getByRole('dialog');
    expect(await box.isVisible()).toBe(true);
    const source = (): Promise<string | null> => box.locator('img').getAttribute('src');
    const first = await source();
    await page.keyboard.press('ArrowRight');
    expect(await source()).not.toBe(first);
    expect(await box.locator('p').innerText()).toMatch(new RegExp(`^2/${count}`));
    await page.keyboard.press('ArrowLeft');
    expect(await source()).toBe(first);
    await page.keyboard.press('Escape');
    expect(await box.isVisible()).toBe(false);
    expect(await page.evaluate('document.activeElement.className')).toBe('zoom');
    expect(complaints).toEqual([]);
  });

  it('turn over by a swipe, and close by their button', async () => {
    const { page } = await open(GALLERY, { script: true });
    await page.locator('.story figure img').first().click();
    const box = page.getByRole('dialog');
    const swipe = (from: number, to: number): Promise<unknown> =>
      page.evaluate(`(() => {
        const target = document.querySelector('dialog img');
        const touch = (clientX) => new Touch({ identifier: 1, target, clientX });
        target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [touch(${from})] }));
        target.dispatchEvent(new TouchEvent('touchend', { bubbles: true, changedTouches: [touch(${to})] }));
      })()`);
    await swipe(300, 290);
    expect(await box.locator('p').innerText()).toMatch(/^1\//);
    await swipe(300, 100);
    expect(await box.locator('p').innerText()).toMatch(/^2\//);
    expect(await box.locator('p').getAttribute('aria-live')).toBe('polite');
    await page.getByRole('button', { name: 'Đóng' }).click();
    expect(await box.isVisible()).toBe(false);
  });

  it('stay when two fingers enlarge them', async () => {
    const { page } = await open(GALLERY, { script: true });
    await page.locator('.story figure img').first().click();
    await page.evaluate(`(() => {
      const target = document.querySelector('dialog img');
      const touch = (identifier, clientX) => new Touch({ identifier, target, clientX });
      const tell = (name, touches, changedTouches) =>
        target.dispatchEvent(new TouchEvent(name, { bubbles: true, touches, changedTouches }));
      tell('touchstart', [touch(1, 150)], [touch(1, 150)]);
      tell('touchstart', [touch(1, 150), touch(2, 200)], [touch(2, 200)]);
      tell('touchend', [touch(1, 140)], [touch(2, 300)]);
      tell('touchend', [], [touch(1, 140)]);
    })()`);
    expect(await page.getByRole('dialog').locator('p').innerText()).toMatch(/^1\//);
  });

  it('are shown no smaller than in the text, and at four times the size large enough to be seen', async () => {
    const widthOf = async (width: number, height: number): Promise<number[]> => {
      const { page } = await open(GALLERY, { script: true, width });
      await page.setViewportSize({ width, height });
      const image = page.locator('.story .main-picture img');
      const inText = (await image.boundingBox())?.width ?? 0;
      await image.click();
      return [inText, (await page.locator('dialog img').boundingBox())?.width ?? 0];
    };
    const [inText = 0, enlarged = 0] = await widthOf(360, 740);
    expect(enlarged).toBeGreaterThanOrEqual(inText);
    expect((await widthOf(320, 256))[1]).toBeGreaterThan(200);
  });
});

/** A browser that speaks Vietnamese, a sentence in 40 ms, and keeps what it said. */
const VOICE = (language: string): string => `
  window.said = [];
  const voice = { lang: '${language}', name: 'Giọng thử' };
  let timer;
  Object.defineProperty(window, 'speechSynthesis', { value: {
    getVoices: () => [voice],
    addEventListener() {},
    cancel: () => clearTimeout(timer),
    speak(utterance) {
      said.push(utterance.text);
      utterance.onstart();
      timer = setTimeout(() => utterance.onend(), 40);
    },
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
`;

describe('listening', () => {
  it('reads sentence by sentence, marks the one that is heard, and stops', async () => {
    const { page, complaints } = await open(SEED, { script: true, before: VOICE('vi-VN') });
    const button = page.getByRole('button', { name: 'Nghe' });
    await button.click();
    await expect.poll(() => page.evaluate('said.length')).toBeGreaterThan(3);
    const said = (await page.evaluate('said')) as string[];
    expect(said[0]).toMatch(/^Thường trực Hội Cựu chiến binh Quận/);
    expect(said.every((sentence) => sentence.length <= 221)).toBe(true);
    const marked = await page.evaluate(
      "[...CSS.highlights.get('bt-spoken')].map((range) => range.toString()).join()",
    );
    expect(await page.evaluate('said')).toContain(marked);
    await page.getByRole('button', { name: 'Dừng đọc' }).click();
    expect(await page.evaluate("CSS.highlights.has('bt-spoken')")).toBe(false);
    const until = await page.evaluate('said.length');
    await page.waitForTimeout(150);
    expect(await page.evaluate('said.length')).toBe(until);
    expect(complaints).toEqual([]);
  });

  it('leaves out no words of a list that holds another, and says no marks of notes', async () => {
    const speechOf = async (address: string): Promise<readonly string[]> => {
      const fast = VOICE('vi-VN').replace('40', '0');
      const { page } = await open(address, { script: true, before: fast });
      await page.getByRole('button', { name: 'Nghe' }).click();
      await page.getByRole('button', { name: 'Nghe' }).waitFor();
      return (await page.evaluate('said')) as string[];
    };
    const steps = await speechOf('/dang-doan-the/hoi-cuu-chien-binh/huong-dan-dai-hoi-co-so-2022/');
    const outer = steps.indexOf('Chuẩn bị văn kiện');
    expect(outer).toBeGreaterThan(0);
    expect(steps[outer + 1]).toMatch(/^Báo cáo tổng kết nhiệm kỳ/);
    expect(new Set(steps).size).toBe(steps.length);
    const noted = await speechOf(GALLERY);
    expect(noted.filter((text) => /\[\d\]|↩/.test(text))).toEqual([]);
    expect(noted.some((text) => text.endsWith('giải tập thể.'))).toBe(true);
  });

  it('is not offered where there is no voice for the language', async () => {
    const { page } = await open(SEED, { script: true, before: VOICE('en-US') });
    expect(await page.getByRole('button', { name: 'In', exact: true }).isVisible()).toBe(true);
    expect(await page.locator('#bt_listen').isVisible()).toBe(false);
  });
});

describe('handing on', () => {
  it('copies the address of the article', async () => {
    const { page, context } = await open(`${SEED}#bt_main`, { script: true });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Chép địa chỉ' }).click();
    await page.getByRole('button', { name: 'Đã chép' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`https://longbien.example${SEED}`);
  });

  it('shows the address to be copied by hand where the browser refuses to copy', async () => {
    const refuse =
      "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));";
    const { page, complaints } = await open(SEED, { script: true, before: refuse });
    await page.getByRole('button', { name: 'Chép địa chỉ' }).click();
    await page.locator('.address').waitFor();
    expect(await page.evaluate('getSelection().toString()')).toBe(`https://longbien.example${SEED}`);
    expect(complaints).toEqual([]);
  });

  it('needs no script for Zalo, Facebook and e-mail', async () => {
    const { page } = await open(SEED);
    const share = page.getByRole('navigation', { name: 'Chia sẻ' });
    const hrefs = await share
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => (link as unknown as { href: string }).href));
    expect(hrefs).toHaveLength(3);
    const url = `https://longbien.example${SEED}`;
    const data = new URL(hrefs[0] ?? '').searchParams.get('d') ?? '';
    expect(JSON.parse(Buffer.from(data, 'base64').toString())).toEqual({ url });
    expect(new URL(hrefs[1] ?? '').searchParams.get('u')).toBe(url);
    expect(new URL(hrefs[2] ?? '').searchParams.get('body')).toBe(url);
  });
});

it('without script no control shows that would do nothing', async () => {
  const { page } = await open(SEED);
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('.tools').isVisible()).toBe(false);
});

describe('an address that is not there', () => {
  const LOST = '/dang-doan-the/hoi-cuu-chien-bin/hoi-thao-cuu-chien-binh-bo-de/';

  it('leads on to what has its words', async () => {
    const { page } = await open(LOST, { script: true });
    const meant = page.getByRole('region', { name: 'Có thể bạn tìm' });
    await meant.getByRole('link').first().waitFor();
    expect(await meant.getByRole('link').allTextContents()).toContain(
      'Hội thao cựu chiến binh phường Bồ Đề chào mừng ngày 30/4',
    );
  });

  it('leads to pages only, to no feed that is named like one', async () => {
    const { page } = await open('/hoi-cuu-chien-binh-x/', { script: true });
    const meant = page.getByRole('region', { name: 'Có thể bạn tìm' }).getByRole('link');
    await meant.first().waitFor();
    const hrefs = await meant.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length).toBe(4);
    expect(hrefs.filter((href) => !href.endsWith('/'))).toEqual([]);
  });

  it('says in what language the title of one is that is not in the page’s', async () => {
    const { page } = await open('/english/veterans-file-papers-online/', { script: true });
    const meant = page.getByRole('region', { name: 'Có thể bạn tìm' }).getByRole('link');
    await meant.first().waitFor();
    const [first] = await meant.evaluateAll((links) =>
      links.map((link) => [link.getAttribute('href'), link.getAttribute('lang')]),
    );
    expect([new URL(first?.[0] ?? '', page.url()).pathname, first?.[1]]).toEqual([
      '/english/veterans-learn-to-file-papers-online/',
      'en',
    ]);
    const other = await open('/dang-doan-the/hoi-cuu-chien-bin/', { script: true });
    const found = other.page.getByRole('region', { name: 'Có thể bạn tìm' }).getByRole('link');
    await found.first().waitFor();
    expect(await found.first().getAttribute('lang')).toBe(null);
  });

  it('says that nothing is alike, and has the sections all the same', async () => {
    const { page } = await open('/xyzzy-qwert/', { script: true });
    await page.getByText('Không có bài nào giống').waitFor();
    expect(await page.getByRole('region', { name: 'Chọn một chuyên mục' }).getByRole('link').count()).toBe(9);
  });

  it('without script has the sections alone', async () => {
    const { page } = await open(LOST);
    expect(await page.getByRole('heading', { name: 'Có thể bạn tìm' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Hội Cựu chiến binh', exact: true }).isVisible()).toBe(true);
  });
});

/**
 * Notes what moves. A busy browser may paint when it has read half of a page's head, which comes at once from any server: what
 * moves when the rest of that is painted, with the beginning of `main`, is left out.
 */
const SHIFTS = `
  window.shifts = [];
  let whole = 0;
  // A shift is dated when it is shown, one or two frames later.
  const settle = (frames) => requestAnimationFrame((now) => { if (frames > 1) settle(frames - 1); else whole = now; });
  const awaitMain = () => { if (document.querySelector('main')) settle(3); else requestAnimationFrame(awaitMain); };
  requestAnimationFrame(() => { if (!document.querySelector('main')) awaitMain(); });
  new PerformanceObserver((list) => {
    for (const { startTime, sources } of list.getEntries()) for (const { node, previousRect, currentRect } of sources) {
      const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      // What CSS has put there is no node; where it was says what it is.
      const moved = [previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height].join(' '));
      shifts.push({ startTime, inTable: !!element?.closest('table'), element: element?.outerHTML.slice(0, 80), moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  window.shiftsOf = (wanted) => shifts.filter((shift) => shift.startTime >= whole && wanted(shift));
`;

describe.each(KINDS)('the %s', (_, address) => {
  /** Nothing moves at this width, and the browser does not complain. */
  const watch = async (at: string, width: number, shifts: string): Promise<void> => {
    const { page, complaints } = await open(at, { script: true, width, before: SHIFTS });
    await page.waitForTimeout(300);
    expect(await page.evaluate(shifts), `at ${width} pixels`).toEqual([]);
    expect(complaints.filter((text) => !/404/.test(text))).toEqual([]);
  };

  // All widths at once: the pages wait most of the time.
  it('does not move while it loads', async () => {
    await Promise.all([360, 1280].map((width) => watch(address, width, 'shiftsOf(() => true)')));
  });

  it('does not move while it comes in piece by piece', async () => {
    // But for tables: how wide a column is nobody knows before its last row.
    const outside = 'shiftsOf(({ inTable }) => !inTable)';
    await Promise.all([360, 768, 1280].map((width) => watch(`${address}?slowly`, width, outside)));
  });

  it('loses nothing at twice the text size', async () => {
    const { page } = await open(address, {
      script: true,
      before:
        "document.addEventListener('DOMContentLoaded', () => { document.documentElement.style.fontSize = '40px'; })",
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await page.evaluate(CUT_OFF)).toEqual([]);
    expect(await page.evaluate(SQUEEZED)).toEqual([]);
  });

  it('gives every control to the keyboard, and shows where it is', async () => {
    const { page } = await open(address, { script: true, width: 1280 });
    await page.waitForLoadState('networkidle');
    const all =
      (await page.evaluate(`[...document.querySelectorAll('a[href], button, summary, [tabindex="0"]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true })).length`)) as number;
    await page.evaluate(WATCH_FOCUS);
    for (let press = 0; press < all; press++) await page.keyboard.press('Tab');
    const focused = (await page.evaluate('focused')) as [path: string, outline: string][];
    expect(new Set(focused.map(([path]) => path)).size).toBe(all);
    expect(focused.filter(([, outline]) => outline === 'none')).toEqual([]);
  });
});

/** Text in a column in which hardly two words stand side by side; of headings, which are larger, hardly one and a half. */
const SQUEEZED = `[...document.querySelectorAll('main :is(h1, h2, h3, p)')]
  .filter((each) => each.checkVisibility() && each.textContent.length > 20 && !each.closest('table'))
  .filter((each) => each.clientWidth < (each.matches('p') ? 5 : 4) * parseFloat(getComputedStyle(each).fontSize))
  .map((each) => each.textContent.trim().slice(0, 40))`;

/** Text that is wider than the box that hides what does not fit. */
const CUT_OFF = `[...document.querySelectorAll('main *, header *, footer *')].filter((each) =>
  getComputedStyle(each).overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1 &&
  !each.matches('.banner, .hidden')).map((each) => each.outerHTML.slice(0, 80))`;

/** Notes every element that gets the focus, as a path, and its outline. */
const WATCH_FOCUS = `
  window.focused = [];
  document.addEventListener('focusin', ({ target }) => {
    const steps = [];
    for (let each = target; each !== document.body; each = each.parentElement)
      steps.unshift([...each.parentElement.children].indexOf(each));
    focused.push([steps.join('/'), getComputedStyle(target).outlineStyle]);
  });
`;

it.each([
  ['section', '/dang-doan-the/'],
  ['archive', '/dang-doan-the/luu-tru/2020/'],
])(
  'going back through the %s, the focus is never under the signpost that stays at the top',
  async (_, address) => {
    const { page } = await open(address, { script: true });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const under: string[] = [];
    let text = '';
    for (let press = 0; text !== 'Trang chủ' && press < 200; press++) {
      await page.keyboard.press('Shift+Tab');
      const [words, isUnder] = (await page.evaluate(UNDER_SIGNPOST)) as [string, boolean];
      text = words;
      if (isUnder) under.push(words);
    }
    expect(text).toBe('Trang chủ');
    expect(under).toEqual([]);
  },
);

/** The words of what has the focus, and whether a signpost lies over its middle. */
const UNDER_SIGNPOST = `(() => {
  const { activeElement } = document;
  const { left, top, width, height } = activeElement.getClientRects()[0];
  const upper = document.elementFromPoint(left + width / 2, top + height / 2);
  return [activeElement.innerText, upper?.closest('.signpost') != null];
})()`;

it('a date in a table is not cut in two', async () => {
  const { page } = await open('/dang-doan-the/hoi-cuu-chien-binh/huong-dan-dai-hoi-co-so-2022/', {
    width: 320,
  });
  expect(await page.evaluate(CUT_DATES)).toEqual([]);
});

/** Dates in cells that stand on two lines. */
const CUT_DATES = `[...document.querySelectorAll('td')].flatMap((cell) => {
  const range = document.createRange();
  const [text] = cell.childNodes;
  return [...(text?.textContent ?? '').matchAll(/\\d+\\/\\d+\\/\\d+/g)].filter(({ 0: date, index }) => {
    range.setStart(text, index);
    range.setEnd(text, index + date.length);
    return range.getClientRects().length > 1;
  }).map(([date]) => date);
})`;

it('in forced colours the marks that colour makes are still there', async () => {
  const { page } = await open('/dang-doan-the/luu-tru/2020/', {
    forcedColors: true,
    script: true,
    width: 1280,
  });
  const border = "getComputedStyle(document.querySelector('.calendar td a')).borderTopStyle";
  expect(await page.evaluate(border)).toBe('solid');
  expect(
    await page.evaluate("getComputedStyle(document.querySelector('.menu [aria-current]')).borderBottomColor"),
  ).not.toBe(
    await page.evaluate(
      "getComputedStyle(document.querySelector('.menu a:not([aria-current])')).borderBottomColor",
    ),
  );
});

it('has the scripts of this source', () => {
  // `npm run compile` makes them; a test of old ones would tell of the past.
  const scripts = site()
    .files.filter((file) => file.endsWith('.js'))
    .map((file) => file.split('.')[0]);
  expect(scripts).toEqual(['assets/not-found', 'assets/reader', 'assets/text-size']);
});
