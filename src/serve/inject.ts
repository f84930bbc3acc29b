import { escapeHtml } from '../base/html.ts';
import { LIVE_ADDRESSES } from '../base/live.ts';

const HEAD_ENDS = /<\/head\s*>/i;
const BODY_BEGINS = /<body[\s>]/i;
const DOCTYPE = /^(?:\xef\xbb\xbf)?\s*<!doctype[^>]*>/i;
const META = /<meta\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const IS_POLICY = /\bhttp-equiv\s*=\s*["']?\s*content-security-policy\b/i;

/**
 * A page as `bantin dev` sends it: with the reload script at the end of its head, and without the policy that would
 * stop it, for the answer's header has one. All other bytes stay, whatever they are. A page without a head gets the
 * script at its start, but after the doctype, without which a browser lays it out in another way.
 */
export function withReloadScript(page: Uint8Array, version: string): Uint8Array {
  // One character a byte: what stands in the page is not decoded.
  const text = Buffer.from(page.buffer, page.byteOffset, page.byteLength).toString('latin1');
  const headEnd = text.search(HEAD_ENDS);
  const bodyStart = text.search(BODY_BEGINS);
  const limit = headEnd >= 0 ? headEnd : bodyStart >= 0 ? bodyStart : text.length;
  const place = headEnd >= 0 ? headEnd : (DOCTYPE.exec(text)?.[0].length ?? 0);
  const script = `<script src="${LIVE_ADDRESSES.script}" data-version="${escapeHtml(version)}" defer></script>`;
  return Buffer.concat([
    Buffer.from(withoutPolicy(text.slice(0, place)), 'latin1'),
    Buffer.from(script),
    Buffer.from(withoutPolicy(text.slice(place, limit)) + text.slice(limit), 'latin1'),
  ]);
}

function withoutPolicy(head: string): string {
  return head.replace(META, (meta) => (IS_POLICY.test(meta) ? '' : meta));
}
