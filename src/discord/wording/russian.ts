import { formatsOf } from './formats.js';
import { commands } from './russian/commands.js';
import { facts } from './russian/facts.js';
import { notices } from './russian/notices.js';
import { pages } from './russian/pages.js';
import { privacy } from './russian/privacy.js';
import { results } from './russian/results.js';
import type { Words } from './words.js';

export const russian: Words = {
  language: 'ru',
  ...formatsOf('ru'),
  results,
  facts,
  notices,
  pages,
  privacy,
  commands,
};
