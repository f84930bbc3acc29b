import type { Catalogue, Encoding, IndexFile, SettingShape, Shape, Words, YamlFault } from './catalogue.ts';
import { beginsAsAddress } from './old-address.ts';
import { isOnOwnDisk } from './own-disk.ts';
import { isPhoto } from './photo.ts';

const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-16': 'UTF-16 (Notepad calls it “Unicode”)',
  'windows-1258': 'Windows-1258 (ANSI)',
  tcvn3: 'TCVN3 (.VnTime fonts, ABC)',
  vni: 'VNI (VNI-Times fonts)',
  mojibake: 'UTF-8 that was read as Latin-1',
  binary: 'a binary file, not text',
};

const CONVERSIONS: Readonly<Record<Encoding, string>> = {
  'utf-16': 'Open it in Notepad, choose Save As, and set Encoding to “UTF-8”.',
  'windows-1258': 'Open it in Notepad, choose Save As, and set Encoding to “UTF-8”.',
  tcvn3: 'In UniKey (Ctrl+Shift+F6) convert from “TCVN3 (ABC)” to “Unicode”, then paste the text again.',
  vni: 'In UniKey (Ctrl+Shift+F6) convert from “VNI Windows” to “Unicode”, then paste the text again.',
  mojibake: 'Copy the text again from the original; the letters in this file are spoilt.',
  binary: 'Check whether a file of another kind was renamed to .md.',
};

const SHAPES: Readonly<Record<Shape, string>> = {
  text: 'one line of text',
  list: 'a list, such as [Congress, Campaigns]',
  attachments: 'a list of file names, or items with “file:” and “title:”',
  contact: 'lines of “name: value”, such as “phone: (024) 0000 0001”',
  number: 'a number, such as 3',
};

const SETTINGS: Readonly<Record<SettingShape, string>> = {
  text: 'one line of text',
  zone: 'a time zone such as Asia/Ho_Chi_Minh or +07:00',
  address: 'a full address such as https://example.org or https://example.org/news',
  language: '“vi” or “en”',
  navigation: 'a list of items with “title:” and “address:”',
  links: 'a list of items with “title:” and “url:”',
  footer: 'the lines responsible, address, phone, email, note',
  theme:
    'the lines colour, accent (such as "#8a171b", within quotes), crest (a picture in content/_public) and font (system or noto-sans)',
  url: 'a full address such as https://example.org',
};

/** What is wrong with lines of YAML, and what to type. */
const YAML_FAULTS: Readonly<Record<YamlFault, Words>> = {
  unspaced: {
    message: 'there is no colon with a space behind the name',
    hint: 'Type the name, a plain colon, a space and then the value: “name: value”.',
  },
  'no-colon': {
    message: 'this line is not of the form “name: value”',
    hint: 'Put a name and a colon first; if it goes on from the line above, indent it by two spaces.',
  },
  colon: {
    message: 'there is a colon in the value',
    hint: 'Put the whole value in quotation marks: name: "…".',
  },
  'bracket-open': {
    message: 'there is a [ or { without its ] or }',
    hint: 'Add ] or } at the end; if the bracket is text, put the whole value in quotation marks "…".',
  },
  'bracket-hash': {
    message: 'within the brackets a # hides what follows it, the ] or } too',
    hint: 'Put the item with the # in quotation marks: ["Issue #1", New year].',
  },
  'quote-open': {
    message: 'a quotation mark is opened and not closed',
    hint: 'Add one at the end of the value, or delete the one at its beginning.',
  },
  'behind-end': {
    message: 'there are words behind the closing quotation mark or bracket',
    hint: 'Delete that pair, or put the whole value in quotation marks of the other kind: \'"A" is praised\'.',
  },
  comma: {
    message: 'there is a comma too many or too few within the brackets',
    hint: 'Type one comma between two items: [Congress, New year].',
  },
  sign: {
    message: 'a value cannot begin with this sign',
    hint: 'Put the whole value in quotation marks "…".',
  },
  tag: {
    message: 'a value cannot begin with !',
    hint: 'Delete the !, or put the whole value in quotation marks "…".',
  },
  escape: {
    message: 'in double quotation marks, \\ is written \\\\',
    hint: "Type another \\, or use single quotation marks '…'.",
  },
  twice: { message: 'a name is given twice', hint: 'Keep one of the lines.' },
  dots: { message: 'a line “...” cuts this in two', hint: 'Delete this line.' },
  indent: {
    message: 'a line is not indented as it should be',
    hint: 'Names of fields stand at the left margin; items of one list are indented alike.',
  },
  other: {
    message: 'this value cannot be understood',
    hint: 'Put the whole value in quotation marks: name: "…".',
  },
};

