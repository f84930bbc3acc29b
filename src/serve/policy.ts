/** What our pages say of themselves (templates/base.njk), and that nobody may put them in a frame. */
export const SITE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page while it is written: the same, and what `/_bantin/reload.js` needs. */
export const DEV_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A picture that could run as a page. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Browsers show a PDF by a page of their own, which the policy of ours would stop. */
const PDF_POLICY = "frame-ancestors 'none'";

/** What every answer carries. `type` is its Content-Type; `dev` is for pages that the reload script is in. */
export function securityHeaders(type: string, dev: boolean): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'content-security-policy': policyOf(type, dev),
  };
}

function policyOf(type: string, dev: boolean): string {
  if (type.startsWith('image/svg+xml')) return DRAWING_POLICY;
  if (type === 'application/pdf') return PDF_POLICY;
  return dev && type.startsWith('text/html') ? DEV_POLICY : SITE_POLICY;
}
