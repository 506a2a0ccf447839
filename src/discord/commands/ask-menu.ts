import { ApplicationCommandType } from 'discord.js';
import { answerMember } from '../answering/answer-member.js';
import { respondToAsker } from '../answering/respond-to-asker.js';
import { knownHere } from '../answering/where-to-answer.js';
import { textOfMessage } from '../messages/text-of-message.js';
import { noticeReply } from '../replying/notice-reply.js';
import { openForm } from '../replying/open-form.js';
import { wordsKnownHere } from '../wording/words-here.js';
import { followUpForm } from '../writing/follow-up-form.js';
import type { MessageCommand } from './command.js';
import { everywhere } from './reach.js';

/** Somebody's message is taken for a question. Only whoever pressed sees the answer: nobody else asked for it. */
export const askMenu = {
  data: {
    type: ApplicationCommandType.Message,
    name: 'Ask about this',
    ...everywhere,
  },
  async execute(interaction, parts) {
    const target = interaction.targetMessage;
    const isOwn = target.author.id === interaction.client.user.id;
    if (isOwn && knownHere(interaction, parts.settings)?.answers !== false) {
      // Its own answer is nothing to ask about by itself: what is wanted is a further question.
      await openForm(interaction, followUpForm(target.id, wordsKnownHere(interaction, parts)), parts);
      return;
    }
    await respondToAsker(
      interaction,
      true,
      async (asking, meanwhile) => {
        const question = textOfMessage(target, asking);
        if (question === '') return noticeReply(asking.words.notices.nothingToAsk);
        return answerMember({ ...asking, question, isEchoed: true, layout: 'embed' }, parts, meanwhile);
      },
      parts,
    );
  },
} satisfies MessageCommand;
