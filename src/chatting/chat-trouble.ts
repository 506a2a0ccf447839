import { ChatModelError } from '../errors.js';
import type { ReadFault } from './chat-fault.js';
import { type ChatChoice, providerOf } from './chat-model-name.js';

/** What is said about a model when something is wrong with it; the words never hold a key, or what somebody asked. */
export interface ChatTrouble {
  of(read: ReadFault): ChatModelError;
  /** @param what The rest of a sentence about the model: “did not begin to answer within 45 s” */
  slow(what: string): ChatModelError;
  resting(leftMs: number): ChatModelError;
  closed(): ChatModelError;
}

function inBrackets(sign: string): string {
  return sign === '' ? '' : ` (${sign})`;
}

export function chatTroubleOf(
  choice: Pick<ChatChoice, 'id' | 'provider' | 'model' | 'baseUrl' | 'apiKey'>,
): ChatTrouble {
  const { id, model, baseUrl, apiKey } = choice;
  const provider = providerOf(choice);
  const place = baseUrl ?? model;

  function refused({ sign, isOutOfCredit }: ReadFault): ChatModelError {
    const which = provider.keyVariable ?? 'its key';
    if (isOutOfCredit) {
      const what = `${baseUrl} writes nothing for this account, which has no credit left${inBrackets(sign)}.`;
      return new ChatModelError('refused', what, 'Add credit there, or name another model in CHAT_MODEL.');
    }
    if (apiKey === undefined) {
      return new ChatModelError('refused', `${baseUrl} wants a key${inBrackets(sign)}.`, `Put it into ${which}.`);
    }
    const what = `${baseUrl} does not accept the key${inBrackets(sign)}.`;
    return new ChatModelError('refused', what, `Check ${which}: it is wrong, withdrawn, or not for this model.`);
  }

  function of(read: ReadFault): ChatModelError {
    const { fault, sign } = read;
    const shown = inBrackets(sign);
    switch (fault) {
      case 'refused':
        return refused(read);
      case 'unreachable':
        return new ChatModelError(fault, `Nobody answers for ${id} at ${place}${shown}.`, provider.toReach);
      case 'unknown-model':
        return new ChatModelError(fault, `${place} has no model “${model}”${shown}.`, provider.toGet(model));
      case 'busy':
        return new ChatModelError(
          fault,
          `${id} has too much to do${shown}.`,
          'Wait, or raise the limit of the account or of the server.',
        );
      case 'too-long':
        return new ChatModelError(
          fault,
          `The passages do not fit into ${id}${shown}.`,
          'Give the model a larger context where it runs (docs/chat-models.md), or name another one.',
        );
      case 'slow':
        return slow(`took too long${shown}`);
      case 'broken':
      case 'resting':
      case 'missing-package':
        return new ChatModelError(
          'broken',
          `${id} failed, or answered what nobody can read${shown}.`,
          'Try again later; the log of its server may say why.',
        );
    }
  }

  function slow(what: string): ChatModelError {
    return new ChatModelError(
      'slow',
      `${id} ${what}.`,
      'Give it more time with CHAT_TIMEOUT, or name a smaller model.',
    );
  }

  return {
    of,
    slow,
    resting(leftMs) {
      const seconds = Math.max(1, Math.round(leftMs / 1_000));
      const what = `${id} failed again and again, and is left alone for ${seconds} s.`;
      return new ChatModelError('resting', what, 'Run `npx parley doctor` to see what is wrong with it.');
    },
    closed: () => new ChatModelError('broken', `${id} is closed.`, 'Open it again.'),
  };
}
