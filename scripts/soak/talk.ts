/** What members of a soak write. Some of it is answered by the article, some is not, and some is meant to be awkward. */
export const questions = [
  'How long did the talks last?',
  'Who met in Geneva?',
  'Why did Moscow agree to halt military actions?',
  'what happens if the truce holds for a week',
  'Which hotel did the ministers stay at?',
  'Who won the football match?',
  'And what about Aleppo?',
  'who else?',
  'hi',
  'Thanks!',
  'What does the author think of the deal, and what do others say about the chances that it fails?',
  '**Who** `signed` ~~it~~ ||really||? @everyone <@&123456789012345678> [link](https://example.com)',
  `Tell me everything about ${'the ceasefire and '.repeat(70)}Geneva.`,
  'Что сказал Лавров?',
  '   ?   ',
] as const;

export const claims = [
  'The talks lasted 15 hours.',
  'The talks lasted nine hours. Kerry met Lavrov in Geneva. The weather was nice.',
  'Assad resigned in 2016.',
  'Is this true?',
  'The truce should hold for a week, and then both sides will strike together. I think that is great! Russia and the United States will never agree on anything.',
  '_*`~|',
] as const;

export const chatter = ['Good morning all', 'I read the article yesterday.', 'Kerry signed it, I believe.'] as const;

export const disputes = [
  'The second sentence is out of date.',
  'Nobody said so.',
  ' ',
  '```\nwrong\n``` @here',
] as const;
