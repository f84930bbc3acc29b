import { type Diagnostic, error, isError, type Strictness, settle, wholeFile } from './base/diagnostic.ts';
import type { Language } from './base/messages/describe.ts';
import { buildSite, type SiteInput } from './model/build-site.ts';
import type { Settings, Site } from './model/site.ts';
import { parseDocument } from './parse/document.ts';
import { parseSettings, readBaseUrl } from './parse/settings.ts';
import type { AssetFile } from './plan/assets.ts';
import type { Page } from './plan/page.ts';
import { type Plan, planSite } from './plan/plan-site.ts';
import type { FileSystem } from './read/file-system.ts';
import { type Snapshot, takeSnapshot } from './read/snapshot.ts';
import { renderPage } from './render/page.ts';
import { createTemplates, type Templates } from './render/templates.ts';
import { OutputError, type WriteSummary } from './write/output.ts';
import type { Publication } from './write/publish.ts';

export interface BuildInput {
  readonly site: FileSystem;
  /** The built-in theme: what the package has in `templates/`. */
  readonly theme: FileSystem;
  /** Opens the output; undefined to check without writing. */
  readonly publication: (() => Publication) | undefined;
  /** Overrides `base_url`. */
  readonly baseUrl: string | undefined;
  /** Seconds of UTC: decides which articles are still to come, and nothing else. */
  readonly now: number;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly keepGoing: boolean;
  readonly strictness: Strictness;
}

export interface BuildResult {
  /** No finding is an error. */
  readonly ok: boolean;
  /** The output has been brought up to date: entirely, or with `keepGoing` what is sound of it. */
  readonly published: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: BuildSummary;
  readonly language: Language;
}

export interface BuildSummary extends WriteSummary {
  /** Sound articles found, written or not. */
  readonly articles: number;
  readonly pages: number;
  /** Left out on purpose: drafts, empty files, articles still to come. */
  readonly skipped: number;
}

/** The pipeline: read → parse → model → plan → render → write. Nothing is published unless all of it is sound. */
export function build(input: BuildInput): BuildResult {
  const snapshot = takeSnapshot(input.site, input.theme);
  const parsed = parse(snapshot, input);
  const { site, diagnostics: modelFindings } = buildSite(parsed.input);
  const plan = planSite(site, assetsOf(snapshot));
  const templates = createTemplates(templateSources(snapshot));
  const templateFindings = templates.check();
  const findings = [
    ...snapshot.diagnostics,
    ...parsed.diagnostics,
    ...modelFindings,
    ...plan.diagnostics,
    ...templateFindings,
  ];
  // Where something could not be read, that is the finding; a site of nothing is one only if all was read.
  if (!findings.some(isError) && site.articles.length + site.pages.length === 0) {
    findings.push(error('content-empty', wholeFile('content'), {}));
  }
  const pages = templateFindings.length > 0 ? [] : plan.pages;
  const output = publish(pages, templates, snapshot, input, settle(findings, input.strictness));
  return {
    ok: !output.diagnostics.some(isError),
    published: output.summary !== undefined,
    diagnostics: output.diagnostics,
    summary: summaryOf(site, plan, output.summary),
    language: parsed.input.settings.language,
  };
}

function parse(snapshot: Snapshot, input: BuildInput): { input: SiteInput; diagnostics: Diagnostic[] } {
  const { settings, diagnostics: settingsFindings } = parseSettings(snapshot.settings?.bytes ?? null);
  const diagnostics = [...settingsFindings];
  const { zone, language } = settings;
  const results = snapshot.documents.map((file) => parseDocument(file.path, file.bytes, { zone, language }));
  for (const result of results) diagnostics.push(...result.diagnostics);
  return {
    input: {
      documents: results.flatMap((result) => result.document ?? []),
      settings: withBaseUrl(settings, input.baseUrl),
      media: snapshot.media,
      publicFiles: snapshot.publicFiles,
      empty: results.filter((result) => result.empty).length,
      now: input.now,
      drafts: input.drafts,
      future: input.future,
    },
    diagnostics,
  };
}

function withBaseUrl(settings: Settings, baseUrl: string | undefined): Settings {
  const base = baseUrl === undefined ? undefined : readBaseUrl(baseUrl);
  return base === undefined ? settings : { ...settings, ...base };
}

interface Output {
  readonly diagnostics: readonly Diagnostic[];
  /** undefined if nothing was published. */
  readonly summary: WriteSummary | undefined;
}

/** Renders every page and hands its bytes on at once; all findings of a run are told together. */
function publish(
  pages: readonly Page[],
  templates: Templates,
  snapshot: Snapshot,
  input: BuildInput,
  found: readonly Diagnostic[],
): Output {
  const diagnostics = [...found];
  const mayGoOn = pages.length > 0 && (input.keepGoing || !found.some(isError));
  const publication = mayGoOn ? input.publication : undefined;
  let opened: Publication | undefined;
  try {
    opened = publication?.();
    for (const page of pages) {
      const result = renderPage(page, templates, snapshot.readMedia);
      if (result.ok) opened?.put(page.path, result.bytes, kindOf(page));
      else diagnostics.push(...result.diagnostics);
    }
    const settled = settle(diagnostics, input.strictness);
    const broken = settled.some(isError);
    if (opened === undefined || (broken && !input.keepGoing))
      return { diagnostics: settled, summary: undefined };
    // Which of the published files an unsound article made is not known, so none is taken away.
    if (broken) opened.keepRest();
    return { diagnostics: settled, summary: opened.commit() };
  } catch (cause) {
    if (!(cause instanceof OutputError)) throw cause;
    return {
      diagnostics: settle([...diagnostics, ...cause.diagnostics], input.strictness),
      summary: undefined,
    };
  } finally {
    opened?.abandon();
  }
}

function kindOf(page: Page): 'page' | 'asset' {
  return page.path.endsWith('.html') ? 'page' : 'asset';
}

function summaryOf(site: Site, plan: Plan, written: WriteSummary | undefined): BuildSummary {
  return {
    articles: site.articles.length,
    pages: plan.pages.filter((page) => kindOf(page) === 'page').length,
    skipped: site.skipped,
    ...(written ?? { written: 0, unchanged: 0, deleted: 0 }),
  };
}

const ASSETS = 'assets/';

function assetsOf(snapshot: Snapshot): AssetFile[] {
  return [...snapshot.templates.values()]
    .filter((file) => file.path.startsWith(ASSETS))
    .map(({ path, shownPath, bytes }) => ({ name: path.slice(ASSETS.length), source: shownPath, bytes }));
}

function templateSources(snapshot: Snapshot) {
  const decoder = new TextDecoder();
  const sources = [...snapshot.templates.values()].filter((file) => file.path.endsWith('.njk'));
  return new Map(
    sources.map(({ path, shownPath, bytes }) => [
      path,
      { name: path, path: shownPath, text: decoder.decode(bytes) },
    ]),
  );
}
