import { askCommand } from './ask-command.js';
import { askMenu } from './ask-menu.js';
import { checkCommand } from './check-command.js';
import { checkMenu } from './check-menu.js';
import type { MessageCommand, SlashCommand } from './command.js';
import { digestCommand } from './digest-command.js';
import { helpCommand } from './help-command.js';
import { sourcesCommand } from './sources-command.js';
import { summaryCommand } from './summary-command.js';

/** Everything that Discord lists under Parley's name: a new command is one file and one line here. */
export const slashCommands: readonly SlashCommand[] = [
  askCommand,
  summaryCommand,
  checkCommand,
  digestCommand,
  sourcesCommand,
  helpCommand,
];

export const messageCommands: readonly MessageCommand[] = [askMenu, checkMenu];

/** The definitions as they are registered. */
export const commandDefinitions = [...slashCommands, ...messageCommands].map(({ data }) => data);
