import { escapeHtml, Html } from '../base/html.ts';
import type { XmlElement } from '../plan/page.ts';

const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text without one of these has none of those: to ask takes a sixth of the time of looking for them, and hardly any has one. */
const MAY_BE_FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** An XML 1.0 document. Characters that XML cannot hold are left out. */
export function renderXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderElement(root)}\n`;
}

function renderElement({ name, attributes = {}, children = [] }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(value)}"`);
  const start = `<${name}${written.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const holdsElements = children.some((child) => !isText(child));
  // One element a line keeps the difference between two versions small.
  const inside = children.map((child) => (isText(child) ? text(String(child)) : `\n${renderElement(child)}`));
  return `${start}>${inside.join('')}${holdsElements ? '\n' : ''}</${name}>`;
}

function isText(child: XmlElement | string | Html): child is string | Html {
  return typeof child === 'string' || child instanceof Html;
}

function text(value: string): string {
  return escapeHtml(MAY_BE_FORBIDDEN.test(value) ? value.replace(FORBIDDEN, '') : value);
}
