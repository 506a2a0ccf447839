/** What the example bot registers: options, a subcommand for those who manage the server, and a menu command. */
export const exampleCommands = [
  {
    name: 'ask',
    description: 'Asks',
    options: [
      { type: 3, name: 'question', description: 'What to ask', required: true },
      { type: 5, name: 'private', description: 'Only for you' },
    ],
  },
  {
    name: 'summary',
    description: 'Sums up',
    options: [{ type: 3, name: 'section', description: 'Which one', autocomplete: true }],
  },
  {
    name: 'corpus',
    description: 'The documents',
    default_member_permissions: '32',
    contexts: [0],
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Adds one',
        options: [{ type: 11, name: 'file', description: 'The file', required: true }],
      },
    ],
  },
  { name: 'Ask about this', type: 3 },
] as const;
