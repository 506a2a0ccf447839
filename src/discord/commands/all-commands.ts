import { askCommand } from './ask-command.js';
import { askMenu } from './ask-menu.js';
import { auditCommand } from './audit-command.js';
import { checkCommand } from './check-command.js';
import { checkMenu } from './check-menu.js';
import type { MessageCommand, SlashCommand } from './command.js';
import { corpusCommand } from './corpus-command.js';
import { digestCommand } from './digest-command.js';
import { gapsCommand } from './gaps-command.js';
import { helpCommand } from './help-command.js';
import { privacyCommand } from './privacy-command.js';
import { qualityCommand } from './quality-command.js';
import { reindexCommand } from './reindex-command.js';
import { reviewCommand } from './review-command.js';
import { settingsCommand } from './settings-command.js';
import { sourcesCommand } from './sources-command.js';
import { summaryCommand } from './summary-command.js';

/** Everything that Discord lists under Parley's name: a new command is one file and one line here. */
export const slashCommands: readonly SlashCommand[] = [
  askCommand,
  summaryCommand,
  checkCommand,
  digestCommand,
  sourcesCommand,
  qualityCommand,
  reviewCommand,
  gapsCommand,
  helpCommand,
  settingsCommand,
  auditCommand,
  reindexCommand,
  corpusCommand,
  privacyCommand,
];

export const messageCommands: readonly MessageCommand[] = [askMenu, checkMenu];

/** The definitions as they are registered. */
export const commandDefinitions = [...slashCommands, ...messageCommands].map(({ data }) => data);
