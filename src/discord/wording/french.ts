import { formatsOf } from './formats.js';
import { commands } from './french/commands.js';
import { facts } from './french/facts.js';
import { notices } from './french/notices.js';
import { pages } from './french/pages.js';
import { privacy } from './french/privacy.js';
import { results } from './french/results.js';
import type { Words } from './words.js';

export const french: Words = {
  language: 'fr',
  ...formatsOf('fr'),
  results,
  facts,
  notices,
  pages,
  privacy,
  commands,
};
