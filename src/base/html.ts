/** HTML that this program has made or cleaned. The one type that templates may print unescaped. */
export class Html {
  readonly #fingerprint: string;
  readonly #make: () => string;
  #text: string | undefined;

  constructor(fingerprint: string, make: () => string) {
    this.#fingerprint = fingerprint;
    this.#make = make;
  }

  /**
   * Equal for equal texts; what it is made from is enough, so that a text nobody asks for is never put together. Not for
   * templates: who shows a text is known by who asks for it.
   */
  static fingerprintOf(html: Html): string {
    return html.#fingerprint;
  }

  get text(): string {
    this.#text ??= this.#make();
    return this.#text;
  }

  toString(): string {
    return this.text;
  }

  toJSON(): string {
    return this.text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text made safe for element content, attribute values in double quotes, and XML. */
export function escapeHtml(text: string): string {
  // Replacing with a function costs even where there is nothing to replace, as in nearly all short texts.
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character) : text;
}
