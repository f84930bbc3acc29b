import type { Catalogue, Encoding, SettingShape, Shape } from './catalogue.ts';

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-16': 'UTF-16 (Notepad calls it “Unicode”)',
  'windows-1258': 'Windows-1258 (ANSI)',
  tcvn3: 'TCVN3 (.VnTime fonts, ABC)',
  vni: 'VNI (VNI-Times fonts)',
  mojibake: 'UTF-8 that was read as Latin-1',
  binary: 'a binary file, not text',
};

const CONVERSIONS: Readonly<Record<Encoding, string>> = {
  'utf-16': 'Open it in Notepad, choose Save As, and “UTF-8” under Encoding.',
  'windows-1258': 'Open it in Notepad, choose Save As, and “UTF-8” under Encoding.',
  tcvn3: 'Use UniKey (Ctrl+Shift+F6), from “TCVN3 (ABC)” to “Unicode”, and paste it again.',
  vni: 'Use UniKey (Ctrl+Shift+F6), from “VNI Windows” to “Unicode”, and paste it again.',
  mojibake: 'Copy it again from the original; the letters in this file are spoilt.',
  binary: 'See whether a file was given the ending .md by mistake.',
};

const SHAPES: Readonly<Record<Shape, string>> = {
  text: 'one line of text',
  list: 'a list, as in [Đại hội, Thi đua yêu nước]',
  attachments: 'a list of file names, or of items with “file:” and “title:”',
  contact: 'lines of “name: value”, as in “phone: (024) 0000 0001”',
  number: 'a number, as in 3',
};

const SETTINGS: Readonly<Record<SettingShape, string>> = {
  text: 'one line of text',
  zone: 'a time zone such as Asia/Ho_Chi_Minh or +07:00',
  address: 'a full address such as https://example.org or https://example.org/news',
  language: '“vi” or “en”',
  navigation: 'a list of items with “title:” and “address:”',
  links: 'a list of items with “title:” and “url:”',
  footer: 'lines for responsible, address, phone, email, note',
  'known-field':
    'title, organisation, description, base_url, time_zone, language, navigation, links or footer',
};

const did = (meant: string, otherwise: string): string => (meant ? `Did you mean “${meant}”?` : otherwise);

function stateOfOutput(begun: boolean): string {
  return begun
    ? 'Only a part of the new site is out; the next run will finish it.'
    : 'The site that was there is untouched.';
}

