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
