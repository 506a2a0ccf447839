import { formatsOf } from '../formats.js';
import type { PageWords } from '../page-words.js';

const { number, date, count, form } = formatsOf('de');
const questions = { one: 'Frage', other: 'Fragen' };

export const pages: PageWords = {
  help: {
    purpose:
      'Ich beantworte Fragen zu einer Sammlung von Dokumenten mit dem, was sie sagen, und zeige zu jedem Satz, wo das steht. Was sie nicht sagen, beantworte ich nicht.',
    tryHeading: 'Zum Ausprobieren',
    howHeading: 'So geht es',
    ways: [
      'Erwähne mich, schreib mir oder nutze `/ask`. Antworte auf eine Antwort, um weiterzufragen. Am besten fragst du in der Sprache der Dokumente: Ihre Zitate bleiben, wie sie sind.',
      '`/check` hält eine Aussage gegen die Dokumente. Das geht auch mit einem Rechtsklick auf eine Nachricht: Apps, Check against the documents.',
      '`/summary` fasst ein Dokument zusammen, `/digest` einen Thread, `/sources` nennt die Dokumente.',
      '`/quality` zeigt, wie gut ich antworte, `/privacy`, was ich über dich aufbewahre.',
    ],
    moderatorsHeading: 'Für die Moderation',
    moderating: [
      '`/corpus` fügt Dokumente hinzu, ersetzt und entfernt sie, `/reindex` veröffentlicht das oder nimmt es zurück.',
      '`/review` hat, was Mitglieder beanstanden, `/gaps`, was sie vergeblich gefragt haben.',
      '`/settings` legt fest, wo und wie oft ich antworte, `/audit` sagt, wer was getan hat.',
    ],
  },
  sources: {
    title: (documents) => form(documents, { one: 'Ein Dokument', other: `${number(documents)} Dokumente` }),
    from: (publisher) => `Von ${publisher}`,
    characters: (length) => `${number(length)} Zeichen`,
    untitled: 'Ohne Titel',
    made: (index, day) => `${index}, erstellt am ${date(day)}`,
    indexes: (indexes, names) => `${form(indexes, { one: 'Index', other: 'Indexe' })} ${names}.`,
  },
  quality: {
    title: 'Wie gut Fragen beantwortet werden',
    golden: 'Prüffragen',
    unmeasured: 'Noch nicht gemessen: Das geschieht nach jeder Veröffentlichung, wenn gerade niemand fragt.',
    labels: {
      cited: 'Aus dem richtigen Absatz beantwortet:',
      falselyDeclined: 'Abgelehnt, obwohl die Dokumente es beantworten:',
      declined: 'Zu Recht abgelehnt, weil die Dokumente es nicht beantworten:',
      disputesMended: 'Anerkannte Beanstandungen, deren falsche Stelle nicht mehr zitiert wird:',
    },
    measured: (asked, day, index) => `${count(asked, questions)}, gestellt am ${date(day)} an den Index ${index}.`,
    outdated: 'Was hier durchsucht wird, hat sich seitdem geändert; gemessen wird es, wenn gerade niemand fragt.',
    lately: (days) => `Dieser Server, letzte ${number(days)} Tage`,
    nothingAsked: 'Es wurde nichts gefragt.',
    asked: (asked, share) => `${count(asked, questions)}; abgelehnt: ${share}`,
    speed: (half, most) => `Die Hälfte war in ${half} fertig, 95 % in ${most}.`,
    closing:
      'Zu Prüffragen kennt man die Antwort: Sie kommen mit Parley und aus Beanstandungen, die die Moderation anerkannt hat.',
  },
};
