import { describe, expect, it } from 'vitest';
import { english } from '#src/discord/wording/english.js';
import { disputeForm } from '#src/discord/writing/dispute-form.js';
import { followUpForm } from '#src/discord/writing/follow-up-form.js';
import { writeHelp } from '#src/discord/writing/write-help.js';
import { writeNotice } from '#src/discord/writing/write-notice.js';
import { writeSources } from '#src/discord/writing/write-sources.js';
import { shownMarks, shownText } from '../../support/read-message.js';

const layouts = ['embed', 'text'] as const;

const article = {
  id: 'syria-ceasefire-2016',
  title: 'Analysis of the *ceasefire*',
  publisher: 'Russia Direct',
  date: '2016-09',
  url: null,
  characters: 9614,
};

describe.each(layouts)('the list of sources in the %s layout', (layout) => {
  const live = { indexes: [{ generation: '20261124-1', createdAt: '2026-11-24T10:15:00Z' }], layout, words: english };

  it('names each document with what is known of it, and the index', () => {
    const text = shownText(writeSources([article], live));
    expect(text).toContain('One document');
    expect(text).toContain(
      'Analysis of the *ceasefire*\nFrom Russia Direct · September 2016 · 9,614 characters · syria-ceasefire-2016',
    );
    expect(text).toContain('Index 20261124-1, made on 24 November 2026.');
    const unknown = { ...article, publisher: null, date: null, url: 'https://example.org/x' };
    const messages = writeSources([unknown], live);
    expect(shownText(messages)).toContain('\n9,614 characters · syria-ceasefire-2016 · open');
    expect(shownMarks(messages)).toContainEqual({ kind: 'link', text: 'open', url: 'https://example.org/x' });
  });

  it('shows the first thirty, and how many more there are', () => {
    const many = Array.from({ length: 1234 }, (_, index) => ({ ...article, title: `Document ${index + 1}` }));
    const text = shownText(writeSources(many, live));
    expect(text).toContain('1,234 documents');
    expect(text).toContain('Document 30\n');
    expect(text).not.toContain('Document 31\n');
    expect(text).toContain('and 1,204 more');
  });

  it('says when there are none', () => {
    expect(shownText(writeSources([], live))).toContain('0 documents');
  });
});

describe.each(layouts)('help in the %s layout', (layout) => {
  it('is short and has three questions to try', () => {
    const text = shownText([
      writeHelp({ examples: ['How long?', 'Who?', 'Why?', 'When?'], forModerators: false, layout, words: english }),
    ]);
    expect(text).toMatch(/Try\n“How long\?”\n“Who\?”\n“Why\?”\n/u);
    expect(text).not.toContain('When?');
    expect(text.length).toBeLessThan(700);
  });

  it('has the commands for moderators under a heading of their own', () => {
    const text = shownText([
      writeHelp({ examples: ['How long?', 'Who?', 'Why?'], forModerators: true, layout, words: english }),
    ]);
    expect(text).toMatch(/For moderators\n\/corpus .+\n\/review .+\n\/settings .+/u);
    expect(text.length).toBeLessThan(1000);
  });

  it('leaves out the questions where there are none', () => {
    expect(shownText([writeHelp({ examples: [], forModerators: false, layout, words: english })])).not.toContain('Try');
  });
});

describe('a notice', () => {
  it('is one sentence as it stands, and marks a problem', () => {
    expect(writeNotice('There is no PARLEY_DATA_DIR.', 'notice').content).toBe('There is no PARLEY\\_DATA\\_DIR.');
    expect(shownText([writeNotice('That did not work.', 'problem')])).toBe('⚠️ That did not work.');
  });
});

describe('a form', () => {
  it('asks what is wrong, in at most 1,000 characters', () => {
    expect(disputeForm('K3fq0Zp81LmN', 'moderators', english)).toMatchObject({
      custom_id: 'dispute-form:K3fq0Zp81LmN',
      components: [{ label: 'What is wrong?', component: { style: 2, max_length: 1000, required: true } }],
    });
  });

  it('says in a server that its moderators read what is written, and in a direct message does not', () => {
    expect(JSON.stringify(disputeForm('K3fq0Zp81LmN', 'moderators', english))).toContain('moderators will read it');
    expect(JSON.stringify(disputeForm('K3fq0Zp81LmN', 'nobody', english))).not.toContain('moderators');
  });

  it('asks for a question, in at most 300 characters', () => {
    expect(followUpForm('123456789012345678', english)).toMatchObject({
      custom_id: 'follow-up-form:123456789012345678',
      components: [{ label: 'Your question', component: { style: 1, max_length: 300, required: true } }],
    });
  });
});
