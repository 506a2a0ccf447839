import { describe, expect, it } from 'vitest';
import { type Standing, standingOf } from '#src/summarizing/standing.js';

const agreement = (term: string): boolean => term === 'agreement';

function expectStanding(sentence: string, standing: Standing): void {
  expect(`${standingOf(sentence, agreement)}: ${sentence}`).toBe(`${standing}: ${sentence}`);
}

describe('a sentence', () => {
  it.each([
    'The negotiation process is a weak link.',
    'Kerry said that he trusted the text.',
    'Russia has claimed its status of an equal partner and now it has to prove itself.',
    'It can be assumed that the main factor was a shift in the U.S. attitude.',
    'It took nine attempts to reach a ceasefire.',
    'While the news was positive, it still provoked concerns.',
    'Those who were not at the table matter too.',
    'The agreement is another attempt (out of nine such attempts) to establish a ceasefire.',
    'Colleagues say that they were tired.',
    '“The text is a compromise,” Lavrov said.',
    'The talks ended early.[3]',
  ])('reads alone: %s', (sentence) => expectStanding(sentence, 'alone'));

  it.each([
    'However, the most difficult task still lies ahead.',
    'Moreover, the radical Islamists represent the most capable part of the opposition.',
    'For example, the date was unclear.',
    'One way or another, this agreement became a victory.',
    'Another problem is the fractured opposition.',
    'But the guns fell silent.',
  ])('is the next step of something: %s', (sentence) => expectStanding(sentence, 'linked'));

  it.each([
    'This immediately led to allegations.',
    'If this is the case, the opposition gains.',
    'They, too, need to be convinced.',
    'His shuttle nearly ended before it had begun.',
    'However, it does not go beyond a delimitation.',
    'Without them, it would be difficult to mount an offensive.',
    'All this points to an improvisation.',
    'To enforce this, NATO is sending soldiers.',
    'On the eve of the elections, this gave one more reason for criticism.',
    'Three of them died.',
    'Experts speculate about the reasons for such changes.',
    'Most likely, this will depend on the United States.',
    'As strategy it is doubtful.',
    'Those numbers are a reason to worry.',
  ])('depends on what was said before: %s', (sentence) => expectStanding(sentence, 'dependent'));

  it.each(['The three tests are:', 'and which the parties signed', '- heavy weapons'])(
    'is not a whole one: %s',
    (sentence) => expectStanding(sentence, 'dependent'),
  );

  it.each(['How does the document change the dynamics?', '| Party | Seats |', '```', '1. 2. 3.', ''])(
    'tells nothing: %s',
    (sentence) => expectStanding(sentence, 'unfit'),
  );

  it('may say "this agreement" when the agreement is what the document is about', () => {
    expect(standingOf('This agreement became a victory.', agreement)).toBe('alone');
    expect(standingOf('This agreement became a victory.', () => false)).toBe('dependent');
    expect(standingOf('This approach is changing.', agreement)).toBe('dependent');
  });

  it('may be endless: reading it takes no time that grows out of proportion', () => {
    const startedAt = performance.now();
    standingOf(`${'it was, and so '.repeat(20_000)}.`, () => false);
    standingOf(`${'word '.repeat(50_000)}.`, () => false);
    standingOf(' “'.repeat(50_000), () => false);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
