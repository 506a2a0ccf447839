import { describe, expect, it } from 'vitest';
import { canary } from '#src/answering/written/canary.js';
import { unlimitedBudget } from '#src/chatting/budget.js';
import { inLanguage, questionInEnglish } from '#src/writing/translate.js';
import type { Writer } from '#src/writing/writer.js';

const whom = { guild: null, member: null };

/** A writer whose model says one thing. */
function saying(text: string, more: Partial<Writer> = {}): Writer {
  const usage = { inputTokens: 1, outputTokens: 1, isEstimated: false };
  return {
    model: { id: 'fake', reply: async () => ({ text, stopped: 'end', usage }), close: async () => undefined },
    maxTokens: 100,
    budget: unlimitedBudget,
    onFault: () => undefined,
    close: async () => undefined,
    ...more,
  };
}

const talks = 'The talks in Geneva between John Kerry and Sergey Lavrov lasted 15 hours.';
const gespräche = 'Die Gespräche in Genf zwischen John Kerry und Sergej Lavrov dauerten 15 Stunden.';

describe('a sentence in another language', () => {
  it.each([
    ['de', `1. ${gespräche}`],
    ['de', `Hier ist die Übersetzung:\n[1] **${gespräche}**`],
    ['ru', '1) Переговоры Керри и Лаврова в Женеве длились 15 часов.'],
    ['ar', '1. استمرت المحادثات في جنيف بين كيري ولافروف ١٥ ساعة.'],
    ['fr', '1. Les pourparlers de Genève entre John Kerry et Sergueï Lavrov ont duré 15 heures.'],
  ])('is taken in %s: %s', async (language, reply) => {
    const [text = ''] = (await inLanguage([talks], language, saying(reply), whom)) ?? [];
    expect(reply).toContain(text);
    expect(text).not.toBe(talks);
  });

  it.each([
    ['another figure', `1. ${gespräche.replace('15', '51')}`],
    ['one figure more', `1. ${gespräche.replace('dauerten', 'dauerten 2016')}`],
    ['a person lost', '1. Die Gespräche in Genf zwischen den beiden Ministern dauerten 15 Stunden.'],
    ['a person under another name', `1. ${gespräche.replace('Lavrov', 'Lavroff')}`],
    ['another language', '1. Les pourparlers de Genève entre John Kerry et Sergueï Lavrov ont duré 15 heures.'],
    ['no other language', `1. ${talks}`],
    ['a link', `1. ${gespräche.replace('.', ', siehe www.example.com/mehr.')}`],
    ['a mention', `1. ${gespräche.replace('.', ', @everyone.')}`],
    ['the canary', `1. ${gespräche.replace('.', ` ${canary}.`)}`],
    ['nothing', ''],
    ['no number', gespräche],
    ['another number', `2. ${gespräche}`],
    ['far more', `1. ${gespräche} ${'Und noch viel mehr steht hier. '.repeat(9)}`],
  ])('stays as it is when the translation has %s', async (_, reply) => {
    expect(await inLanguage([talks], 'de', saying(reply), whom)).toBeNull();
  });

  it('keeps its place, and stays where no translation fits', async () => {
    const war = 'The war in Syria has lasted for 5 years without an end.';
    const krieg = 'Der Krieg in Syrien dauert schon 5 Jahre ohne ein Ende.';
    const reply = `3. ${gespräche}\n2. Hier steht leider etwas ganz anderes als dort.\n1. ${krieg}`;
    const texts = await inLanguage(
      [war, 'It has 4 sides and nobody leads them all.', talks],
      'de',
      saying(reply),
      whom,
    );
    expect(texts).toEqual([krieg, 'It has 4 sides and nobody leads them all.', gespräche]);
  });

  it('is told as it is where the budget is used up or the model fails', async () => {
    const poor = saying(`1. ${gespräche}`, { budget: { reserve: async () => null } });
    expect(await inLanguage([talks], 'de', poor, whom)).toBeNull();
    const faults: unknown[] = [];
    const broken = saying('', {
      model: { id: 'fake', reply: () => Promise.reject(new Error('gone')), close: async () => undefined },
      onFault: (error) => faults.push(error),
    });
    expect(await inLanguage([talks], 'de', broken, whom)).toBeNull();
    expect(faults).toHaveLength(1);
  });
});

describe('a question in English', () => {
  const question = 'Wie lange dauerten die Gespräche am 9. September 2016?';
  it('is what the model made of it', async () => {
    const english = 'How long did the talks on 9 September 2016 last?';
    expect(await questionInEnglish(question, saying(`"${english}"\nI hope this helps.`), whom)).toBe(english);
  });

  it.each([
    ['other figures', 'How long did the talks on 10 September 2016 last?'],
    ['its own language', question],
    ['a link', 'How long did the talks on 9 September 2016 at https://example.com last?'],
    ['nothing', ''],
  ])('is none where the model gives %s', async (_, reply) => {
    expect(await questionInEnglish(question, saying(reply), whom)).toBeNull();
  });

  it('is none where the model declines', async () => {
    expect(await questionInEnglish('会谈在哪里举行？', saying('NO ANSWER'), whom)).toBeNull();
  });
});
