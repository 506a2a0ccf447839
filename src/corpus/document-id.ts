/**
 * The ids of documents that the moderators of a server add begin with this, so that they are never those of files. No
 * name of a file that Windows knows has a colon.
 */
export const serverPrefix = 'server:';

/**
 * The id of the document in a file: the path (relative to its corpus folder, `/` between the parts) without its ending,
 * lower case, in Unicode's composed form, so that one name typed on two systems is one id.
 */
export function documentId(path: string): string {
  return path
    .replace(/\.[^./]+$/u, '')
    .normalize('NFC')
    .toLowerCase();
}
