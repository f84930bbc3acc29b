import type { Drawing } from '../base/drawing.ts';
import type { Html } from '../base/html.ts';
import type { Tree } from '../base/tree.ts';
import type { Bodies, BodyPrints, Located } from '../model/document.ts';
import type { PublishedFile } from '../model/site.ts';
import type { Views } from './views.ts';

export type TemplateName = keyof Views;

/** A page made from a template and the one view that the template gets. */
export type TemplateContent = {
  [T in TemplateName]: { readonly kind: 'template'; readonly template: T; readonly view: Views[T] };
}[TemplateName];

/** An XML element; children are elements, text, or HTML as text. Attributes and text are escaped when it is written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (XmlElement | string | Html)[];
}

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | Html
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

export type Content =
  | TemplateContent
  | { readonly kind: 'xml'; readonly root: XmlElement }
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'asset'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly drawing: Drawing }
  | { readonly kind: 'media'; readonly file: PublishedFile };

/**
 * One file of the output: where it goes, and what it is made from. The same object as last time stands for the same
 * bytes, as long as the templates are the same, and the texts that it shows.
 */
export interface Page {
  /** Relative to the output folder. */
  readonly path: string;
  /** The file that a writer would have to change to move it; for messages. */
  readonly source: string;
  /** Of a redirect page: the old address that it answers for, which a writer may drop at any time. */
  readonly alias?: Located;
  /**
   * All that the content is made from, as `Prints` takes it: where it is the same, so is the content. Not there if
   * that is simply the content itself.
   */
  readonly from?: (bodies: BodyPrints) => unknown;
  /** Made when the page is rendered and then forgotten: all views at once would be most of a build's memory. */
  readonly content: (bodies: Bodies) => Content;
}

/** Pages in the groups in which they were planned. */
export type PageTree = Tree<Page>;
