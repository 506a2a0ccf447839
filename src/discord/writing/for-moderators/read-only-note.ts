/** Why the moderators of a server that is no home server cannot change the shared documents. */
export const readOnlyNote =
  'The shared documents are read-only here: moderators of the home servers look after them, and whoever runs me names those in PARLEY_HOME_GUILDS.';
