import { once } from './once.js';
import { pictureOf } from './page.js';
import { ORIGIN, SITE } from './site.js';

/** Facts for search engines. What all articles or all of a section have in common is written as JSON once. */

const PUBLISHER = { '@type': 'Organization', name: SITE, url: `${ORIGIN}/` };
const publisher = JSON.stringify(PUBLISHER);

/** JSON that no text in it can end early. */
const json = (value) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const script = (nodes) =>
  `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[${nodes}]}</script>\n`;

const crumb = ({ title, url }, index) =>
  json({ '@type': 'ListItem', position: index + 1, name: title, item: ORIGIN + url });
const crumbs = (trail) => trail.map(crumb).join();
const breadcrumbs = (items) => `{"@type":"BreadcrumbList","itemListElement":[${items}]}`;

const ofSection = once((section) => ({
  facts: `"articleSection":${json(section.title)},"inLanguage":"vi","image":["${pictureOf(section)}"],"isAccessibleForFree":true`,
  crumbs: crumbs(section.trail),
}));

export function articleFacts(article) {
  const { title, summary, url, moment, section, tags } = article;
  const { facts, crumbs: above } = ofSection(section);
  const node = `{"@type":"NewsArticle","headline":${json(title)},"description":${json(summary)},"datePublished":"${moment.rfc3339}","dateModified":"${moment.rfc3339}","author":${publisher},"publisher":${publisher},"mainEntityOfPage":"${ORIGIN}${url}",${facts},"keywords":${json(tags)}}`;
  return script(`${node},${breadcrumbs(`${above},${crumb(article, section.trail.length)}`)}`);
}

export function sectionFacts({ trail }) {
  return script(breadcrumbs(crumbs(trail)));
}

export function siteFacts() {
  const site = { '@type': 'WebSite', name: SITE, url: PUBLISHER.url, inLanguage: 'vi', publisher: PUBLISHER };
  return script(`${json(site)},${publisher}`);
}
