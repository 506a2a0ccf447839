import type { CommandWords } from '../command-words.js';

export const commands: CommandWords = {
  ask: {
    what: 'Frag die Dokumente; die Antwort zeigt zu jedem Satz, wo das in ihnen steht.',
    question: 'Was willst du wissen? Auch eine Anschlussfrage wird verstanden.',
    private: 'Nur du siehst die Antwort; du kannst sie danach teilen.',
  },
  summary: {
    what: 'Eine Zusammenfassung, die zu jedem Satz zeigt, wo das im Dokument steht.',
    section: 'Ein Dokument oder ein Teil davon; wähle aus der Liste oder nenne Absätze wie 7-19.',
    length: 'Wie lang sie sein darf; mittel, wenn du nichts sagst.',
    lengths: {
      short: 'kurz: etwa 3 Punkte',
      medium: 'mittel: etwa 6 Punkte',
      long: 'lang: etwa 12 Punkte',
    },
    focus: 'Worüber du vor allem lesen willst, etwa „Aleppo“.',
    private: 'Nur du siehst die Zusammenfassung; du kannst sie danach teilen.',
  },
  check: {
    what: 'Halte eine Aussage gegen die Dokumente. Nur du siehst das Ergebnis; du kannst es teilen.',
    claim: 'Eine oder mehrere Aussagen, etwa „the talks lasted 15 hours“.',
  },
  digest: {
    what: 'In einem Thread: was Mitglieder darin sagten, neben dem, was die Dokumente sagen.',
    private: 'Nur du siehst den Überblick, wenn du hier nicht Nein sagst.',
  },
  sources: { what: 'Die Dokumente, aus denen die Antworten kommen: Herausgeber, Datum und Umfang.' },
  quality: { what: 'Wie gut Fragen beantwortet werden: Messwerte, Tempo und wie viele abgelehnt wurden.' },
  help: { what: 'Was Parley kann, mit drei Fragen zum Ausprobieren.' },
  privacy: {
    what: 'Was Parley über dich aufbewahrt: ansehen, mitnehmen, löschen.',
    show: 'Was über dich aufbewahrt wird, und wie lange.',
    export: 'Alles, was über dich aufbewahrt wird, als Datei.',
    delete: 'Löscht, was über dich aufbewahrt wird, sobald du es bestätigt hast.',
  },
};
