import { describe, expect, it } from 'vitest';
import { commandDefinitions } from '#src/discord/commands/all-commands.js';
import { english } from '#src/discord/wording/english.js';
import { type Language, languages } from '#src/discord/wording/language.js';
import type { Words } from '#src/discord/wording/words.js';
import { wordsOf } from '#src/discord/wording/words-of.js';
import { englishIn, englishLiterals } from '../../support/english-literals.js';
import { everyText, marks, type SpokenText } from './every-text.js';

const others = languages.filter((language) => language !== 'en');

function textsOf(language: Language): readonly SpokenText[] {
  return everyText(wordsOf(language));
}

/** Of the texts whose names begin so, those that are longer. */
function longer(language: Language, name: RegExp, most: number): readonly string[] {
  return textsOf(language)
    .filter((one) => name.test(one.name) && one.text.length > most)
    .map((one) => `${one.name}: ${one.text.length}`);
}

/** What stands in a text for what it was given: what others wrote, numbers above one, and dates. */
function placeholders({ text, given }: SpokenText, words: Words): readonly string[] {
  const values = given.flatMap((value) => {
    if (typeof value === 'number') return value > 1 ? [words.number(value)] : [];
    if (typeof value !== 'string') return [];
    return /^\d{4}-/u.test(value) ? [words.date(value)] : marks.some((mark) => mark === value) ? [value] : [];
  });
  return values.filter((value) => text.includes(value));
}

describe.each(languages)('the catalogue of %s', (language) => {
  const words = wordsOf(language);

  it('has no text that is empty, or that lacks what it is about', () => {
    for (const { name, text } of textsOf(language)) {
      expect(text.trim(), name).toBe(text);
      expect(text, name).not.toBe('');
      expect(text, name).not.toMatch(/undefined|NaN|\[object|\$\{| {2}/u);
    }
  });

  it('says in each text what English says in it', () => {
    const told = new Map(textsOf(language).map((one) => [one.name, one]));
    for (const one of everyText(english)) {
      const own = told.get(one.name);
      if (own === undefined || one.name.startsWith('facts.')) continue;
      expect(placeholders(own, words).length, one.name).toBe(placeholders(one, english).length);
    }
  });

  it('has the texts that English has', () => {
    expect(textsOf(language).map(({ name }) => name)).toEqual(everyText(english).map(({ name }) => name));
  });

  it('refuses whoever is no moderator with a word that scripts look for, whatever it speaks', () => {
    expect(words.notices.notAModerator).toMatch(/permission|moderator/u);
  });

  it('fits where Discord shows it', () => {
    expect(longer(language, /^results\.buttons|^privacy\.deletion\.(?:confirm|keep)/u, 80)).toEqual([]);
    expect(longer(language, /^notices\.(?:dispute|followUp)\.(?:title|label)$/u, 45)).toEqual([]);
    expect(longer(language, /^notices\.dispute\.(?:forModerators|hint)$/u, 100)).toEqual([]);
    expect(longer(language, /^commands\./u, 100)).toEqual([]);
    expect(
      longer(language, /[hH]eading$|\.(?:title|nearest|advice|kept|elsewhere|goes|stays|went|golden)$/u, 200),
    ).toEqual([]);
    expect(longer(language, /^notices\./u, 500)).toEqual([]);
    // What closes a result has at most 400, with a longer name of a model and a hint where quotes were cut.
    expect(longer(language, /^results\.written\.by/u, 250)).toEqual([]);
    expect(longer(language, /^results\.written\.(?:goesOn|usedUp)/u, 130)).toEqual([]);
    expect(longer(language, /^results\.written\.(?:partly|unsaid)/u, 60)).toEqual([]);
    // As much as the writers show of a sentence, with room for what others wrote.
    expect(longer(language, /^facts\.(?:missing|suggestion)/u, 300)).toEqual([]);
    expect(longer(language, /^facts\.reason/u, 200)).toEqual([]);
    expect(longer(language, /^facts\.about/u, 130)).toEqual([]);
    expect(longer(language, /^privacy\./u, 900)).toEqual([]);
  });
});

describe.each(others)('what is said in %s', (language) => {
  it('is not English', () => {
    for (const { name, text } of textsOf(language)) expect(englishIn(text), name).toEqual([]);
  });

  it('names the words of a fact, each once', () => {
    for (const { name, text, given } of textsOf(language)) {
      if (!name.startsWith('facts.')) continue;
      const facts = JSON.stringify(given);
      const named = marks.filter((mark) => facts.includes(mark));
      const told = marks.filter((mark) => text.split(mark).length === 2);
      // What to do next names but the weightiest word.
      expect(told, `${name}: ${text}`).toEqual(name.startsWith('facts.suggestion') ? named.slice(0, 1) : named);
    }
  });

  it('is another sentence for each fact', () => {
    for (const group of ['facts.missing', 'facts.reason']) {
      const told = textsOf(language).filter(({ name }) => name.startsWith(group));
      // Without facts of its own, a question is unanswered as one for nothing in particular is.
      expect(new Set(told.map(({ text }) => text)).size).toBe(told.length - (group === 'facts.missing' ? 1 : 0));
    }
  });
});

it('French keeps its high marks on their line', () => {
  for (const { name, text } of textsOf('fr')) expect(text, name).not.toMatch(/ [:;?!»]|« |\d %/u);
});

it('the parts of English sentences are found where they stand', () => {
  expect(englishLiterals().length).toBeGreaterThan(200);
  for (const { text } of everyText(english).filter(
    ({ name, text: all }) => /^(?:notices|pages)/u.test(name) && all.length > 60,
  ))
    expect(englishIn(text), text).not.toEqual([]);
});

describe('the definitions of members’ commands', () => {
  const members = commandDefinitions.filter((command) => !('default_member_permissions' in command));

  interface Described {
    readonly name: string;
    readonly description?: string;
    readonly description_localizations?: object;
    readonly name_localizations?: object;
    readonly choices?: readonly Described[];
    readonly options?: readonly Described[];
  }

  function partsOf(one: Described): readonly Described[] {
    return [
      one,
      ...(one.options ?? []).flatMap(partsOf),
      ...(one.choices ?? []).map((choice) => ({ ...choice, isChoice: true })),
    ];
  }

  it('are described in every language that Discord’s clients have of Parley’s', () => {
    const parts = (members as readonly Described[]).flatMap(partsOf);
    for (const part of parts) {
      if (part.description !== undefined)
        expect(Object.keys(part.description_localizations ?? {}), part.name).toEqual([
          'de',
          'fr',
          'es-ES',
          'es-419',
          'ru',
        ]);
      const texts = Object.values({ ...part.description_localizations, ...part.name_localizations });
      for (const text of texts) expect(String(text).length).toBeLessThanOrEqual(100);
      if (!('isChoice' in part)) expect(part.name_localizations, part.name).toBeUndefined();
    }
    expect(parts.filter(({ description }) => description !== undefined).length).toBeGreaterThan(15);
    expect(parts.filter((part) => 'isChoice' in part && part.name_localizations !== undefined)).toHaveLength(3);
  });
});
