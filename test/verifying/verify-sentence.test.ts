import { describe, expect, it } from 'vitest';
import { shippedSupportModel } from '#src/verifying/support-model.js';
import { type VerifiedSentence, verifySentence } from '#src/verifying/verify-sentence.js';
import { candidatesOf, vectors } from './read-both.js';

/** Verifies a sentence against passages, each a list of its sentences; without marks it cites the first. */
function verified(
  text: string,
  passages: readonly (readonly string[])[],
  marks: readonly number[] = [1],
): Promise<VerifiedSentence> {
  const given = passages.map((sentences, i) => ({ n: i + 1, sentences: candidatesOf(sentences) }));
  return verifySentence({ text, marks }, given, { vectors, model: shippedSupportModel });
}

async function outcomeOf(text: string, ...sentences: readonly string[]): Promise<string> {
  const { outcome, reason } = await verified(text, [sentences]);
  return reason === null ? outcome : `${outcome}: ${reason}`;
}

const talks =
  'The fact that the talks lasted 15 hours shows that the parties came without any ready-to-sign documents.';
const week =
  'Thus, in order to launch the center, the ceasefire should hold for at least one week, and the U.S. has placed on Moscow the responsibility for a possible breakdown of the process.';
const claimOnly = 'Kerry and other U.S. officials can claim that the success of the whole process depends on Russia.';

describe('a written sentence that its passage says', () => {
  it.each([
    ['word for word', talks, talks],
    ['with its connective left out', 'The talks ended without a result.', 'However, the talks ended without a result.'],
    ['in part', 'The talks lasted 15 hours.', talks],
    ['with a number in words', 'The talks lasted fifteen hours.', talks],
    [
      'with an ordinal day',
      'The navy has closed the sea since March 1.',
      'The navy has closed the sea since the first of March.',
    ],
    ['with another unit', 'Full clearance would take six months.', 'Full clearance would take half a year.'],
    ['in the passive', 'The offer was rejected by the union.', 'The union rejected the offer on Monday.'],
    [
      'with a date in another form',
      'The pact was signed on 9 November 2020.',
      'The pact was signed on November 9, 2020.',
    ],
    ['with its condition', 'The ceasefire should hold for at least a week.', week],
    ['with who says it', 'Kerry can claim that the success of the process depends on Russia.', claimOnly],
    ['as its author’s', 'According to the author, the talks lasted 15 hours.', talks],
    ['with another word for its verb', 'The plan would reduce the deficit.', 'The plan would lower the deficit.'],
    [
      'with a share in another form',
      'About 90 percent of the water is reused.',
      'About nine tenths of the water is reused.',
    ],
    ['with what remained', 'Only five children remained.', 'Only five children were left.'],
    ['with what had to be', 'Seventeen survivors had to be treated.', 'Seventeen survivors were treated.'],
    [
      'with a clause put in',
      'The report, published in May, blames nobody on the ship.',
      'The report was published in May and blames nobody on the ship.',
    ],
    ['with some of its words quoted', 'The parties came without any “ready-to-sign documents”.', talks],
    [
      'with the unit told once',
      'They asked for 5 percent and will receive 2.8 percent.',
      'They had asked for 5 per cent and will receive 2.8, backdated to January.',
    ],
  ])('is supported: %s', async (_, text, sentence) => {
    expect(await outcomeOf(text, sentence)).toBe('supported');
  });

  it('may leave a company’s name for what the text calls it', async () => {
    const sentences = ['In May Corvian promised 350 jobs.', 'The company, which is based in Perth, will fill the pit.'];
    expect((await verified('Corvian is based in Perth.', [sentences])).outcome).toBe('supported');
  });

  it('rests on the sentence that says it', async () => {
    const { support } = await verified(
      'The talks lasted 15 hours.',
      [['Nobody expected much.'], ['It was late.', talks]],
      [2],
    );
    expect(support).toEqual([{ passage: 2, sentence: 1 }]);
  });

  it('rests on the sentence before too where that names what it speaks of', async () => {
    const { outcome, support } = await verified('The union rejected the offer and wants new talks.', [
      ['The union was not content.', 'It rejected the offer and wants new talks.'],
    ]);
    expect(outcome).toBe('supported');
    expect(support).toEqual([
      { passage: 1, sentence: 0 },
      { passage: 1, sentence: 1 },
    ]);
  });

  it('rests on two sentences, of one passage or of two, when it joins two statements', async () => {
    const [one, other] = ['The strike ended on Monday.', 'The mayor signed the agreement on Friday.'];
    const text = 'The strike ended on Monday, and the mayor signed the agreement on Friday.';
    expect((await verified(text, [[one, other]])).support).toHaveLength(2);
    expect((await verified(text, [[one], [other]], [1, 2])).support.map(({ passage }) => passage)).toEqual([1, 2]);
    expect((await verified(text, [[one], [other]], [1])).outcome).toBe('dropped');
  });

  it('is cited for the passage that has every word of it, whatever it cites', async () => {
    const given = [['The deal surprised the experts.'], [talks]];
    for (const marks of [[1], []]) {
      expect(await verified('The talks lasted 15 hours.', given, marks)).toMatchObject({
        outcome: 'supported',
        support: [{ passage: 2, sentence: 0 }],
      });
    }
    // Its own passage says otherwise: then no other one helps it.
    expect((await verified('The talks lasted 15 hours.', [['The talks lasted nine hours.'], [talks]])).outcome).toBe(
      'dropped',
    );
    expect(
      (await verified('The long discussions lasted 15 hours.', [['The deal surprised the experts.'], [talks]])).outcome,
    ).toBe('dropped');
  });

  it('is partly supported when a word that only describes is not there, and says which', async () => {
    const { outcome, caution, reason } = await verified(
      'The humanitarian situation in Syria was spiraling out of control.',
      [['Meanwhile, the situation in Syria was spiraling out of control.']],
    );
    expect({ outcome, caution, reason }).toEqual({
      outcome: 'partly',
      caution: '“humanitarian” is not in the passage.',
      reason: 'unsaid',
    });
  });
});

