import { MessageFlags } from 'discord-api-types/v10';
import { emptyMessage, invalidForm } from './discord-error.js';
import type { Finding } from './finding.js';
import { judgeComponents } from './judge-components.js';
import { judgeEmbeds } from './judge-embeds.js';
import { judgeMentions } from './judge-mentions.js';
import type { MessageBody } from './message-body.js';
import type { StoredMessage } from './stored-message.js';

/** The specification says 4000, which is what people with Nitro may write. */
const mostContent = 2000;

export interface MessageContext {
  /** Files that come with the body. */
  readonly files: number;
  /** The message that is edited; `null` for a new one. */
  readonly previous: Pick<StoredMessage, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'> | null;
  /** Only what answers an interaction may be for one member alone. */
  readonly mayBeEphemeral: boolean;
}

const invisible = (text: string): boolean => text.trim() === '';

/** How many there are once the body is through with them. */
function kept(part: readonly unknown[] | null | undefined, before: readonly unknown[] | undefined): number {
  return (part === undefined ? before : part)?.length ?? 0;
}

function judgeEmptiness(body: MessageBody, { files, previous }: MessageContext): readonly Finding[] {
  const content = body.content === undefined ? (previous?.content ?? '') : (body.content ?? '');
  const parts =
    files +
    kept(body.embeds, previous?.embeds) +
    kept(body.components, previous?.components) +
    kept(body.attachments, previous?.attachments) +
    (body.sticker_ids?.length ?? 0) +
    (body.poll === undefined || body.poll === null ? 0 : 1);
  if (parts > 0 || !invisible(content)) return [];
  return [{ rule: 'empty-message', detail: 'the message has nothing to show', refusal: emptyMessage() }];
}

function judgeFlags(body: MessageBody, { previous, mayBeEphemeral }: MessageContext): readonly Finding[] {
  const flags = body.flags ?? 0;
  const before = previous?.flags ?? 0;
  const isSecondVersion = ((flags | before) & MessageFlags.IsComponentsV2) !== 0;
  const findings: Finding[] = [];
  if (isSecondVersion && (!invisible(body.content ?? '') || (body.embeds ?? []).length > 0)) {
    const detail = 'content and embeds have no place beside IS_COMPONENTS_V2';
    findings.push({
      rule: 'components-v2',
      detail,
      refusal: invalidForm('content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', detail),
    });
  }
  if ((flags & MessageFlags.Ephemeral) !== 0 && !mayBeEphemeral) {
    findings.push({ rule: 'ephemeral', detail: 'only an answer to an interaction can be ephemeral', refusal: null });
  }
  return findings;
}

/** What the specification does not catch in a message, new or edited. */
export function judgeMessage(body: MessageBody, context: MessageContext): readonly Finding[] {
  const length = body.content?.length ?? 0;
  const flags = (body.flags ?? 0) | (context.previous?.flags ?? 0);
  const detail = `content holds ${length} characters, more than ${mostContent}`;
  return [
    ...(length > mostContent
      ? [{ rule: 'content-length', detail, refusal: invalidForm('content', 'BASE_TYPE_MAX_LENGTH', detail) }]
      : []),
    ...judgeEmptiness(body, context),
    ...judgeFlags(body, context),
    ...judgeEmbeds(body.embeds ?? []),
    ...judgeComponents(body.components ?? [], flags),
    ...judgeMentions(body.allowed_mentions),
  ];
}
