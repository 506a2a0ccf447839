/**
 * How the best sentence meets what a question presupposes, read as a claim: "why did Kerry veto the center" claims that
 * Kerry vetoed it. The words may all stand there and another relation be told of them; src/claim-fit-of.ts looks.
 */
export const claimFitFeatures = [
  'own',
  'whole',
  'exact',
  'weakest',
  'sure',
  'unsaid',
  'unsaidWeight',
  'heaviestUnsaid',
  'conflicts',
  'findings',
  'number',
  'date',
  'name',
  'polarity',
  'opposite',
  'order',
  'mood',
  'report',
  'guess',
  'condition',
] as const;

export type ClaimFit = Readonly<Record<(typeof claimFitFeatures)[number], number>>;
