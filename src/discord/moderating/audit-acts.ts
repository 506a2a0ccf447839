/** What moderators do, as the audit log calls it. */
export const auditActs = [
  'corpus add',
  'corpus replace',
  'corpus remove',
  'corpus discard',
  'reindex run',
  'reindex rollback',
  'settings',
  'review accept',
  'review reject',
  'review withdraw',
] as const;
