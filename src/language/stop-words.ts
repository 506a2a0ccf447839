/**
 * Words that say how a sentence is built and not what it is about, question words included. Kept short: "against",
 * "before", "no" and "not" carry meaning in a question about an agreement and stay terms. Written without apostrophes,
 * as terms.ts leaves them: "won't" is none, "won" is a term.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the and or but if of at by for with about to from in into on onto upon is are was were be been being am it its
  itself this that these those as do does did doing done have has had having what which who whom whose when where why how
  i you he she they we me him her them us my your his their our there here than then so such will would shall can could
  should may might must also just very too please tell say says said happen happened happens s t d ll re ve m dont
  didnt doesnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt cant cannot`.split(/\s+/),
);
