import { describe, expect, it } from 'vitest';
import { english } from '#src/discord/wording/english.js';
import { errataBlocks } from '#src/discord/writing/errata-blocks.js';
import { writeAnswer } from '#src/discord/writing/write-answer.js';
import { writeCheck } from '#src/discord/writing/write-check.js';
import { writeSummary } from '#src/discord/writing/write-summary.js';
import type { Erratum } from '#src/state/seams/feedback.js';
import { madeUpAnswer } from '../../support/made-up-answer.js';
import { madeUpCheck, madeUpCitation, madeUpClaim, madeUpSummary } from '../../support/made-up-results.js';
import { shownText } from '../../support/read-message.js';
import { shownIn } from '../../support/show-options.js';

function erratum(text: string, quote = 'So it was.', document = 'made-up'): Erratum {
  return { guild: '1', document, quote, text, at: Date.UTC(2026, 10, 29, 23, 59) };
}

const citations = [madeUpCitation(1, 'So it was.'), madeUpCitation(2, 'And so.'), madeUpCitation(3, 'So it was.')];
const room = { quote: 700 };
const texts = (errata: readonly Erratum[]): readonly string[] =>
  errataBlocks(errata, citations, room, english).map(({ text }) => text);

describe('notes of moderators', () => {
  it('say whose they are, of which day, and what they are about', () => {
    expect(texts([erratum('It was not.')])).toEqual([
      "📝 Note by this server's moderators (29 November 2026): It was not. [1][3]",
    ]);
  });

  it('are the latest three, in the order in which they came', () => {
    const shown = texts(['a', 'b', 'c', 'd'].map((text) => erratum(text)));
    expect(shown.map((text) => /: (\w) \[/u.exec(text)?.[1])).toEqual(['b', 'c', 'd']);
  });

  it('name no passage of another document with the same words', () => {
    expect(texts([erratum('Elsewhere.', 'So it was.', 'other')])).toEqual([
      "📝 Note by this server's moderators (29 November 2026): Elsewhere.",
    ]);
  });

  it.each(['embed', 'text'] as const)('stand between the sentences and the sources of every result (%s)', (layout) => {
    const shown = shownIn(layout, { errata: [erratum('It was **not**.')] });
    const results = [
      writeAnswer(madeUpAnswer('q', [{ quote: 'So it was.' }]), shown),
      writeCheck(madeUpCheck([madeUpClaim('It was.', 'supported', citations.slice(0, 1))]), shown),
      writeSummary(madeUpSummary(['So it was.']), shown),
    ];
    for (const messages of results)
      expect(shownText(messages)).toMatch(
        /So it was\.[\s\S]*moderators \(.*\): It was \*\*not\*\*\. \[1\][\s\S]*Sources/u,
      );
  });
});
