import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { DocumentFormat } from '#src/corpus/document-format.js';
import { splitParagraphs } from '#src/corpus/paragraphs.js';

const prose = 'The parties agreed on a truce that should hold for a week, and on talks after it.';
const shortly = (text: string, format: DocumentFormat = 'plain'): readonly string[] =>
  splitParagraphs(text, { format }).map(({ kind, text: own }) => `${kind}: ${own}`);
const kindOf = (block: string): string | undefined => splitParagraphs(`${prose}\n\n${block}\n\n${prose}`)[1]?.kind;

describe('splitParagraphs', () => {
  it('numbers blocks between blank lines from 1, lines of white space being blank', () => {
    const text = `\n\n  One,\nstill one. \n \t\u00a0\nTwo.\n\n\n\nThree.`;
    expect(splitParagraphs(text)).toEqual([
      { number: 1, kind: 'body', start: 4, end: 19, text: 'One,\nstill one.' },
      { number: 2, kind: 'body', start: 25, end: 29, text: 'Two.' },
      { number: 3, kind: 'body', start: 33, end: 39, text: 'Three.' },
    ]);
  });

  it('finds 21 paragraphs in the article, with their kinds', async () => {
    const paragraphs = splitParagraphs(await readFile('corpus/syria-ceasefire-2016.txt', 'utf8'));
    expect(paragraphs).toHaveLength(21);
    const other = paragraphs.filter(({ kind }) => kind !== 'body').map(({ number, kind }) => [number, kind]);
    expect(other).toEqual([
      [2, 'caption'],
      [6, 'promotion'],
      [16, 'promotion'],
      [21, 'notice'],
    ]);
  });

  it.each([
    ['Recommended: "Making sense of the ceasefire"', 'promotion'],
    ['Also read : "Ceasefire in Syria"', 'promotion'],
    ['READ MORE: Why it failed', 'promotion'],
    ['Read more about the talks here.', 'promotion'],
    ['**Related:** [Aleppo](https://example.org)', 'promotion'],
    ['Related articles', 'promotion'],
    ['See also – The road to Geneva', 'promotion'],
    ['Subscribe to our newsletter and never miss a story.', 'promotion'],
    ['Sign up for weekly updates', 'promotion'],
    ['Follow us on Twitter.', 'promotion'],
    ['Recommended by the commission, the plan was adopted.', 'body'],
    ['Related groups such as Ahrar al-Sham also signed.', 'body'],
    ['Related-party transactions grew in 2016.', 'body'],
    ['See also the annex for the map of the zones.', 'body'],
    ['Sign up for an account before the conference begins.', 'body'],
    ['Subscribers of the fund paid for the convoy.', 'body'],
    ['Watch towers were built along the border.', 'body'],
    ['Join operations of both air forces were ruled out.', 'body'],
    [`Recommended: ${prose.repeat(5)}`, 'body'],
  ])('tells promotions from prose: %s', (block, kind) => {
    expect(kindOf(block)).toBe(kind);
  });

  it.each([
    ['The opinion of the author may not necessarily reflect the position of Russia Direct or its staff.', 'notice'],
    ["The views expressed in this article are the author's own.", 'notice'],
    ['The views and opinions expressed here do not represent the policy of any agency.', 'notice'],
    ['Opinions expressed are solely those of the contributors.', 'notice'],
    ['This article does not necessarily reflect the views of the editors.', 'notice'],
    ['© 2016 Russia Direct', 'notice'],
    ['Copyright 2016 by the publisher. All rights reserved.', 'notice'],
    ['Russia Direct, Moscow. All rights reserved.', 'notice'],
    ['Disclaimer: for information only.', 'notice'],
    ['This article was first published in Russian.', 'notice'],
    ['The opinion of the author on the truce changed after Geneva.', 'body'],
    ['The views expressed by Kerry do not reflect those of the Pentagon.', 'body'],
    ['Copyright law in Russia was not discussed.', 'body'],
    ['Opinion polls did not reflect the mood of Aleppo.', 'body'],
    ['All rights of the minorities should be reserved for a later round.', 'body'],
  ])('tells notices from prose: %s', (block, kind) => {
    expect(kindOf(block)).toBe(kind);
  });

  it.each([
    ['Kerry and Lavrov meet in Geneva. Photo: AP', 'caption'],
    ['Kerry and Lavrov meet in Geneva (Photo by J. Smith)', 'caption'],
    ['Kerry and Lavrov meet in Geneva. (AP Photo/John Smith)', 'caption'],
    ['Kerry and Lavrov meet. Image: Kevin Lamarque/Getty', 'caption'],
    ['A street in Aleppo | Reuters', 'caption'],
    ['Photo: TASS', 'caption'],
    ['Pictured: the convoy at the border', 'caption'],
    ['Figure 3. Territory held in September', 'caption'],
    ['He shared a photo by AP.', 'body'],
    ['The photo shows the convoy at the border.', 'body'],
    ['Photo evidence was shown to the envoys: nobody believed it.', 'body'],
    ['The deal was reported by AP and by Reuters.', 'body'],
  ])('tells captions from prose: %s', (block, kind) => {
    expect(kindOf(block)).toBe(kind);
  });

  describe('in plain text', () => {
    it('takes a short line with prose below for a heading', () => {
      expect(shortly(`The road to Geneva\n\n${prose}`)).toEqual(['heading: The road to Geneva', `body: ${prose}`]);
    });

    it.each([
      ['it ends like a sentence', `It held.\n\n${prose}`],
      ['it has two lines', `The road\nto Geneva\n\n${prose}`],
      ['nothing is below', 'The road to Geneva'],
      ['what is below is no prose', 'The road to Geneva\n\nThe long road to Geneva and back again'],
      ['a promotion is below', 'The road to Geneva\n\nRecommended: "The road that leads to Geneva and back."'],
      ['it is long', `The road ${'and the road '.repeat(10)}to Geneva\n\n${prose.repeat(3)}`],
      ['it begins small', `and the road to Geneva\n\n${prose}`],
    ])('takes it for prose when %s', (_, text) => {
      expect(splitParagraphs(text)[0]?.kind).toBe('body');
    });

    it('knows no Markdown', () => {
      expect(shortly('# 1 is the best.\nStill the block.\n---\nStill.')).toHaveLength(1);
    });
  });

  describe('in Markdown', () => {
    it('takes headings out of their marks, even directly above prose', () => {
      expect(shortly('# Truce\nIt held.\n## Talks ##\n\nNone.\n\n### C#\n\n#hashtag\n\n#', 'markdown')).toEqual([
        'heading: Truce',
        'body: It held.',
        'heading: Talks',
        'body: None.',
        'heading: C#',
        'body: #hashtag',
        'body: #',
      ]);
    });

    it('knows underlined headings, and rules that belong to nothing', () => {
      expect(
        shortly(
          'Truce\n=====\nIt held.\n\nTalks\n---\nNone.\n\n---\n\nTwo\nlines\n---\n- item\n---\n* * *',
          'markdown',
        ),
      ).toEqual([
        'heading: Truce',
        'body: It held.',
        'heading: Talks',
        'body: None.',
        'body: Two\nlines',
        'body: - item',
      ]);
    });

    it('keeps fenced code one block, whatever it holds', () => {
      expect(shortly('Before\n```ts\n# a\n\nb\n~~~\n```\nAfter', 'markdown')).toEqual([
        'body: Before',
        'body: ```ts\n# a\n\nb\n~~~\n```',
        'body: After',
      ]);
      expect(shortly('~~~\na\n\nb', 'markdown')).toEqual(['body: ~~~\na\n\nb']);
    });

    it('takes no short line for a heading by its place', () => {
      expect(splitParagraphs(`The road\n\n${prose}`, { format: 'markdown' })[0]?.kind).toBe('body');
    });
  });

  it('knows the headings of a page and nothing else of Markdown', () => {
    expect(shortly('## Truce\n\n- a\n- b\n\n```\n\nTwo\n---', 'html')).toEqual([
      'heading: Truce',
      'body: - a\n- b',
      'body: ```',
      'body: Two\n---',
    ]);
  });
});
