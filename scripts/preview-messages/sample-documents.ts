import { writeCorpusList } from '#src/discord/writing/for-moderators/write-corpus.js';
import { writeDocument } from '#src/discord/writing/for-moderators/write-document.js';
import { writeStaged } from '#src/discord/writing/for-moderators/write-staged.js';
import type { ArticleQuotes } from './article-quotes.js';
import { communique, findings, notes, timetable } from './made-up-documents.js';
import type { SampleMessage } from './sample-message.js';

const group = 'documents';
const unsuspicious = { findings: [], omitted: 0 };
const ownFindings = { findings: findings.filter(({ kind }) => kind !== 'altered-copy'), omitted: 0 };

/** What /corpus shows. */
export function sampleDocuments({ cite }: ArticleQuotes): readonly SampleMessage[] {
  const { document, title, publisher, date, url } = cite(1, 'lasted 15 hours');
  const article = { ...notes.metadata, title, publisher, date, url };
  const staged = { ...notes, format: 'pdf', pages: 3, replaces: false, namesake: null } as const;
  const shown = {
    ...communique,
    bytes: 48_211,
    standing: 'live',
    counts: { paragraphs: 61, passages: 148 },
    beginning:
      'The task force met in Geneva on 22 September. Its members spoke of the convoys, and of who lets them pass.',
    added: { act: 'added', by: '@anna', at: Date.parse('2026-11-24T10:15:00Z') },
    isShared: false,
    screening: null,
  } as const;
  return [
    {
      name: '/corpus list',
      group,
      messages: writeCorpusList({
        own: [
          { ...communique, standing: 'live' },
          { ...timetable, standing: 'leaving' },
          { ...notes, standing: 'new' },
        ],
        shared: [{ id: document, metadata: article, length: 9_614, standing: 'live' }],
        isHome: false,
      }),
    },
    {
      name: '/corpus add, something suspicious in it',
      group,
      messages: writeStaged({ ...staged, survey: { passages: 37, screening: ownFindings } }),
    },
    {
      name: '/corpus replace',
      group,
      messages: writeStaged({
        ...communique,
        format: 'docx',
        pages: null,
        replaces: true,
        namesake: null,
        survey: { passages: 148, screening: unsuspicious },
      }),
    },
    { name: '/corpus show', group, messages: writeDocument(shown) },
  ];
}
