/**
 * Every finding there is, and what its words need to know. A code without words in each language, or words that
 * ask for something else, do not compile.
 */
export interface Params {
  // read
  'content-missing': { folder: string };
  'content-empty': Nothing;
  'file-unreadable': { reason: string };
  'name-collision': { other: string };
  'link-outside': { target: string };
  // parse: bytes and front matter
  encoding: { looksLike: Encoding };
  'file-too-large': { kilobytes: number; limit: number };
  'front-matter-unclosed': Nothing;
  /** `text` is what stands for `---`. */
  'front-matter-fence': { text: string };
  /** `spoilt` is what stands where `---` should be; empty if nothing does. */
  'front-matter-unopened': { field: string; spoilt: string };
  /** A field as it stands there, and as it is to be; both empty if there is none. */
  'front-matter-toml': { written: string; meant: string };
  'front-matter-too-large': { kilobytes: number; lines: number };
  'front-matter-engine': { text: string };
  'front-matter-yaml': { fault: YamlFault };
  'front-matter-anchor': { mark: string };
  'front-matter-tab': Nothing;
  'front-matter-not-fields': Nothing;
  'front-matter-missing': Nothing;
  // parse: fields
  'field-twice': { field: string; line: number };
  'field-indented': { field: string };
  'field-unspaced': { field: string };
  'field-wide-colon': { field: string };
  'quote-unclosed': { field: string; quote: string };
  'field-near-miss': { field: string; meant: string };
  /** `of` is what it stands in; `isAddress`: it would have been the last part of the address. */
  'field-unused': {
    field: string;
    of: 'article' | 'page' | 'section';
    /** What would do what the writer means: to rename the folder, or to write the field elsewhere. */
    instead: 'rename' | 'article' | 'section';
  };
  'field-shape': { field: string; expected: Shape };
  /** `key` stands in an item of the attachments; `meant` is empty if no known name is near. */
  'attachment-key': { key: string; meant: string };
  'date-form': { field: string; value: string };
  'date-range': { field: string; value: string };
  'date-month-first': { field: string; value: string; meant: string };
  'date-missing': Nothing;
  'views-form': { value: string };
  'boolean-form': { field: string; value: string };
  'kind-unknown': { value: string };
  'language-unknown': { value: string };
  'slug-invalid': { value: string; meant: string };
  'slug-repaired': { value: string; meant: string };
  /** `isFolder`: of a section, whose address nothing but its folder gives. */
  'slug-reserved': { value: string; isFolder: boolean };
  'slug-empty': { isFolder: boolean };
  'alias-invalid': { value: string };
  'title-missing': { title: string };
  'title-empty': { field: string; title: string };
  // parse: text
  'nesting-too-deep': { what: 'quote' | 'list'; limit: number };
  'html-removed': { what: string };
  /** `inParagraph`: it begins within a line, so it has to end before the next empty one. */
  'html-unclosed': { what: string; end: string; inParagraph: boolean };
  'footnote-missing': { label: string };
  'footnote-unused': { label: string };
  'footnote-twice': { label: string };
  'table-cells-lost': { text: string; columns: number };
  'list-number': { written: string; shown: number };
  /** `text` was meant as a link, or as a picture, and stands as it was typed. */
  'reference-unread': { text: string; isPicture: boolean };
  /** A link or picture that names nothing; `words` may be empty. */
  'reference-empty': { words: string; isPicture: boolean };
  'link-unsafe': { target: string };
  'image-unsafe': { image: string };
  'image-alt-missing': { image: string };
  /** Of the field, not of a picture in the text. */
  'image-field-alt-missing': { image: string };
  // model
  'settings-missing': Nothing;
  'settings-no-address': Nothing;
  'settings-yaml': { fault: YamlFault };
  'settings-value': { field: string; value: string; expected: SettingShape };
  'settings-not-fields': Nothing;
  'settings-unknown': { field: string; meant: string; known: readonly string[] };
  /** `meant` is empty if the address cannot be made a full one. */
  'settings-link': { url: string; meant: string };
  /** `index` is what there is of its `_index.md`. */
  'section-untitled': { title: string; index: IndexFile };
  /** `other` is the file that stands. */
  'section-twice': { other: string };
  'section-unknown': { value: string; meant: string };
  'id-twice': { id: string; other: string };
  'link-dead': { target: string };
  'translation-dead': { target: string };
  'translation-same': { target: string };
  /** `other` is the translation that stands. */
  'translation-twice': { target: string; other: string };
  'anchor-dead': { target: string };
  'image-missing': { image: string; meant: string };
  'image-unreadable': { image: string };
  'image-external': { image: string };
  /** `isLink`: readers get a link to the file; else they get nothing in its place. */
  'image-format': { image: string; isLink: boolean };
  'attachment-missing': { file: string; meant: string };
  'attachment-type': { file: string };
  'file-unused': Nothing;
  // plan
  'address-collision': { address: string; others: readonly string[] };
  'address-nested': { address: string; other: string };
  'address-reserved': { address: string };
  'alias-clash': { alias: string; others: readonly string[] };
  // render
  'template-syntax': { reason: string };
  'template-missing': { name: string };
  'template-undefined': { name: string };
  'template-loop': { chain: readonly string[] };
  'template-failed': { reason: string };
  // write
  'output-foreign': { path: string };
  /** `begun`: the site that was there may have changed in part. */
  'output-failed': { reason: string; begun: boolean };
  'output-full': { begun: boolean };
  'output-locked': { owner: string; since: string };
  /** `holds` is what is in it besides; `target` is where it lies if it is a link, else empty. */
  'output-unsafe': { folder: string; holds: 'sources' | 'cache'; target: string };
  'thread-lost': Nothing;
  // import
  'import-unknown': Nothing;
  'import-dateless': Nothing;
  'import-exists': { path: string };
}

export type Nothing = Readonly<Record<string, never>>;
/** What there may be of a section's `_index.md` where it gives no title. */
export type IndexFile = 'missing' | 'untitled' | 'draft';
export type Encoding = 'utf-16' | 'windows-1258' | 'tcvn3' | 'vni' | 'mojibake' | 'binary';
export type Shape = 'text' | 'list' | 'attachments' | 'contact' | 'number';
/**
 * What is wrong with lines of YAML. `behind-end`: words behind a closing quotation mark or bracket. `bracket-hash`: a `#`
 * hides the end of what stands in brackets. `dots`: a line of three, which ends a document. `colon`: one in a value.
 */
export type YamlFault =
  | 'unspaced'
  | 'no-colon'
  | 'colon'
  | 'bracket-open'
  | 'bracket-hash'
  | 'quote-open'
  | 'behind-end'
  | 'comma'
  | 'sign'
  | 'tag'
  | 'escape'
  | 'twice'
  | 'dots'
  | 'indent'
  | 'other';
export type SettingShape =
  | 'text'
  | 'zone'
  | 'address'
  | 'language'
  | 'navigation'
  | 'links'
  | 'footer'
  | 'theme'
  | 'url';

export type Code = keyof Params;

/** What is wrong, and what to type or do instead. */
export interface Words {
  readonly message: string;
  readonly hint: string;
}

export type Catalogue = { readonly [C in Code]: (params: Params[C]) => Words };