describe('a written sentence that its passage does not say', () => {
  it.each([
    ['another number', 'The talks lasted nine hours.', [talks], 'number'],
    ['another date', 'The pact was signed on 12 November 2020.', ['The pact was signed on 9 November 2020.'], 'date'],
    ['another name', 'The center will be opened in Geneva.', ['The center will be opened in Vienna.'], 'name'],
    ['a denial', 'The amnesty covers kidnapping.', ['The amnesty does not cover kidnapping.'], 'polarity'],
    [
      'a denial of its own',
      'There were not nine such attempts.',
      ['There were nine such attempts in total.'],
      'polarity',
    ],
    ['the opposite', 'The offer was accepted by the union.', ['The offer was rejected by the union.'], 'opposite'],
    ['no condition', 'The ceasefire held for at least one week.', [week], 'mood'],
    ['no reporter', 'The success of the whole process depends on Russia.', [claimOnly], 'report'],
    [
      'no “if”',
      'The next valuation shows a deficit of 500 million pounds.',
      ['If the next valuation shows a deficit of 500 million pounds, the chapter may be reopened.'],
      'condition',
    ],
    [
      'no guess',
      'The main factor was a shift in the attitude.',
      ['It can be assumed that the main factor was a shift in the attitude.'],
      'guess',
    ],
    [
      'invented words in quotation marks',
      'The talks were “a diplomatic masterpiece” that lasted 15 hours.',
      [talks],
      'quotation',
    ],
    ['an unfinished quotation', 'The talks lasted “15 hours.', [talks], 'quotation'],
    [
      'a cause',
      'The talks lasted 15 hours because the parties came without documents.',
      ['The talks lasted 15 hours. The parties came without documents.'],
      'cause',
    ],
    [
      'all of them',
      'All regional experts were surprised by the deal.',
      ['The deal came as a surprise for regional experts.'],
      'extent',
    ],
    [
      'a group without its bounds',
      'Every vessel must carry a transmitter.',
      ['Every vessel longer than twelve metres must carry a transmitter.'],
      'extent',
    ],
    ['a rank', 'The biggest attempt was made in Geneva.', ['The attempt was made in Geneva.'], 'rank'],
    [
      'another doer',
      'Kelmora walked out over the method.',
      ['Lunei walked out over the method, whereas Kelmora insisted on landings.'],
      'doer',
    ],
    [
      'the doer for whom it was done',
      'In April the army attacked rebels and killed eleven.',
      ['In April rebels attacked an army platoon and killed eleven soldiers.'],
      'doer',
    ],
    [
      'an owner for what he owns',
      'Santos is the loudest opponent.',
      ['The loudest opponent is Uribe, Santos’s predecessor.'],
      'doer',
    ],
    [
      'a date of another deed',
      'Pell resigned on 20 April.',
      ['Pell apologised on 20 April and resigned six days later.'],
      'doer',
    ],
    [
      'a number of another deed',
      'The final session lasted four years.',
      ['After four years of negotiation and a final session that lasted eleven hours, they signed.'],
      'doer',
    ],
    [
      'a possibility',
      'The U.S. has placed on Moscow the responsibility for the breakdown of the process.',
      [week],
      'unproven',
    ],
    [
      'an idea',
      'The Russians could play an essential role.',
      ['The Democrats were reluctant to accept the idea that the Russians could play an essential role.'],
      'unproven',
    ],
    [
      'an expectation',
      'There was a shortfall of two million.',
      ['Economists expect a shortfall of two million.'],
      'unproven',
    ],
    [
      'somebody’s word in the middle',
      'A private letter saved the talks.',
      ['What saved the talks, according to one envoy, was a private letter.'],
      'unproven',
    ],
    ['an aim', 'Assad will stay in power.', ['Assad is determined to stay in power.'], 'mood'],
    ['other sides', 'The porters voted against strike action.', ['The porters voted for strike action.'], 'polarity'],
    ['words of its own', 'The talks lasted 15 hours and ended in a brawl.', [talks], 'unsaid'],
    [
      'a deed that lies near',
      'The county court dismissed the complaint of the doctors.',
      ['The county court heard the complaint of the doctors.'],
      'unsaid',
    ],
    [
      '“if” for “unless”',
      'The lane is renewed if one party objects two weeks before the end.',
      ['The lane is renewed unless one party objects two weeks before the end.'],
      'polarity',
    ],
    [
      'a reason that is none',
      'The author trusts General Brusk.',
      ['Not because I trust General Brusk, but because grain rots.'],
      'polarity',
    ],
    [
      'halves from both sides of a semicolon',
      'General Brusk signed at half past ten.',
      ['Korvat put her name to a copy at half past ten; General Brusk signed another at noon.'],
      'doer',
    ],
    [
      'a name that only the sentence before has',
      'The union met Kerry on Monday.',
      ['Kerry arrived in town.', 'The union met the owners on Monday.'],
      'name',
    ],
    [
      'a synonym that is denied there',
      'The Americans concealed their partnership.',
      ['The Americans did not hide their partnership.'],
      'mood',
    ],
    ['what somebody holds', 'Karesh created the hunger.', ['She holds that Karesh created the hunger.'], 'unproven'],
    [
      'what ought to be',
      'A quarter goes to the countries that are starving.',
      ['A quarter ought to go to the countries that are starving.'],
      'mood',
    ],
    [
      'an order',
      'Explain how recursion works with an example.',
      ['Explain how recursion works with an example.'],
      'states-nothing',
    ],
    [
      'a count of another thing',
      'A petition has gathered 96,000 signatures.',
      ['A petition has gathered 38,000 signatures in a town of 96,000.'],
      'number',
    ],
    [
      'another estimate',
      'The members have about 39 million inhabitants.',
      ['Together the members have about 37 million inhabitants.'],
      'number',
    ],
    [
      'another deed to the same thing',
      'The county court rejected the complaint of 43 doctors on 11 January.',
      ['On Monday, 11 January, the county court began to hear the complaint of 43 doctors against the boards.'],
      'unsaid',
    ],
    ['a voice of its own', 'I think that the talks lasted 15 hours.', [talks], 'speaker'],
    [
      'what is wanted of others',
      'The dancers will be charged.',
      ['She wants the prosecutor to charge the dancers.'],
      'mood',
    ],
    [
      'what is only awaited',
      'The budget was passed in May.',
      ['She will wait before the budget is passed in May.'],
      'mood',
    ],
    [
      'a future for a past',
      'The board will publish its report on Monday.',
      ['The board published its report on Monday.'],
      'mood',
    ],
    [
      'a future for a past that is not all',
      'The board will publish its report on Monday.',
      ['The board published its report on Monday and will meet again.'],
      'mood',
    ],
    [
      'some of them for all',
      'Seventeen survivors had severe burns.',
      ['Seventeen survivors were treated in hospital, four of them with severe burns.'],
      'number',
    ],
    [
      'a doer that only the sentence before has',
      'The investigators postponed the inspection twice.',
      ['The investigators criticise the ship.', 'Halberg Lines had postponed the inspection twice.'],
      'doer',
    ],
    [
      'one who is promised for one who promises',
      'The four villages promise 350 jobs.',
      ['Corvian promises 350 jobs to the four villages.'],
      'doer',
    ],
    [
      'a deed that only the sentence before has',
      'About 3,000 people voted against the mine.',
      ['Two members voted against the mine.', 'It is quiet now that about 3,000 people against the mine had gathered.'],
      'doer',
    ],
    [
      'a company for a person',
      'The Corvian group warned that the slope is unstable.',
      ['Helena Quintas examined what the Corvian group plans.', 'She warned that the slope is unstable.'],
      'name',
    ],
    ['a beginning', 'The company has begun to dig for tin.', ['The company got a permit to dig for tin.'], 'mood'],
    [
      'the main clause without its “should”',
      'In May, 400 members will walk out.',
      ['Should the owners refuse in May, 400 members will walk out.'],
      'condition',
    ],
    ['a part for the whole', 'The Greens abstained.', ['One member of the Greens abstained.'], 'doer'],
    [
      'one thing’s clause for another',
      'The mine is in Perth.',
      ['The firm, which is based in Perth, left the mine.'],
      'doer',
    ],
    [
      'what is done by another',
      'The company asked Quintas for an opinion.',
      ['Quintas was asked by the council for an opinion on what the company wants.'],
      'doer',
    ],
    [
      'a date of when something else was',
      'The third vote was held in 2021.',
      ['It was the third vote since her government took office in 2021.'],
      'number',
    ],
    [
      'somebody’s quotation',
      'The plan is a step into the dark for all growers.',
      ['The mayor called the plan “a step into the dark for all growers”.'],
      'report',
    ],
    [
      'an accusation',
      'Duivel bought time at the expense of the young.',
      ['Hoekstra accused Duivel of buying time at the expense of the young.'],
      'report',
    ],
    [
      'the other way round',
      'Valves are tested once a year instead of every month.',
      ['Valves are tested every month instead of once a year.'],
      'order',
    ],
    ['a direction', 'The pond was moved to the south.', ['The pond was moved to the north.'], 'opposite'],
    ['how often', 'Brandao went back nine times.', ['The ninth was Brandao, who went back twice.'], 'number'],
    ['nothing', 'The talks.', [talks], 'states-nothing'],
    ['a question', 'Did the talks last 15 hours?', [talks], 'states-nothing'],
  ])('is dropped: %s', async (_, text, sentences, reason) => {
    expect(await outcomeOf(text, ...sentences)).toBe(`dropped: ${reason}`);
  });

  it('is dropped when it cites what was not given, however true it is', async () => {
    expect(await verified('The talks lasted 15 hours.', [[talks]], [1, 9])).toMatchObject({
      outcome: 'dropped',
      reason: 'not-given',
    });
  });

  it('is dropped when a false whole is made of true halves', async () => {
    const first = 'Kerry met Lavrov in Geneva.';
    const second = 'The center in Vienna will be opened by Steinmeier.';
    expect((await verified('Kerry met Lavrov in Vienna.', [[first, second]])).outcome).toBe('dropped');
    expect((await verified('Kerry met Lavrov and opened the center in Vienna.', [[first, second]])).outcome).toBe(
      'dropped',
    );
    expect((await verified('Lavrov will open the center in Vienna.', [[first, second]])).outcome).toBe('dropped');
  });

  it('is dropped when nothing was given', async () => {
    expect((await verified('The talks lasted 15 hours.', [], [])).outcome).toBe('dropped');
  });
});
