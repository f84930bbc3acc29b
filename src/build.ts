import { folderOf } from './base/address.ts';
import { withoutConsequences } from './base/consequences.ts';
import { type Crew, ThreadLost } from './base/crew.ts';
import { type Diagnostic, error, isError, type Strictness, settle, wholeFile } from './base/diagnostic.ts';
import type { Language } from './base/messages/describe.ts';
import { createRecall, type Recall } from './base/recall.ts';
import type { Spill } from './base/spill.ts';
import { type Stopwatch, UNTIMED } from './base/stopwatch.ts';
import { buildAgain, type Stages } from './memo/again.ts';
import { changesSince } from './memo/changes.ts';
import { keepDocuments, parseDocuments } from './memo/documents.ts';
import { formerDocuments } from './memo/former.ts';
import { emptyMemos, type Memos } from './memo/memos.ts';
import { recallSite } from './memo/model.ts';
import { type PageMaker, publishedPlan } from './memo/pages.ts';
import { compileTemplates } from './memo/templates.ts';
import { rememberWhole } from './memo/whole.ts';
import { buildSite, type Due, type SiteResult } from './model/build-site.ts';
import { parseDocument } from './parse/document.ts';
import { NO_SETTINGS, parseSettingsFile, type SettingsResult } from './parse/settings.ts';
import { planPages, planSite } from './plan/plan-site.ts';
import { REACH } from './plan/reach.ts';
import { NO_PAGES, publishPages } from './publish-pages.ts';
import type { FileSystem } from './read/file-system.ts';
import { SourceChanged } from './read/known-files.ts';
import { type Snapshot, takeSnapshot, themeAssets } from './read/snapshot.ts';
import { refusedBuild } from './refused-build.ts';
import { renderContent } from './render/page.ts';
import { createTemplates, type Templates } from './render/templates.ts';
import { type Documents, type Planned, soundPart } from './sound-part.ts';
import type { WriteSummary, Written } from './write/output.ts';
import type { Publication } from './write/publish.ts';

export interface BuildInput {
  readonly site: FileSystem;
  /** The built-in theme: what the package has in `templates/`. */
  readonly theme: FileSystem;
  /** Opens the output; undefined to check without writing. */
  readonly publication: (() => Publication) | undefined;
  /** Who shares the work. */
  readonly crew: Crew;
  /** Where bodies of a large site wait for their pages; in memory if there is none. */
  readonly spill?: Spill;
  /** Overrides `base_url`. */
  readonly baseUrl: string | undefined;
  /** Seconds of UTC: decides which articles are still to come, and nothing else. */
  readonly now: number;
  readonly drafts: boolean;
  readonly future: boolean;
  readonly keepGoing: boolean;
  readonly strictness: Strictness;
  /** Is told what the build is at; nobody is if there is none. */
  readonly stopwatch?: Stopwatch;
}

export interface BuildResult {
  /** No finding is an error. */
  readonly ok: boolean;
  /** The output has been brought up to date: entirely, or with `keepGoing` what is sound of it. */
  readonly published: boolean;
  /** What that changed in it; undefined if nothing was published. */
  readonly output: Written | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: BuildSummary;
  /** Paths of the output that could not be taken from what was published before. */
  readonly rendered: readonly string[];
  readonly language: Language;
  /** What stands before every address: empty, or such as `/tin-tuc`. */
  readonly basePath: string;
  /** When the next article is published that is still to come; null if there is none, undefined if no article was looked at. */
  readonly until: Due | null | undefined;
}

export interface BuildSummary extends WriteSummary {
  /** Sound articles found, written or not. */
  readonly articles: number;
  readonly pages: number;
  /** Left out on purpose: drafts, empty files, articles still to come. */
  readonly skipped: number;
}

/** How often a build begins again because somebody saved a file while it was read. */
const ATTEMPTS = 5;

/**
 * The pipeline: read → parse → model → plan → render → write. Nothing is published unless all of it is sound. `memos`
 * are what the last build remembered; they spare work and change nothing else, and learn from this build.
 */
export function build(input: BuildInput, memos: Memos = emptyMemos()): BuildResult {
  for (let attempt = 1; ; attempt++) {
    try {
      return run(input, memos);
    } catch (cause) {
      if (cause instanceof ThreadLost) {
        return refusedBuild(error('thread-lost', wholeFile('content'), {}), input.site);
      }
      if (!(cause instanceof SourceChanged)) throw cause;
      // Whoever writes it does not come to an end: of such a file nothing can be said.
      if (attempt === ATTEMPTS) {
        const finding = error('file-unreadable', wholeFile(cause.message), { reason: 'EBUSY' });
        return refusedBuild(finding, input.site);
      }
    }
  }
}

