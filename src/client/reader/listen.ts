import { sentencesOf } from './sentences.ts';

/** What is read out: the headline, the lead, and the text block by block. Tables and captions are looked at. */
const BLOCKS = '.story h1, .summary, .prose :is(p, li, h2, h3, h4, blockquote)';
/** Marks that lead to a note and back: of no use to who listens. */
const SILENT = '.footnote-ref, .footnote-backref';
const HIGHLIGHT = 'bt-spoken';

interface Passage {
  readonly text: string;
  readonly block: HTMLElement;
  readonly range: Range;
}

/** Reads the article out, the sentence marked. Only where the device has a voice for the page's language. */
export function offerListening(button: HTMLElement | null): void {
  const { speechSynthesis: speech } = window as { speechSynthesis?: SpeechSynthesis };
  if (button === null || speech === undefined) return;
  const words = button.textContent ?? '';
  const { lang } = document.documentElement;
  const voiceNow = (): SpeechSynthesisVoice | undefined =>
    speech.getVoices().find((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === lang);
  // Voices are often there only a moment after they are asked for.
  const look = (): void => {
    button.classList.toggle('bt-off', voiceNow() === undefined);
  };
  speech.addEventListener?.('voiceschanged', look);
  look();

  /** Which reading it is; what an older one still says is not heard. */
  let turn = 0;
  const isReading = (): boolean => button.ariaPressed === 'true';
  const stop = (): void => {
    turn += 1;
    speech.cancel();
    mark(null);
    button.textContent = words;
    button.ariaPressed = 'false';
  };
  const speak = (passages: readonly Passage[], index: number, own: number): void => {
    const passage = passages[index];
    if (own !== turn) return;
    if (passage === undefined) {
      stop();
      return;
    }
    const utterance = new SpeechSynthesisUtterance(passage.text);
    const voice = voiceNow();
    if (voice !== undefined) utterance.voice = voice;
    utterance.lang = lang;
    utterance.onstart = () => own === turn && mark(passage);
    utterance.onend = () => speak(passages, index + 1, own);
    utterance.onerror = () => own === turn && stop();
    speech.speak(utterance);
  };
  button.addEventListener('click', () => {
    if (isReading()) {
      stop();
      return;
    }
    turn += 1;
    speech.cancel();
    // The button leaves its row, which keeps its height: nothing that is being read moves.
    const row = button.parentElement;
    if (row !== null) row.style.minHeight = `${row.offsetHeight}px`;
    button.textContent = button.dataset['stop'] ?? words;
    button.ariaPressed = 'true';
    speak(passagesOf(document), 0, turn);
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && isReading() && stop());
  addEventListener('pagehide', () => isReading() && stop());
}

function passagesOf(page: Document): Passage[] {
  return [...page.querySelectorAll<HTMLElement>(BLOCKS)].flatMap((block) => {
    const nodes = ownTexts(block);
    const text = nodes.map(({ data }) => data).join('');
    return sentencesOf(text).flatMap(({ start, end }) => {
      // What is blank at the end may lie behind a list within the item.
      const said = text.slice(start, end).trimEnd();
      const range = rangeIn(nodes, start, start + said.length);
      return range === null ? [] : [{ text: said, block, range }];
    });
  });
}

/** A block's text but for that of blocks within it, such as an item's own list, which are read by themselves. */
function ownTexts(block: HTMLElement): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest(`${BLOCKS}, ${SILENT}`) === block) nodes.push(node as Text);
  }
  return nodes;
}

/** The stretch of the texts, one after the other, as a range. */
function rangeIn(nodes: readonly Text[], start: number, end: number): Range | null {
  const range = document.createRange();
  let passed = 0;
  let hasStart = false;
  for (const node of nodes) {
    const { length } = node;
    if (!hasStart && start < passed + length) {
      range.setStart(node, start - passed);
      hasStart = true;
    }
    if (hasStart && end <= passed + length) {
      range.setEnd(node, end - passed);
      return range;
    }
    passed += length;
  }
  return null;
}

let marked: HTMLElement | undefined;

/** Marks the sentence, or where the browser cannot mark a stretch of text its whole block, and brings it into sight. */
function mark(passage: Passage | null): void {
  marked?.classList.remove(HIGHLIGHT);
  const highlights = 'highlights' in CSS ? CSS.highlights : undefined;
  highlights?.delete(HIGHLIGHT);
  if (passage === null) return;
  if (highlights === undefined) {
    passage.block.classList.add(HIGHLIGHT);
    marked = passage.block;
  } else {
    highlights.set(HIGHLIGHT, new Highlight(passage.range));
  }
  const { top, bottom } = passage.range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) passage.block.scrollIntoView({ block: 'center' });
}
