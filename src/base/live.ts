/**
 * What `bantin dev` and the script in its pages say to each other: `LiveMessage` as JSON, one a server-sent event.
 */
import type { Severity } from './diagnostic.ts';

/** Addresses of the server's own, at its root whatever the site's base path is. */
export const LIVE_ADDRESSES = {
  /** `?page=` and the page's path, escaped. */
  events: '/_bantin/events',
  script: '/_bantin/reload.js',
  style: '/_bantin/reload.css',
} as const;

/** Addresses of a stylesheet before and after, as pages write them. */
export interface StyleChange {
  readonly from: string;
  readonly to: string;
}

/** A finding in the reader's words. */
export interface ShownFinding {
  readonly severity: Severity;
  /** `lỗi`. */
  readonly label: string;
  /** `content/a.md:3:14`. */
  readonly place: string;
  readonly message: string;
  readonly hint: string;
  /** The line: what stands before the place, the character that is meant, and the rest. Absent for a whole file. */
  readonly line?: readonly [before: string, marked: string, after: string];
}

export interface ShownFindings {
  readonly language: string;
  readonly title: string;
  /** What the button says. */
  readonly close: string;
  readonly findings: readonly ShownFinding[];
  /** How many more there are; empty if none. */
  readonly more: string;
}

export type LiveMessage =
  /** First on every connection. A page of another version is out of date. */
  | { readonly kind: 'state'; readonly version: string; readonly findings: ShownFindings | null }
  /** The page, or a picture that it may show, is another now, or has come or gone. */
  | { readonly kind: 'reload' }
  /** There is a new version that leaves this page as it is, but for its stylesheets. */
  | { readonly kind: 'version'; readonly version: string; readonly styles: readonly StyleChange[] }
  | { readonly kind: 'findings'; readonly findings: ShownFindings | null };
