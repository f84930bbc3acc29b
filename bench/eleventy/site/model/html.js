const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const SPECIAL = /[&<>"]/g;

export function escapeHtml(text) {
  return text.replace(SPECIAL, (character) => ENTITIES[character]);
}

export function link({ url, title }) {
  return `<a href="${url}">${escapeHtml(title)}</a>`;
}

export function links(places) {
  return places.map((place) => `<li>${link(place)}</li>\n`).join('');
}

export function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
