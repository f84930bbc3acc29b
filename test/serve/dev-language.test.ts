import { describe, expect, it } from 'vitest';
import type { LiveMessage, ShownFindings } from '../../src/base/live.ts';
import { article, SITE_YAML } from '../support.ts';
import { type RunningCommand, run, type Workplace, workplace } from './command.ts';

const broken = (): Workplace =>
  workplace({ 'content/tin/bai.md': article('title: Bài\ndate: 31/02/2020', 'Hỏng.') });

/** What stands over a page that is opened now. */
async function overlay(running: RunningCommand): Promise<ShownFindings | null | undefined> {
  const { body } = await running.get('/_bantin/events?page=%2F');
  let text = '';
  const decoder = new TextDecoder();
  for await (const bytes of body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    const state = /^data: (.*)\n\n/m.exec(text)?.[1];
    if (state === undefined) continue;
    const message: LiveMessage = JSON.parse(state);
    return message.kind === 'state' ? message.findings : undefined;
  }
  return undefined;
}

describe('the overlay of bantin dev', () => {
  it('speaks what the terminal speaks when the settings name another language', async () => {
    const place = broken();
    const running = await run(place.root, ['dev', '--port', '0']);
    await running.says('trang cũ vẫn nguyên');
    expect(await overlay(running)).toMatchObject({ language: 'vi', title: '1 lỗi' });
    place.write('content/site.yaml', `${SITE_YAML}language: en\n`);
    await running.says('the site that was there stays. · 1 error(s)');
    expect(await overlay(running)).toMatchObject({ language: 'en', title: '1 error(s)' });
  });

  it('speaks what BANTIN_LANG says, whatever the settings name', async () => {
    const place = broken();
    const running = await run(place.root, ['dev', '--port', '0'], { BANTIN_LANG: 'en' });
    await running.says('the site that was there stays. · 1 error(s)');
    place.write('content/site.yaml', `${SITE_YAML}language: vi\n`);
    place.write('content/tin/hai.md', article('title: Hai\ndate: 31/02/2020', 'Cũng hỏng.'));
    await running.says('the site that was there stays. · 2 error(s)');
    expect(await overlay(running)).toMatchObject({ language: 'en', title: '2 error(s)' });
  });
});
