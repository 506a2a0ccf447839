import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSection, sectionChoices } from '#src/discord/answering/section-choices.js';
import { english } from '#src/discord/wording/english.js';
import type { Generation } from '#src/types.js';
import { type MadeUpParagraph, madeUpDocument, madeUpDocuments } from '../../indexing/made-up-documents.js';
import { buildSmallGeneration } from '../../support/small-generation.js';

const most = 25;
let folder: string;
/** Sixty documents of many sections, more than are ever looked into. */
let many: Generation;
let article: Generation;
let few: Generation;

function headed(heading: string, bodies = 1): readonly MadeUpParagraph[] {
  const body: MadeUpParagraph = { kind: 'body', sentences: [`Under ${heading} it says what it says.`] };
  return [{ kind: 'heading', sentences: [heading] }, ...Array.from({ length: bodies }, () => body)];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parley-choices-'));
  const [terms, harbour, numbers] = [
    madeUpDocument('terms', [...headed('Parties', 3), ...headed('Ceasefire'), ...headed('Signatures')], 'The terms'),
    madeUpDocument('harbour', [...headed('Parties'), ...headed('Berths')], 'Rules of the harbour'),
    // An id may look like anything that can be typed.
    madeUpDocument('7-19', [...headed('Seven'), ...headed('Nineteen')], 'Votes'),
  ];
  [many, article, few] = await Promise.all([
    buildSmallGeneration(folder, madeUpDocuments(60, 12)),
    buildSmallGeneration(folder, [terms]),
    buildSmallGeneration(folder, [terms, harbour, numbers]),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same generation, new to what remembers, with a count of the documents whose sections are computed. */
function counted(generation: Generation) {
  const computed: number[] = [];
  return {
    generation: {
      ...generation,
      paragraph(row: number) {
        const paragraph = generation.paragraph(row);
        // Sections are computed from all of a document's paragraphs, the first one once each time.
        if (generation.documents[paragraph.document]?.firstParagraph === row) computed.push(paragraph.document);
        return paragraph;
      },
    } satisfies Generation,
    computed: computed as readonly number[],
  };
}

function valuesOf(generation: Generation, typed: string): readonly string[] {
  return sectionChoices([generation], typed, english).map(({ value }) => value);
}

function section(document: string | null, ...paragraphs: readonly number[]) {
  return { kind: 'section', document, paragraphs: paragraphs.length === 0 ? null : paragraphs };
}

/** What people type: words of titles, of sections and of nothing. */
const typing = fc.oneof(
  fc.string({ maxLength: 100 }),
  fc.constantFrom('', ' ', 'title', 'Title ka', 'a', 'whole document', 'document-5', '¶', '1', 'zzz', 'a e i o u'),
  fc.nat(59).map((row) => many.documents[row]?.metadata.title ?? ''),
);

describe('what is offered while somebody types', () => {
  it('never takes the sections of more than 25 documents, and never those of one document twice', () => {
    fc.assert(
      fc.property(fc.array(typing, { minLength: 1, maxLength: 8 }), (texts) => {
        const { generation, computed } = counted(many);
        for (const typed of texts) {
          const before = computed.length;
          expect(sectionChoices([generation], typed, english).length).toBeLessThanOrEqual(most);
          expect(computed.length - before).toBeLessThanOrEqual(most);
        }
        expect(new Set(computed).size).toBe(computed.length);
      }),
      { numRuns: 60 },
    );
  });

  it('takes none as long as documents fill the list, and those of one document when its title is typed', () => {
    const { generation, computed } = counted(many);
    expect(valuesOf(generation, '')).toEqual(many.documents.slice(0, most).map(({ id }) => id));
    expect(valuesOf(generation, 'nobody-has-this')).toEqual([]);
    expect(computed).toEqual([]);
    const values = valuesOf(generation, 'DOCUMENT-59');
    expect(values[0]).toBe('document-59');
    expect(values.length).toBeGreaterThan(1);
    expect(values.every((value) => value.startsWith('document-59'))).toBe(true);
    expect(computed).toEqual([59]);
  });

  it('finds a section by words of its own and of its title, in any order', () => {
    expect(valuesOf(few, 'harbour parties')).toEqual(['harbour#2-2']);
    expect(valuesOf(few, 'BERTHS')).toEqual(['harbour#4-4']);
    expect(valuesOf(few, 'parties')).toEqual(['terms#2-4', 'harbour#2-2']);
    expect(valuesOf(article, 'ceasefire')).toEqual(['terms#6-6']);
  });

  it('lists the documents first, so that long ones do not hide the others', () => {
    expect(valuesOf(few, '').slice(0, 3)).toEqual(['terms', 'harbour', '7-19']);
  });

  it('shows names of at most 100 visible characters, and leaves out what is too long to be sent back', async () => {
    const long = 'long '.repeat(30).trim();
    const hidden = await buildSmallGeneration(folder, [
      madeUpDocument('a', headed('A\u202Ehidden'), `Evil\u202E\n${long}`),
      madeUpDocument('b'.repeat(101), headed('B'), 'Too long'),
    ]);
    const choices = sectionChoices([hidden], '', english);
    expect(choices.map(({ value }) => value)).toEqual(['a']);
    expect(choices[0]?.name).toMatch(/^Whole document: Evil long long .+…$/u);
    expect(choices[0]?.name).toHaveLength(100);
  });

  it('tells documents of one title apart by their ids', async () => {
    const minutes = ['2019', '2020'].map((year) => madeUpDocument(`minutes-${year}`, headed('Votes'), 'Minutes'));
    const namesakes = await buildSmallGeneration(folder, minutes);
    expect(sectionChoices([namesakes], '', english).map(({ name }) => name)).toEqual([
      'Whole document: Minutes, minutes-2019',
      'Whole document: Minutes, minutes-2020',
    ]);
  });

  it('is forgotten with its generation: another one of the same documents is looked into anew', () => {
    const [first, second] = [counted(article), counted(article)];
    for (const { generation } of [first, second, first]) sectionChoices([generation], '', english);
    expect([first.computed, second.computed]).toEqual([[0], [0]]);
  });
});

describe('a section that was chosen or typed', () => {
  it('is what the choice from the list said, and so is its name as it is shown', () => {
    fc.assert(
      fc.property(fc.nat(59), (row) => {
        const { generation } = counted(many);
        const id = `document-${row}`;
        for (const { name, value } of sectionChoices([generation], id, english)) {
          const [document, paragraphs] = value.split('#');
          const meant = section(document ?? '', ...(paragraphs?.split('-').map(Number) ?? []));
          expect(readSection([generation], value, english)).toEqual(meant);
          expect(readSection([generation], ` ${name.toUpperCase()} `, english)).toEqual(meant);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes no sections when ids or paragraphs say it, and those of 25 documents at most else', () => {
    const { generation, computed } = counted(many);
    for (const typed of ['document-7', 'Document-7#2-5', '2-5', 'paragraph 3']) {
      expect(readSection([generation], typed, english).kind).toBe('section');
    }
    expect(computed).toEqual([]);
    readSection([generation], 'title', english);
    expect(computed.length).toBeLessThanOrEqual(most);
  });

  it.each([
    ['7 – 19', section(null, 7, 19)],
    ['¶ 7–19', section(null, 7, 19)],
    ['paragraphs 7 to 19', section(null, 7, 19)],
    ['¶ 7', section(null, 7, 7)],
    ['7', section(null, 7, 7)],
    ['terms#2-4', section('terms', 2, 4)],
    ['terms#¶ 2', section('terms', 2, 2)],
    // The list sends this for the document of that id.
    ['7-19', section('7-19')],
    ['7-19#2-2', section('7-19', 2, 2)],
  ])('reads %s', (typed, meant) => {
    expect(readSection([few], typed, english)).toEqual(meant);
  });

  it('is taken by a part of its name when no other has it, and told otherwise', () => {
    expect(readSection([few], 'ceasefire', english)).toEqual(section('terms', 6, 6));
    expect(readSection([few], 'rules of', english)).toEqual(section('harbour'));
    expect(readSection([few], 'chapter twelve', english)).toEqual({ kind: 'unknown' });
    expect(readSection([few], 'terms#twelve', english)).toEqual({ kind: 'unknown' });
    expect(readSection([few], 'parties', english)).toEqual({
      kind: 'ambiguous',
      names: ['¶ 2–4: Parties (The terms)', '¶ 2: Parties (Rules of the harbour)'],
    });
  });

  it('is told when more documents have that name than are looked into', () => {
    const meant = readSection([many], 'whole document: title', english);
    expect(meant).toMatchObject({ kind: 'ambiguous', names: { length: 60 } });
  });
});
