/**
 * What a button or a form is for, as its custom id says it: `passage:K3fq0Zp81LmN:2`. The state itself is in the record of
 * that id, so that a button works after a restart, and a forged one finds nothing.
 */
export type ComponentAction =
  /** `index` is from 0 into the citations. `page` shows another one in place of the passage it stands under. */
  | { readonly action: 'passage' | 'page'; readonly record: string; readonly index: number }
  | { readonly action: 'share' | 'up' | 'down' | 'dispute' | 'dispute-form'; readonly record: string }
  /** A follow-up on what a message of Parley's shows; `message` is Discord's id. */
  | { readonly action: 'follow-up-form'; readonly message: string };

const recordActions = ['share', 'up', 'down', 'dispute', 'dispute-form'] as const;
const recordId = /^[0-9A-Za-z]{12}$/u;
const messageId = /^\d{17,20}$/u;
const indexPattern = /^\d{1,3}$/u;

export function customIdOf(action: ComponentAction): string {
  switch (action.action) {
    case 'passage':
    case 'page':
      return `${action.action}:${action.record}:${action.index}`;
    case 'follow-up-form':
      return `${action.action}:${action.message}`;
    default:
      return `${action.action}:${action.record}`;
  }
}

/** `null` for whatever Parley did not make. */
export function readCustomId(customId: string): ComponentAction | null {
  const [name = '', subject = '', index, ...more] = customId.split(':');
  if (more.length > 0) return null;
  if (name === 'passage' || name === 'page') {
    const isIndexed = recordId.test(subject) && indexPattern.test(index ?? '');
    return isIndexed ? { action: name, record: subject, index: Number(index) } : null;
  }
  if (index !== undefined) return null;
  if (name === 'follow-up-form') return messageId.test(subject) ? { action: name, message: subject } : null;
  const action = recordActions.find((known) => known === name);
  return action !== undefined && recordId.test(subject) ? { action, record: subject } : null;
}
