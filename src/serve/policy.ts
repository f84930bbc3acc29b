/**
 * The most that our pages ask for (`partials/head.njk`; most of them ask for less, `redirect.njk` for nothing), and that
 * nobody may put them in a frame.
 */
export const SITE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A picture that could run as a page. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Browsers show a PDF by a page of their own, which the policy of ours would stop. */
const PDF_POLICY = "frame-ancestors 'none'";

/** What every answer carries. `type` is its Content-Type. The script of `bantin dev` needs no more than our pages. */
export function securityHeaders(type: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': policyOf(type),
  };
}

function policyOf(type: string): string {
  if (type.startsWith('image/svg+xml')) return DRAWING_POLICY;
  if (type === 'application/pdf') return PDF_POLICY;
  return SITE_POLICY;
}