export const en: Catalogue = {
  'content-missing': ({ folder }) => ({
    message: `there is no folder ${folder}`,
    hint: 'Run the command in the site’s folder, the one with “content”, or name it with --root DIR.',
  }),
  'content-empty': () => ({
    message: 'content has no article yet',
    hint: 'Make the first: npx bantin new "Its title".',
  }),
  'file-unreadable': ({ reason }) => ({
    message: `the file cannot be read (${reason})`,
    hint: 'See whether you may read it, or close the program that holds it.',
  }),
  'name-collision': ({ other }) => ({
    message: `the name differs from “${other}” only in capitals or in how its accents are typed`,
    hint: 'Rename one of the two; on Windows and macOS they are one name.',
  }),
  'link-outside': ({ target }) => ({
    message: `the link leads out of the site (${target}) and was left out`,
    hint: 'Copy the file itself into content.',
  }),
  encoding: ({ looksLike }) => ({
    message: `the file is not UTF-8; it looks like ${ENCODINGS[looksLike]}`,
    hint: CONVERSIONS[looksLike],
  }),
  'file-too-large': ({ kilobytes, limit }) => ({
    message: `the article has ${kilobytes} kB, more than ${limit} kB`,
    hint: 'Make several articles of it, or put long tables into an attachment.',
  }),
  'front-matter-unclosed': () => ({
    message: 'the fields begin with --- but do not end',
    hint: 'Add a line with only --- right after the last field (title, date …).',
  }),
  'front-matter-too-large': ({ kilobytes, lines }) => ({
    message: `the fields are too long (${kilobytes} kB, ${lines} lines; at most 16 kB, 500 lines)`,
    hint: 'Only title, date and so on belong there; the text goes below the second ---.',
  }),
  'front-matter-engine': ({ text }) => ({
    message: `the first line may not have “${text}” after ---`,
    hint: 'Type only --- on the first line.',
  }),
  'front-matter-yaml': ({ reason }) => ({
    message: `the fields cannot be read: ${reason}`,
    hint: 'One field a line, “name: value”; put a value with : or # into quotes "…".',
  }),
  'front-matter-anchor': ({ mark }) => ({
    message: `a value may not begin with ${mark}`,
    hint: 'Put the whole value into double quotes "…".',
  }),
  'front-matter-tab': () => ({
    message: 'tabs among the fields were taken as spaces',
    hint: 'Indent with spaces.',
  }),
  'front-matter-not-fields': () => ({
    message: 'what stands between the --- lines are no fields “name: value”',
    hint: 'For example: title: Spring meeting',
  }),
  'front-matter-missing': () => ({
    message: 'the article has no fields; its date was taken from the file’s name',
    hint: 'Add three lines at the top: ---, title: …, ---.',
  }),
  'field-twice': ({ field, line }) => ({
    message: `the field “${field}” stands on line ${line} already`,
    hint: 'Keep one of the two.',
  }),
  'field-near-miss': ({ field, meant }) => ({
    message: `there is no field “${field}”`,
    hint: `Did you mean “${meant}”?`,
  }),
  'field-shape': ({ field, expected }) => ({
    message: `the field “${field}” takes ${SHAPES[expected]}`,
    hint: `Correct “${field}”.`,
  }),
  'date-form': ({ field, value }) => ({
    message: `“${value}” in “${field}” is not understood as a date`,
    hint: 'Type day/month/year and hour:minute, as in 17/02/2020 15:47.',
  }),
  'date-range': ({ field, value }) => ({
    message: `the date “${value}” in “${field}” does not exist`,
    hint: 'Check day, month and hour; right would be: 17/02/2020 15:47.',
  }),
  'date-month-first': ({ field, value, meant }) => ({
    message: `the date “${value}” in “${field}” has the month before the day`,
    hint: `Type the day first: ${meant}.`,
  }),
  'date-missing': () => ({
    message: 'the article has no date',
    hint: 'Add its date, as in “date: 17/02/2020 15:47”; if it is a standing page such as About, add “kind: page”.',
  }),
  'views-form': ({ value }) => ({
    message: `the view count “${value}” is no whole number`,
    hint: 'Type digits only, as in 1234 or 1.234.',
  }),
  'boolean-form': ({ field, value }) => ({
    message: `the field “${field}” takes yes or no, not “${value}”`,
    hint: `Type “${field}: true” or “${field}: false”.`,
  }),
  'kind-unknown': ({ value }) => ({
    message: `there is no kind “${value}”`,
    hint: 'Only “kind: page”, for standing pages; an article with a date needs no such line.',
  }),
  'slug-invalid': ({ value, meant }) => ({
    message: `the address “${value}” cannot be used`,
    hint: `Use lower-case letters without accents, digits and hyphens, as in “${meant}”.`,
  }),
  'slug-repaired': ({ value, meant }) => ({
    message: `the address “${value}” was made “${meant}”`,
    hint: `Type “slug: ${meant}”.`,
  }),
  'slug-reserved': ({ value }) => ({
    message: `the name “${value}” is kept for pages that the program makes`,
    hint: `Rename the file or folder, or add “slug:” with another name, as in “slug: ${value}-1”.`,
  }),
  'slug-empty': () => ({
    message: 'the file’s name has no letter or digit to make an address of',
    hint: 'Rename it, or add “slug: some-name” to its fields.',
  }),
  'alias-invalid': ({ value }) => ({
    message: `the old address “${value}” must begin with /`,
    hint: 'Copy what follows the host, as in /news/123.html.',
  }),
  'title-missing': ({ title }) => ({
    message: `there is no title; “${title}” was taken`,
    hint: `Add “title: ${title}” to the fields.`,
  }),
  'nesting-too-deep': ({ what, limit }) => ({
    message: `${what === 'quote' ? 'quotes' : 'lists'} inside one another more than ${limit} deep`,
    hint: 'Take out some > or some indentation; what lies deeper would be lost.',
  }),
  'html-removed': ({ what }) => ({
    message: `HTML that is not allowed was taken out: ${what}`,
    hint: 'Write it in Markdown, or delete it.',
  }),
  'link-unsafe': ({ target }) => ({
    message: `the link “${target}” is not safe; its words stay`,
    hint: 'Use only http, https, mailto or tel, or a path within the site.',
  }),
  'image-alt-missing': ({ image }) => ({
    message: `the picture “${image}” has no words for those who do not see it`,
    hint: 'Say what it shows between the brackets: ![The meeting hall](picture.jpg).',
  }),
  'settings-missing': () => ({
    message: 'there is no content/site.yaml; defaults were taken',
    hint: 'Make content/site.yaml with “title: …” and “base_url: https://…”.',
  }),
  'settings-yaml': ({ reason }) => ({
    message: `the site’s settings cannot be read: ${reason}`,
    hint: 'One setting a line, “name: value”; put a value with : into quotes "…".',
  }),
  'settings-value': ({ field, value, expected }) =>
    expected === 'known-field'
      ? { message: `there is no setting “${field}”`, hint: `The settings are ${SETTINGS[expected]}.` }
      : {
          message: `“${field}” does not take ${value ? `“${value}”` : 'this value'}`,
          hint: `It takes ${SETTINGS[expected]}.`,
        },
  'section-untitled': ({ title }) => ({
    message: `the section has no _index.md; its folder’s name “${title}” was taken`,
    hint: 'Make a file _index.md in it with “title: …” between two lines ---.',
  }),
  'section-unknown': ({ value, meant }) => ({
    message: `there is no section “${value}”`,
    hint: did(meant, 'Give the path of its folder, as in dang-doan-the/hoi-nong-dan.'),
  }),
  'id-twice': ({ id, other }) => ({
    message: `the id “${id}” is that of ${other} already`,
    hint: 'Every article has its own; change or delete “id:” in the later copy.',
  }),
  'link-dead': ({ target }) => ({
    message: `the link “${target}” leads nowhere; its words stay, the link goes`,
    hint: 'Check the file’s name or the address.',
  }),
  'anchor-dead': ({ target }) => ({
    message: `the page is there, but it has no place “${target}”`,
    hint: 'Check what follows the #; the link still leads to the page.',
  }),
  'image-missing': ({ image, meant }) => ({
    message: `the picture “${image}” is not there; its caption stays, the picture goes`,
    hint: did(meant, 'Put the picture beside the article and give its exact name.'),
  }),
  'image-external': ({ image }) => ({
    message: `a picture of another site (${image}) was made a link`,
    hint: 'Download it and put it beside the article.',
  }),
  'attachment-missing': ({ file, meant }) => ({
    message: `the attachment “${file}” is not there`,
    hint: did(meant, 'Put the file beside the article and give its exact name.'),
  }),
  'attachment-type': ({ file }) => ({
    message: `files of this kind are not published: “${file}”`,
    hint: 'Use PDF, Word, Excel, PowerPoint, OpenDocument, pictures, sound, video or zip.',
  }),
  'file-unused': () => ({
    message: 'no article uses this file, so it is not published',
    hint: 'Name it in an article, or delete it; files for all go into content/_public.',
  }),
  'address-collision': ({ address, others }) => ({
    message: `the address ${address} is also that of ${others.join(', ')}`,
    hint: 'Rename one file, or give one article another “slug:”.',
  }),
  'address-nested': ({ address, other }) => ({
    message: `the file ${address} stands where ${other} needs a folder`,
    hint: 'Rename one of the two.',
  }),
  'template-syntax': ({ reason }) => ({
    message: `the template is not well formed: ${reason}`,
    hint: 'Check the {{ }} and {% %} on this line.',
  }),
  'template-missing': ({ name }) => ({
    message: `there is no template “${name}”`,
    hint: 'Make this file in templates/, or correct the name.',
  }),
  'template-undefined': ({ name }) => ({
    message: `“${name}” has no value`,
    hint: 'Check the name; if it may be absent, wrap it in {% if … %}.',
  }),
  'template-loop': ({ chain }) => ({
    message: `the template calls itself: ${chain.join(' → ')}`,
    hint: 'Take out one include, extends or fragment of this ring.',
  }),
  'template-failed': ({ reason }) => ({
    message: `the template failed: ${reason}`,
    hint: 'Correct it on this line, or delete it to have the built-in one.',
  }),
  'output-foreign': ({ path }) => ({
    message: `the file ${path} is there already and was not made by this program`,
    hint: 'Move it elsewhere, or choose another folder with --out.',
  }),
  'output-failed': ({ reason, begun }) => ({
    message: `the site could not be written (${reason})`,
    hint: `${stateOfOutput(begun)} See whether you may write there, and run it again.`,
  }),
  'output-full': ({ begun }) => ({
    message: 'the disk is full',
    hint: `${stateOfOutput(begun)} Make room and run it again.`,
  }),
  'output-locked': ({ owner, since }) => ({
    message: `another build is at work (${owner}, since ${since})`,
    hint: 'Wait for it and run this again. If you are sure that none is at work, delete this lock file.',
  }),
  'output-unsafe': ({ folder }) => ({
    message: `the site cannot be written to ${folder}: its sources are there`,
    hint: 'Choose another folder with --out, as in --out dist.',
  }),
  'import-unknown': () => ({
    message: 'the form of this file is not known',
    hint: 'It should be a portal’s text: the section, a blank line, the title, the line with the date, the text.',
  }),
  'import-dateless': () => ({
    message: 'there is no line with the date',
    hint: 'A line such as “Ngày đăng 17/02/2020 | 15:47 | Lượt xem: 405” belongs right below the title.',
  }),
  'import-exists': ({ path }) => ({
    message: `there is an article at ${path} already`,
    hint: 'Delete or rename it if you want to import it again.',
  }),
};
