import { describe, expect, it } from 'vitest';
import { documentChoices, findDocument } from '#src/discord/moderating/corpus/find-document.js';
import type { ServerDocument } from '#src/discord/moderating/corpus/server-documents.js';
import { hostileTexts } from '../../support/hostile-texts.js';
import { smallDocument } from '../../support/small-collections.js';

function listed(id: string, title: string, more: Partial<ServerDocument> = {}): ServerDocument {
  const { metadata, source } = smallDocument(id, 'x', { title });
  return {
    id,
    collection: 'guild-1',
    metadata,
    source,
    length: 1,
    standing: 'live',
    change: null,
    indexed: null,
    ...more,
  };
}

const documents = [
  listed('server:peace-plan', 'The Peace Plan'),
  listed('server:peace-plan-2', 'The Peace Plan', { standing: 'new' }),
  listed('server:annex', 'Annex to the Plan', { standing: 'leaving' }),
  listed('velmouth', 'Velmouth', { collection: 'shared' }),
];
const values = (typed: string) => documentChoices(documents, typed).map(({ value }) => value);

describe('what is offered', () => {
  it('has every word of what is typed, in its title or id', () => {
    expect(values('')).toHaveLength(4);
    expect(values('PLAN peace')).toEqual(['server:peace-plan', 'server:peace-plan-2']);
    expect(values('annex')).toEqual(['server:annex']);
    expect(values('nothing')).toEqual([]);
  });

  it('says what is staged, and what is shared', () => {
    expect(documentChoices(documents, '').map(({ name }) => name)).toEqual([
      'The Peace Plan, server:peace-plan',
      'The Peace Plan, server:peace-plan-2 (staged: new)',
      'Annex to the Plan, server:annex (staged: to be removed)',
      'Velmouth, velmouth (shared)',
    ]);
  });

  it('is at most 25, and each fits, whatever the documents are called', () => {
    const { names, lines } = hostileTexts(7);
    const hostile = [...names, ...lines].map((title, index) =>
      listed(`server:${'x'.repeat(index % 70)}${index}`, title, { standing: index % 2 === 0 ? 'changed' : 'leaving' }),
    );
    for (const typed of ['', 'x', lines[0] ?? '']) {
      const choices = documentChoices(hostile, typed);
      expect(choices.length).toBeLessThanOrEqual(25);
      for (const { name, value } of choices) {
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name.isWellFormed()).toBe(true);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    }
    const [offered] = documentChoices([listed('x'.repeat(101), 'Too long an id')], '');
    expect(offered).toBeUndefined();
  });
});

describe('what is meant', () => {
  it.each([
    ['server:peace-plan', 'server:peace-plan'],
    [' SERVER:Annex ', 'server:annex'],
    ['annex', 'server:annex'],
    ['velmouth', 'velmouth'],
    ['annex to the plan', 'server:annex'],
    ['The Peace Plan', undefined],
    ['peace', undefined],
    ['', undefined],
  ])('by %j is %s', (typed, id) => {
    expect(findDocument(documents, typed)?.id).toBe(id);
  });
});
