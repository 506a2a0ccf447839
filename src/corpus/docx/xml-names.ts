const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
]);

/** The prefixes a stretch of a file declares, and the names met under them: each is one string however often it is met. */
export interface Namespaces {
  readonly declared: ReadonlyMap<string, string>;
  readonly names: Map<string, string>;
}

/** A name as written, its prefix replaced; without a known namespace it keeps a `?`, so that it never passes for another. */
export function nameOf(written: string, { declared, names }: Namespaces): string {
  const known = names.get(written);
  if (known !== undefined) return known;
  const colon = written.indexOf(':');
  const namespace = declared.get(colon === -1 ? '' : written.slice(0, colon)) ?? '';
  const name = `${prefixes.get(namespace) ?? '?'}:${written.slice(colon + 1)}`;
  names.set(written, name);
  return name;
}
