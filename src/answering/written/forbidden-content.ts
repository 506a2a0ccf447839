/** What no sentence of a model may carry into a channel, whatever the passages say. */
const address =
  /\b(?:https?|ftp|data|javascript|file|discord):\/{0,2}\S|\bwww\.\S|\bdiscord(?:app)?\.(?:gg|com)\b|\b(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|gg|ru|info|biz|xyz|co|app|dev|me|tv|link|site|top|shop|online|click|ai|uk|de|fr|eu|edu|gov)\b(?:[/:?#]\S*)?|\[[^\]\n]*\]\([^)\s]+\)|\b\d{1,3}(?:\.\d{1,3}){3}\b/iu;
const mention =
  /@(?:everyone|here)\b|<[@#:]?[&!a]?[^<>\s]{0,80}\d{5,}>|<(?:@|#|:|t:|a:|\/|id:)[^<>]{1,80}>|(?<![\p{L}\p{N}.])@[\p{L}\p{N}_.]{2,}/iu;
const machinery =
  /<\|[^|>\n]{1,40}\|>|<\/?(?:s|think|tool_?call|function_?call|passages?|sentences?|conversation|question|system|assistant|user|im_start|im_end)\b[^>\n]{0,200}>|\[\/?(?:INST|SYS|TOOL_CALLS?|AVAILABLE_TOOLS)\]|<<\/?SYS>>|"(?:name|arguments|tool_calls?|function|role|content)"\s*:|^\s*[{[]\s*["{]|\b(?:tool|function)_calls?\b|(?:^|[.!?…]["'”’)]*\s+)(?:system|assistant|user|human|ai|developer|tool|function|observation|action|thought)\s*:/iu;
/** What a model says of itself and its orders. */
const self =
  /\b(?:as an? (?:ai|artificial intelligence|(?:large )?language model|ai assistant)\b|i(?:'m|’m| am) (?:an? )?(?:ai|(?:large )?language model|assistant|bot|chatbot)\b|(?:my|your) (?:system |initial |original )?(?:prompts?|instructions?|system message)\b|i (?:was|am|have been|'ve been) (?:told|instructed|asked|programmed|trained) to\b|i(?:'m|’m| am) (?:sorry|unable|not able)\b|i (?:cannot|can't|can’t|will not|won't|won’t) (?:answer|help|assist|provide|comply|share|reveal)\b)/iu;

/** So many words in a row from the system message are no coincidence. */
const wordsInARow = 6;

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(words: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - wordsInARow + 1) }, (_, i) =>
    words.slice(i, i + wordsInARow).join(' '),
  );
}

export type Forbidden = 'address' | 'mention' | 'machinery' | 'canary' | 'instructions';

/**
 * Makes the test that every sentence of a draft passes before anybody looks at what it says.
 * @param told What the model was told: the system message, of which no part may come out, and the canary in it.
 */
export function forbiddenIn(told: {
  readonly system: string;
  readonly canary: string;
}): (sentence: string) => Forbidden | undefined {
  const runs = new Set(runsOf(wordsOf(told.system)));
  // Spelt out letter by letter, or broken by a space, it is still the canary.
  const secret = wordsOf(told.canary).join('');
  return (sentence) => {
    const words = wordsOf(sentence);
    if (words.join('').includes(secret)) return 'canary';
    if (address.test(sentence)) return 'address';
    if (machinery.test(sentence)) return 'machinery';
    if (mention.test(sentence)) return 'mention';
    return self.test(sentence) || runsOf(words).some((run) => runs.has(run)) ? 'instructions' : undefined;
  };
}