function run(input: BuildInput, memos: Memos): BuildResult {
  const { recall } = memos;
  const { stopwatch = UNTIMED } = input;
  const snapshot = stopwatch.time('read', () =>
    takeSnapshot(input.site, input.theme, memos.files, recall, input.crew.expect),
  );
  // What this process has published itself it knows part by part, and needs nothing said as a whole.
  const isFirst = memos.published.last === undefined;
  const last = isFirst ? memos.whole.last() : undefined;
  const changes = stopwatch.time('compare', () => last && changesSince(last, snapshot, input, memos));
  const again = stopwatch.time('compare', () => {
    if (last === undefined || changes === undefined) return undefined;
    return buildAgain(last, changes, snapshot, input, memos, () => stagesOf(snapshot, input, memos));
  });
  if (again !== undefined) return again;
  memos.whole.last = () => undefined;
  const { settings, diagnostics: settingsFindings } = settingsOf(snapshot, input, recall);
  const { zone, language } = settings;
  const parsed = stopwatch.time('parse', () => {
    memos.documents.open();
    return parseDocuments(snapshot.documents, { zone }, memos, input.crew, parseDocument, input.spill);
  });
  keepDocuments(memos.documents, snapshot.documents);
  const { documents, empty } = parsed;
  const { compiled, templateFindings } = stopwatch.time('templates', () => {
    const templates = compileTemplates(snapshot.templates, memos.templates, createTemplates);
    return { compiled: templates, templateFindings: templates.findings() };
  });
  const modelOf = (groups: Documents): SiteResult =>
    recallSite(
      { ...sitePartsOf(snapshot, input), documents: groups, settings, empty },
      memos.model,
      (parts) => buildSite(parts, recall),
    );
  const planning = { assets: themeAssets(snapshot), prints: memos.prints, recall };
  // As if this process had published it: then only what differs has to be planned page by page.
  const former = changes && formerDocuments(changes, snapshot.documents, documents);
  if (last !== undefined && former !== undefined) {
    // Their former documents are objects of their own: what shows them is seen to differ.
    memos.rewritten.clear();
    const formerSite = stopwatch.time('model', () => modelOf(former).site);
    memos.published.last = stopwatch.time('plan', () => {
      const pages = planPages({ ...planning, site: formerSite });
      return publishedPlan(pages, last.summary.pages, last.version, {
        memo: memos.pages,
        templates: compiled.templates,
      });
    });
  }
  const planOf = (groups: Documents): Planned => {
    const model = stopwatch.time('model', () => modelOf(groups));
    const plan = stopwatch.time('plan', () =>
      planSite({ ...planning, site: model.site, published: memos.published.last }),
    );
    return { ...model, pages: plan.pages, diagnostics: [...model.diagnostics, ...plan.diagnostics] };
  };
  const whole = planOf(documents);
  const inFiles = [...snapshot.diagnostics, ...parsed.diagnostics];
  const findings = [
    ...settingsFindings,
    ...inFiles,
    ...withoutConsequences(whole.diagnostics, inFiles),
    ...templateFindings,
  ];
  // Where something could not be read, that is the finding; a site of nothing is one only if all was read.
  if (!findings.some(isError) && whole.site.articles.length + whole.site.pages.length === 0) {
    findings.push(error('content-empty', wholeFile('content'), {}));
  }
  const planned = input.keepGoing ? soundPart(documents, whole, findings, input.strictness, planOf) : whole;
  const { site, visible } = planned;
  const output = publishPages(templateFindings.length > 0 ? NO_PAGES : planned.pages, findings, input, {
    ...makerOf(snapshot, memos, compiled.templates),
    bodies: parsed.bodies,
  });
  const diagnostics = settle(output.findings, input.strictness);
  const result: BuildResult = {
    ok: !diagnostics.some(isError),
    published: output.written !== undefined,
    diagnostics,
    summary: {
      articles: site.articles.length,
      pages: output.forPeople,
      skipped: site.skipped,
      ...(output.written?.summary ?? { written: 0, unchanged: 0, deleted: 0 }),
    },
    rendered: output.rendered,
    output: output.written,
    language,
    basePath: site.settings.basePath,
    until: visible.until,
  };
  const remember = () => rememberWhole(result, snapshot, input, memos.whole.media, planned);
  if (isFirst) {
    // At once, for most processes build once: then what it is made from need not stay in memory.
    const made = remember();
    memos.whole.last = () => made;
  } else memos.whole.last = remember;
  return result;
}

function settingsOf(snapshot: Snapshot, { baseUrl }: BuildInput, recall: Recall): SettingsResult {
  return recall.for(parseSettingsFile)(snapshot.settings ?? NO_SETTINGS, baseUrl);
}

function sitePartsOf({ media, publicFiles }: Snapshot, { now, drafts, future }: BuildInput) {
  return { media, publicFiles, now, drafts, future };
}

function makerOf(snapshot: Snapshot, memos: Memos, templates: Templates): Omit<PageMaker, 'bodies'> {
  return {
    ...memos,
    memo: memos.pages,
    render: (content) => renderContent(content, templates, (file) => snapshot.mediaSource(file).bytes()),
    templates,
    mediaSource(file) {
      const source = snapshot.mediaSource(file);
      memos.whole.media.set(file.path, source.fingerprint);
      return source;
    },
  };
}

/** The same stages for a site of few of the documents. */
function stagesOf(snapshot: Snapshot, input: BuildInput, memos: Memos): Stages {
  const { settings } = settingsOf(snapshot, input, memos.recall);
  const { zone, navigation } = settings;
  const { templates } = compileTemplates(snapshot.templates, memos.templates, createTemplates);
  const recall = createRecall();
  return {
    parse: parseDocument,
    crew: input.crew,
    options: { zone },
    plan(documents, folders) {
      const media = snapshot.media.filter(({ path }) => folders.has(folderOf(path)));
      const parts = { ...sitePartsOf(snapshot, input), media, settings, empty: 0 };
      const { site } = buildSite({ ...parts, documents: [documents] }, recall);
      return planPages({ site, assets: themeAssets(snapshot), prints: memos.prints, recall });
    },
    maker: makerOf(snapshot, memos, templates),
    reach: REACH,
    navigation: navigation.map(({ address }) => address),
  };
}