const INDEX_FILES: Readonly<Record<IndexFile, { readonly state: string; readonly cure: string }>> = {
  missing: {
    state: 'has no _index.md yet',
    cure: 'Make a file _index.md in this folder with “title: Name of the section” between two lines of ---.',
  },
  untitled: {
    state: 'has no title in its _index.md',
    cure: 'Add a line “title: Name of the section” between the two lines of --- at the top of this file.',
  },
  draft: {
    state: 'has published articles, and its _index.md is a draft and so not used',
    cure: 'Delete “draft: true” in this file; if nothing of the section is to be published yet, put it into each article.',
  },
};

const did = (meant: string, otherwise: string): string => (meant ? `Did you mean “${meant}”?` : otherwise);

/** What is published after a build that could not write everything. */
function stateOfOutput(begun: boolean): string {
  return begun
    ? 'The new site is out in part; the next run finishes it.'
    : 'The site that was there is untouched.';
}

export const en: Catalogue = {
  'content-missing': ({ folder }) => ({
    message: `there is no folder ${folder}`,
    hint: 'Run the command in the folder of the site, where “content” is, or name it with --root FOLDER.',
  }),
  'content-empty': () => ({
    message: 'there is no article in the folder content yet',
    hint: 'Make the first one: npx bantin new "Title of the article".',
  }),
  'file-unreadable': ({ reason }) =>
    reason === 'ENOENT'
      ? { message: 'there is no such file', hint: 'Look at its name again, and at the folder that it is in.' }
      : {
          message: `the file cannot be read (${reason})`,
          hint: 'Check that you may read it, and close the program that holds it.',
        },
  'name-collision': ({ other }) => ({
    message: `the name differs from “${other}” only in capitals or in how its accents are typed`,
    hint: 'Rename one of the two; on Windows and macOS they are one file.',
  }),
  'link-outside': ({ target }) => ({
    message: `this link leads out of the site (${target}) and was passed over`,
    hint: 'Copy the file itself into the folder content.',
  }),
  encoding: ({ looksLike }) => ({
    message: `${looksLike === 'tcvn3' || looksLike === 'vni' ? 'the letters are not of Unicode; they look' : 'the file is not UTF-8; it looks'} like ${ENCODINGS[looksLike]}`,
    hint: CONVERSIONS[looksLike],
  }),
  'file-too-large': ({ kilobytes, limit }) => ({
    message: `the article is ${kilobytes} kB long; ${limit} kB is the most`,
    hint: 'Make several articles of it, or put the long tables into an attachment.',
  }),
  'front-matter-unclosed': () => ({
    message: 'the head of the article opens with --- and never closes',
    hint: 'Type a line with only --- right after the last field (title, date, …).',
  }),
  'front-matter-fence': ({ text }) => ({
    message: `the line “${text}” was read as the --- of the head of the article`,
    hint: 'Type the line again: three hyphens ---, at the left margin, and nothing else.',
  }),
  'front-matter-unopened': ({ field, spoilt }) => ({
    message: `the head of the article lacks the line --- above “${field}”`,
    hint: `${spoilt ? `Type in place of “${spoilt}”` : 'Add above this line'} a line with only ---, and one more after the last field.`,
  }),
  'front-matter-toml': ({ written, meant }) => ({
    message: 'the head of the article is in TOML (between two lines of +++), which is not read',
    hint: `Type --- for each line of +++, and a colon for =: ${written ? `“${meant}” for “${written}”` : '“title: Name of the article”'}.`,
  }),
  'front-matter-too-large': ({ kilobytes, lines }) => ({
    message: `the head of the article is too long (${kilobytes} kB, ${lines} lines; 16 kB and 500 lines at most)`,
    hint: 'The head is for title, date and the like; the text goes below the second ---.',
  }),
  'front-matter-engine': ({ text }) => ({
    message: `nothing may follow the --- of the first line, not “${text}”`,
    hint: 'Type only --- on the first line.',
  }),
  'front-matter-yaml': ({ fault }) => ({
    message: `the head of the article cannot be read: ${YAML_FAULTS[fault].message}`,
    hint: YAML_FAULTS[fault].hint,
  }),
  'front-matter-anchor': ({ mark }) => ({
    message: `a value in the head of the article may not begin with ${mark}`,
    hint: 'Put the whole value in quotation marks "…".',
  }),
  'front-matter-tab': () => ({
    message: 'a tab in the head of the article was taken for spaces',
    hint: 'Indent with spaces.',
  }),
  'front-matter-not-fields': () => ({
    message: 'the head of the article is not made of fields, “name: value”',
    hint: 'For example: title: Mid-term conference',
  }),
  'front-matter-missing': () => ({
    message: 'the article has no head; its date is taken from the name of the file',
    hint: 'Add three lines at the top of the file: ---, title: …, ---.',
  }),
  'field-twice': ({ field, line }) => ({
    message: `the field “${field}” already stands in line ${line}`,
    hint: 'Keep one of the two lines.',
  }),
  'quote-unclosed': ({ field, quote }) => ({
    message: `the field “${field}” begins with a ${quote} that is not closed; readers will see that mark`,
    hint: `Delete the ${quote} at the beginning, or add a ${quote} at the end.`,
  }),
  'field-indented': ({ field }) => ({
    message: `the field “${field}” is indented as if the line above went on; it was read as a field of its own`,
    hint: 'Delete the spaces before it.',
  }),
  'field-unspaced': ({ field }) => ({
    message: `there is no space after the colon of the field “${field}”; it was read as if there were one`,
    hint: `Type a space: “${field}: …”.`,
  }),
  'field-wide-colon': ({ field }) => ({
    message: `the colon of the field “${field}” is a wide one, “：”; it was read as a plain one`,
    hint: `Type it again with a plain colon: “${field}: …”.`,
  }),
  'field-near-miss': ({ field, meant }) => ({
    message: `there is no field “${field}”`,
    hint: `Did you mean “${meant}”?`,
  }),
  'field-unused': ({ field, of, instead }) => ({
    message: `${{ article: 'an article', page: 'a page that stays', section: 'a section' }[of]} does not use the field “${field}”; the line does nothing`,
    hint: {
      rename: 'Delete the line; to change the address of a section, rename its folder.',
      article: 'Delete the line, or put it into an article.',
      section: 'Delete the line, or put it into the _index.md of the section.',
    }[instead],
  }),
  'field-shape': ({ field, expected }) => ({
    message: `the field “${field}” must be ${SHAPES[expected]}`,
    hint: `Change “${field}”.`,
  }),
  'attachment-key': ({ key, meant }) => ({
    message: `an attachment has no “${key}”; readers do not see this line`,
    hint: did(meant, 'Each has “file:” (the name of the file) and “title:” (what readers see) only.'),
  }),
  'date-form': ({ field, value }) => ({
    message: `the date “${value}” in the field “${field}” cannot be understood`,
    hint: 'Type day/month/year and hour:minute, such as 17/02/2020 15:47.',
  }),
  'date-range': ({ field, value }) => ({
    message: `there is no such date as “${value}”, given in the field “${field}”`,
    hint: 'Check day, month and hour; this one is right: 17/02/2020 15:47.',
  }),
  'date-month-first': ({ field, value, meant }) => ({
    message: `the date “${value}” in the field “${field}” has the month before the day`,
    hint: `Type the day first: ${meant}.`,
  }),
  'date-missing': () => ({
    message: 'the article has no date',
    hint: 'Add “date: 17/02/2020 15:47” (the real one) to its head; a page that stays, such as About us, gets “kind: page” instead.',
  }),
  'views-form': ({ value }) => ({
    message: `the count of views “${value}” is not a whole number`,
    hint: 'Type digits only, such as 1234 or 1.234.',
  }),
  'boolean-form': ({ field, value }) => ({
    message: `the field “${field}” takes yes or no, not “${value}”`,
    hint: `Type “${field}: true” or “${field}: false”.`,
  }),
  'kind-unknown': ({ value }) => ({
    message: `there is no kind of article “${value}”`,
    hint: 'There is only “kind: page”, for pages that stay; leave the line out of a dated article.',
  }),
  'language-unknown': ({ value }) => ({
    message: `there is no language “${value}”`,
    hint: 'Type “language: vi” for Vietnamese or “language: en” for English.',
  }),
  'slug-invalid': ({ value, meant }) => ({
    message: `“${value}” cannot be used in an address`,
    hint: `Use only small letters without accents, digits and hyphens, such as “${meant}”.`,
  }),
  'slug-repaired': ({ value, meant }) => ({
    message: `the address “${value}” was changed to “${meant}”`,
    hint: `Type “slug: ${meant}”.`,
  }),
  'slug-reserved': ({ value, isFolder }) => ({
    message: `the name “${value}” is kept for the site’s own pages`,
    hint: isFolder
      ? `Rename the folder, such as “${value}-1”; the section’s title in _index.md may stay.`
      : `Rename the file or folder, or add another name with “slug:”, such as “slug: ${value}-1”.`,
  }),
  'slug-empty': ({ isFolder }) => ({
    message: `the name of the ${isFolder ? 'folder' : 'file'} has no letter or digit to make an address of`,
    hint: isFolder
      ? 'Rename the folder, such as “news”; the section’s title belongs into _index.md.'
      : 'Rename the file, or add “slug: name-of-the-article” to the head of the article.',
  }),
  'alias-invalid': ({ value }) => ({
    message: beginsAsAddress(value)
      ? `the old address “${value}” has two dots in a row or a sign that cannot be used`
      : `the old address “${value}” must begin with /`,
    hint: 'Copy what follows the name of the host, such as /news/123.html.',
  }),
  'title-missing': ({ title }) => ({
    message: `the article has no title; “${title}” stands in`,
    hint: `Add “title: ${title}” to the head of the article.`,
  }),
  'title-empty': ({ field, title }) => ({
    message: `the field “${field}” is empty; “${title}” stands in for the title`,
    hint: `Write the title after the colon: “${field}: ${title}”.`,
  }),
  'nesting-too-deep': ({ what, limit }) => ({
    message: `${what === 'quote' ? 'quotations' : 'lists'} stand inside one another more than ${limit} deep`,
    hint: 'Take away some > or some indentation; what lies deeper would be lost as it is.',
  }),
  'html-removed': ({ what }) => ({
    message: `HTML that is not allowed was taken out: ${what}`,
    hint: 'Write it in Markdown, or delete this piece of HTML.',
  }),
  'html-unclosed': ({ what, end, inParagraph }) => ({
    message: `“${what}” is opened, and no “${end}” closes it${inParagraph ? ' in the same paragraph' : ''}`,
    hint:
      what === '<!--'
        ? 'Type --> at the end of the comment: two hyphens and > (Word makes —> of it).'
        : `Add ${end}, or delete ${what}; if it is meant as text, type &lt; for <.`,
  }),
  'footnote-missing': ({ label }) => ({
    message: `there is no note [^${label}], so readers see [^${label}] as it was typed`,
    hint: /\s/.test(label)
      ? 'The name of a note may hold no space: type [^1], and add a line [^1]: Text of the note.'
      : `Add a line [^${label}]: Text of the note, or delete [^${label}] here.`,
  }),
  'footnote-unused': ({ label }) => ({
    message: `nothing in the text refers to the note [^${label}], so it is not shown`,
    hint: `Type [^${label}] where the note belongs, or delete it.`,
  }),
  'footnote-twice': ({ label }) => ({
    message: `the note [^${label}] is written twice; only the later one is shown`,
    hint: 'Give one of the two another number, here and where it is referred to.',
  }),
  'table-cells-lost': ({ text, columns }) => ({
    message: `this row has more cells than the table’s head (${columns}), so “${text}” is not shown`,
    hint: 'Add a column to the first row and to the line of dashes below it; if | is meant as text, type \\|.',
  }),
  'list-number': ({ written, shown }) => ({
    message: `the item numbered ${written} will be shown as ${shown}`,
    hint: 'The items of a list are always numbered in sequence: correct the number, or add what is missing.',
  }),
  'reference-unread': ({ text, isPicture }) => ({
    message: `“${text}” did not become a ${isPicture ? 'picture' : 'link'}; readers see it as it was typed`,
    hint: `Type ${isPicture ? '![What it shows](photo.jpg)' : '[The plan](plan.pdf)'}: nothing between ] and (, each closed, the file’s ending in its name. If it is meant as text, type \\ right before this place.`,
  }),
  'reference-empty': ({ words, isPicture }) => ({
    message: isPicture
      ? `the picture${words && ` “${words}”`} names no file, so it is not shown`
      : `the link${words && ` “${words}”`} names no address or file; readers see only the words`,
    hint: isPicture
      ? 'Give the file’s name: ![What it shows](photo.jpg).'
      : 'Give an address or a file’s name: [The plan](plan.pdf). If no link is meant, take the brackets away.',
  }),
  'link-unsafe': ({ target }) => ({
    message: `the link “${target}” is not safe; its words stay, the link goes`,
    hint: isOnOwnDisk(target)
      ? 'Copy the file to where the article is and write only its name: [The plan](plan.pdf).'
      : 'Use only addresses with http, https, mailto or tel, or a path within the site.',
  }),
  'image-unsafe': ({ image }) => ({
    message: `the picture “${image}” cannot be had; its caption stays, the picture goes`,
    hint: 'Save the picture as a file beside the article and write only its name: ![View of the conference](photo.jpg).',
  }),
  'image-alt-missing': ({ image }) => ({
    message: `the picture “${image}” has no description for those who cannot see it`,
    hint: 'Put one in the square brackets: ![View of the conference](photo.jpg).',
  }),
  'image-field-alt-missing': ({ image }) => ({
    message: `the article’s picture “${image}” has no description for those who cannot see it`,
    hint: 'Add a line below it, such as “image_alt: View of the conference”.',
  }),
  'settings-missing': () => ({
    message: 'there is no file content/site.yaml yet; defaults are used',
    hint: 'Make content/site.yaml with “title: Name of the site” and “base_url: https://…”.',
  }),
  'settings-no-address': () => ({
    message:
      'the site has no address; feeds, search engines and whoever shares a page will be led to http://localhost',
    hint: 'Add a line “base_url: https://…” with the address at which readers find the site.',
  }),
  'settings-yaml': ({ fault }) => ({
    message: `the settings of the site cannot be read: ${YAML_FAULTS[fault].message}`,
    hint: YAML_FAULTS[fault].hint,
  }),
  'settings-value': ({ field, value, expected }) => ({
    message: `“${field}” does not take ${value ? `“${value}”` : 'this value'}`,
    hint: `It takes ${SETTINGS[expected]}.`,
  }),
  'settings-not-fields': () => ({
    message: 'site.yaml is not made of lines “name: value”',
    hint: 'One setting a line, with a colon after its name, such as “title: News of the ward”.',
  }),
  'settings-unknown': ({ field, meant, known }) => ({
    message: `there is no setting “${field}”`,
    hint: did(meant, `The settings here are ${known.join(', ')}.`),
  }),
  'settings-link': ({ url, meant }) => ({
    message: `“${url}” is no full address${meant ? `; it was read as “${meant}”` : ''}`,
    hint: meant
      ? `Type “url: ${meant}”.`
      : 'Type https:// too, as in “url: https://example.org”; what is on this site belongs into navigation.',
  }),
  'section-untitled': ({ title, index }) => ({
    message: `the section ${INDEX_FILES[index].state}; its folder’s name “${title}” is its title`,
    hint: INDEX_FILES[index].cure,
  }),
  'section-twice': ({ other }) => ({
    message: `this section already has the file “${other}”; a folder of digits is no section of its own`,
    hint: 'Put both into that file and delete this one, or give the folder a name with letters, such as year-2020.',
  }),
  'section-unknown': ({ value, meant }) => ({
    message: `there is no section “${value}”`,
    hint: did(meant, 'Give the path of its folder, such as associations/farmers.'),
  }),
  'id-twice': ({ id, other }) => ({
    message: `the id “${id}” is already that of ${other}`,
    hint: 'Every article has its own; change or delete the line “id:” in the copy.',
  }),
  'link-dead': ({ target }) => ({
    message: `the link “${target}” leads nowhere; its words stay, the link goes`,
    hint: 'Check the name of the file, or the address.',
  }),
  'translation-dead': ({ target }) => ({
    message: `the translation “${target}” is no article, page or section of this site; it is left out`,
    hint: 'Type the file as in a link, such as ../dang/2020-02-17-hoi-nghi.md, or an address, such as /dang/hoi-nghi/.',
  }),
  'translation-same': ({ target }) => ({
    message: `the translation “${target}” is in the same language; it is left out`,
    hint: 'Say “language: en” in the _index.md of the section that is in English, or leave the line out.',
  }),
  'translation-twice': ({ target, other }) => ({
    message: `the translation “${target}” is left out, for there is another in its language: ${other}`,
    hint: 'There is one translation a language: keep one of the two.',
  }),
  'anchor-dead': ({ target }) => ({
    message: `the page is there, but has no part “${target}”`,
    hint: 'Check what follows the #; the link leads to the top of the page meanwhile.',
  }),
  'image-missing': ({ image, meant }) => ({
    message: `the picture “${image}” is not there; its caption stays, the picture goes`,
    hint: did(meant, 'Put the picture beside the article and give the exact name of its file.'),
  }),
  'image-unreadable': ({ image }) => ({
    message: `the file “${image}” cannot be read as a picture; readers may see nothing`,
    hint: 'Open it to see if it is one (is it empty, cut off, or wrongly named?), and save it as JPG or PNG.',
  }),
  'image-external': ({ image }) => ({
    message: `a picture on another site (${image}) was made a link`,
    hint: 'Download the picture and put it beside the article.',
  }),
  'image-format': ({ image, isLink }) => ({
    message: `browsers do not show “${image}” as a picture, so ${isLink ? 'it was made a link' : 'the article has none'}`,
    hint: isPhoto(image)
      ? 'Open the picture, save it as .jpg beside the article, and write the name of that file.'
      : 'Leave out the ! to make it a link, as in [The plan](plan.pdf); an article’s documents go into “attachments”.',
  }),
  'attachment-missing': ({ file, meant }) => ({
    message: `the attachment “${file}” is not there`,
    hint: did(meant, 'Put the file beside the article and give its exact name.'),
  }),
  'attachment-type': ({ file }) => ({
    message: `files of this kind cannot be published: “${file}”`,
    hint: isPhoto(file)
      ? 'Open the picture, save it as JPG or PNG, and use that file.'
      : 'Use PDF, Word, Excel, PowerPoint, OpenDocument, JPG or PNG pictures, sound, video or zip.',
  }),
  'file-unused': () => ({
    message: 'no article uses this file, so it is not published',
    hint: 'Name it in an article, or delete it; files for the whole site go into content/_public.',
  }),
  'address-collision': ({ address, others }) => ({
    message: `the address ${address} is also that of ${others.join(', ')}`,
    hint: 'Rename one of the files, or add another “slug:” to one of the articles.',
  }),
  'address-nested': ({ address, other }) => ({
    message: `the file ${address} stands where the folder of ${other} should be`,
    hint: 'Rename one of the two.',
  }),
  'address-reserved': ({ address }) => ({
    message: `the address ${address} lies in the folder .bantin, which this program keeps for itself`,
    hint: 'Rename the folder, or delete the old address.',
  }),
  'alias-clash': ({ alias, others }) => ({
    message: `the old address “${alias}” clashes with an address of ${others.join(', ')}`,
    hint: 'Delete or correct this old address; an address leads to one place.',
  }),
  'template-syntax': ({ reason }) => ({
    message: `the template is not well formed: ${reason}`,
    hint: 'Check the {{ }} and {% %} in this line.',
  }),
  'template-missing': ({ name }) => ({
    message: `there is no template “${name}”`,
    hint: 'Make this file in templates/, or change the name that is called.',
  }),
  'template-undefined': ({ name }) => ({
    message: `“${name}” has no value`,
    hint: 'Check the name; if it may be absent, put {% if … %} around it.',
  }),
  'template-loop': ({ chain }) => ({
    message: `the template calls itself: ${chain.join(' → ')}`,
    hint: 'Take out one include, extends or fragment of this circle.',
  }),
  'template-failed': ({ reason }) => ({
    message: `the template failed: ${reason}`,
    hint: 'Change it in this line, or delete it to use the built-in one.',
  }),
  'output-foreign': ({ path }) => ({
    message: `the file ${path} was there before and was not made by this program`,
    hint: 'Move it elsewhere, or choose another folder with --out.',
  }),
  'output-failed': ({ reason, begun }) => ({
    message: `the site cannot be written (${reason})`,
    hint: `${stateOfOutput(begun)} Check that you may write there and run again.`,
  }),
  'output-full': ({ begun }) => ({
    message: 'the disk is full',
    hint: `${stateOfOutput(begun)} Make some room and run again.`,
  }),
  'output-locked': ({ owner, since }) => ({
    message: `another build is at work (${owner}, since ${since})`,
    hint: 'Wait until it is done and run again. If you are sure that none is running, delete this lock file.',
  }),
  'output-unsafe': ({ folder, holds, target }) => ({
    message: `the site cannot be written to ${folder}: ${holds === 'cache' ? 'the cache is kept there, and may be deleted at any time' : 'that folder holds what it is made from'}`,
    hint:
      target === ''
        ? 'Choose another folder with --out, such as --out dist.'
        : `It is a link to ${target}. Delete the link (what the site is made from stays as it is) and run again.`,
  }),
  'thread-lost': () => ({
    message: 'a thread of the build has stopped without an answer',
    hint: 'Nothing was published. Run again; if it happens again, run with --workers 0.',
  }),
  'import-unknown': () => ({
    message: 'this kind of file is not recognised',
    hint: 'It should be a portal’s plain text: name of the section, blank line, title, the line “Ngày đăng …”, then the text.',
  }),
  'import-dateless': () => ({
    message: 'there is no line with the date',
    hint: 'A line such as “Ngày đăng 17/02/2020 | 15:47 | Lượt xem: 405” must stand right below the title.',
  }),
  'import-exists': ({ path }) => ({
    message: `there already is an article at ${path}`,
    hint: 'Delete or rename the old one to import this one again.',
  }),
};
