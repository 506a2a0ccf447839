/** Of a sentence that is the document's, word for word. */
export const quotedStanding = { standing: 'quoted', caution: null, unsaid: [] } as const;

/** Of one that a model wrote and that says what its passage says. */
export const supportedStanding = { ...quotedStanding, standing: 'supported' } as const;
