/**
 * Runs in the pages of `bantin dev`: loads them again when they have changed, swaps their stylesheets, and shows
 * what is wrong over them. All that it shows goes in as text.
 */
import {
  LIVE_ADDRESSES,
  type LiveMessage,
  type ShownFinding,
  type ShownFindings,
  type StyleChange,
} from '../base/live.ts';

/** Milliseconds until a browser that has given up tries again. */
const RETRY = 1000;
const SCROLL_KEY = 'bantin-scroll';

/** Of the site that this page is from. */
let version = document.currentScript?.dataset['version'];
let source: EventSource | undefined;
let overlay: HTMLDialogElement | undefined;
/** What was closed by hand is not shown again until it is told anew. */
let shown = 'null';

function connect(): void {
  if (source !== undefined && source.readyState !== EventSource.CLOSED) return;
  const opened = new EventSource(`${LIVE_ADDRESSES.events}?page=${encodeURIComponent(location.pathname)}`);
  source = opened;
  opened.onmessage = ({ data }) => receive(JSON.parse(String(data)) as LiveMessage);
  opened.onerror = () => {
    // Most browsers try again by themselves when the server goes; some close, and all do after an answer like 500.
    if (opened.readyState === EventSource.CLOSED && source === opened) setTimeout(connectIfSeen, RETRY);
  };
}

/** Browsers allow six connections to a server: pages in the background leave theirs to others. */
function connectIfSeen(): void {
  if (document.visibilityState === 'visible') connect();
}

function disconnect(): void {
  source?.close();
  source = undefined;
}

function receive(message: LiveMessage): void {
  if (
    message.kind === 'reload' ||
    (message.kind === 'state' && message.version !== (version ?? message.version))
  ) {
    reload();
  } else if (message.kind === 'version') {
    version = message.version;
    for (const change of message.styles) swapStyle(change);
  } else if (message.kind === 'findings' || JSON.stringify(message.findings) !== shown) {
    showFindings(message.findings);
  }
}

function reload(): void {
  disconnect();
  const place = { page: location.href, left: scrollX, top: scrollY };
  try {
    sessionStorage.setItem(SCROLL_KEY, JSON.stringify(place));
  } catch {
    // A browser that keeps nothing shows the page from its start.
  }
  location.reload();
}

function restoreScroll(): void {
  try {
    const place = JSON.parse(sessionStorage.getItem(SCROLL_KEY) ?? 'null');
    sessionStorage.removeItem(SCROLL_KEY);
    if (place?.page !== location.href) return;
    const go = (): void => scrollTo({ left: place.left, top: place.top, behavior: 'instant' });
    go();
    // Pictures above may still move it.
    if (document.readyState !== 'complete') addEventListener('load', go, { once: true });
  } catch {
    // As above.
  }
}

/** The old stylesheet goes when the new one is there, so that the page is never without. */
function swapStyle({ from, to }: StyleChange): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')) {
    if (link.getAttribute('href') !== from) continue;
    const next = link.cloneNode() as HTMLLinkElement;
    next.href = to;
    next.onload = () => link.remove();
    next.onerror = () => next.remove();
    link.after(next);
  }
}

function showFindings(found: ShownFindings | null): void {
  shown = JSON.stringify(found);
  const before = overlay;
  overlay = undefined;
  before?.remove();
  if (found === null) return;
  loadOverlayStyle();
  const dialog = document.createElement('dialog');
  dialog.id = 'bantin-findings';
  dialog.lang = found.language;
  dialog.setAttribute('aria-labelledby', 'bantin-findings-title');
  const title = element('h2', found.title);
  title.id = 'bantin-findings-title';
  const close = element('button', found.close);
  close.type = 'button';
  close.onclick = () => dialog.close();
  const list = document.createElement('ol');
  list.append(...found.findings.map(findingItem));
  dialog.append(close, title, list);
  if (found.more !== '') dialog.append(element('p', found.more));
  dialog.onclose = () => dialog.remove();
  document.body.append(dialog);
  dialog.showModal();
  overlay = dialog;
}

function findingItem(finding: ShownFinding): HTMLLIElement {
  const item = document.createElement('li');
  item.className = finding.severity;
  const head = document.createElement('p');
  head.append(element('code', finding.place), ' ', element('strong', finding.label));
  item.append(head, element('p', finding.message));
  if (finding.line !== undefined) {
    const [before, marked, after] = finding.line;
    const line = document.createElement('pre');
    line.append(before, element('mark', marked), after);
    item.append(line);
  }
  item.append(element('p', `→ ${finding.hint}`));
  return item;
}

function element<N extends keyof HTMLElementTagNameMap>(name: N, text: string): HTMLElementTagNameMap[N] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function loadOverlayStyle(): void {
  if (document.querySelector(`link[href="${LIVE_ADDRESSES.style}"]`) !== null) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = LIVE_ADDRESSES.style;
  document.head.append(link);
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') connect();
  else disconnect();
});
// A page that the browser has kept while another was shown comes back as it was.
addEventListener('pageshow', connectIfSeen);
addEventListener('pagehide', disconnect);
restoreScroll();
connectIfSeen();
