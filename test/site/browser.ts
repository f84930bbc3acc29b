import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const KNOWN_PATHS = [
  process.env['CHROMIUM_PATH'] ?? '',
  // The same browser without a window: a page is open in a third of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installed(): string | undefined {
  const playwrights = chromium.executablePath();
  return [...KNOWN_PATHS, playwrights].find((path) => path !== '' && existsSync(path));
}

/** Debian's package as root; elsewhere what Playwright itself can fetch. */
function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    // Another process of tests may be at it.
    const patience = ['-o', 'DPkg::Lock::Timeout=300'];
    for (const name of ['chromium-headless-shell', 'chromium']) {
      spawnSync('apt-get', ['install', '-y', '-qq', ...patience, name, 'fonts-noto-core'], quiet);
      if (installed() !== undefined) return;
    }
    return;
  }
  spawnSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'ignore' });
}

/** A real browser: the one that is there, or one that is installed for the tests. */
export async function openBrowser(): Promise<Browser> {
  if (installed() === undefined) install();
  const executablePath = installed();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium was found. Install it (Debian: apt-get install -y chromium; elsewhere: npx playwright-core install chromium) or set CHROMIUM_PATH to its program.',
    );
  }
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}
