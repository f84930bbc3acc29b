import { describe, expect, it } from 'vitest';
import { type Diagnostic, error, wholeFile } from '../../src/base/diagnostic.ts';
import type { BuildResult } from '../../src/build.ts';
import { showReport } from '../../src/cli/build-report.ts';
import { devReport } from '../../src/cli/dev-report.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

const disk = (begun: boolean): Diagnostic[] => [
  error('output-full', wholeFile('dist'), { begun }),
  error('output-failed', wholeFile('dist'), { reason: 'EIO', begun }),
];

const resultWith = (diagnostics: readonly Diagnostic[]): BuildResult => ({
  ok: false,
  published: false,
  output: undefined,
  diagnostics,
  summary: { articles: 2, pages: 9, skipped: 0, written: 0, unchanged: 0, deleted: 0 },
  rendered: [],
  language: 'vi',
  basePath: '',
  until: null,
});

/** All that is said on a terminal. */
function listening(): { readonly terminal: Terminal; said(): string } {
  let text = '';
  const say = (more: string): void => {
    text += more;
  };
  return { terminal: { environment: {}, colour: false, out: say, err: say }, said: () => text };
}

function saidByBuild(result: BuildResult): string {
  const { terminal, said } = listening();
  showReport(result, { command: 'build', out: '/tin/dist', milliseconds: 120, language: 'vi' }, terminal);
  return said();
}

function saidByDev(result: BuildResult): string {
  const { terminal, said } = listening();
  const tell = devReport(terminal, { language: 'vi', port: 0, host: undefined });
  tell({ kind: 'built', result, sources: ['content/tin/bai.md'], milliseconds: 120 });
  return said();
}

describe.each([
  ['build', saidByBuild],
  ['dev', saidByDev],
])('%s', (_, saidOf) => {
  it.each(disk(true))('does not say that the site stays when it is out in part ($code)', (finding) => {
    const said = saidOf(resultWith([finding]));
    expect(said).toContain('Trang mới chỉ ra được một phần');
    expect(said).toContain('1 lỗi');
    expect(said).not.toContain('trang cũ vẫn nguyên');
  });

  it.each(disk(false))('says that the site stays when nothing of it has changed ($code)', (finding) => {
    expect(saidOf(resultWith([finding]))).toContain('Chưa dựng được trang; trang cũ vẫn nguyên.');
  });
});
