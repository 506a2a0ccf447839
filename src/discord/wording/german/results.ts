import { formatsOf } from '../formats.js';
import type { ResultWords } from '../result-words.js';

const { number, date, count, form } = formatsOf('de');
const messages = { one: 'Nachricht', other: 'Nachrichten' };

const modes = {
  extractive: 'wörtlich zitiert',
  written: 'von einem Sprachmodell geschrieben und an den Quellen geprüft',
} as const;

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** How many of a model's sentences did not pass, after a space; empty for none. */
function leftOut(dropped: number): string {
  if (dropped === 0) return '';
  return ` ${form(dropped, {
    one: 'Ein Satz wurde weggelassen: Er war in den Dokumenten nicht zu finden.',
    other: `${number(dropped)} Sätze wurden weggelassen: Sie waren in den Dokumenten nicht zu finden.`,
  })}`;
}

export const results: ResultWords = {
  asked: 'Gefragt:',
  understoodAs: 'Verstanden als:',
  sources: 'Quellen',
  source: 'Quelle',
  continued: (heading) => `${heading} (Fortsetzung)`,
  part: (part, of) => `Teil ${part} von ${of}`,
  more: (others) => `und ${number(others)} weitere`,
  open: 'öffnen',
  caution: {
    reported: 'so berichtet, nicht erwiesen',
    author: 'Ansicht des Autors',
    conditional: 'eine Bedingung oder Erwartung, keine Tatsache',
  },
  provenance: (mode, asOf) =>
    asOf === null ? `${capitalised(modes[mode])}.` : `Stand: ${date(asOf)}; ${modes[mode]}.`,
  written: {
    quotes: 'Wo es steht',
    partly: 'nur teilweise in den Dokumenten.',
    unsaid: (words) => `Dort nicht gefunden: ${words}.`,
    goesOn: '… wird geschrieben: Jeder Satz wird geprüft, bevor er hier steht.',
    usedUp: 'Das Budget für geschriebene Antworten ist vorerst aufgebraucht, deshalb stehen hier nur die Zitate.',
    translated:
      'Geprüft wurde auf Englisch, danach hat das Modell übersetzt: Dabei wurden nur Zahlen und Personennamen verglichen.',
    quotedToo: 'Wörtlich zitiert ist, was in Anführungszeichen steht.',
    explainedBy: (model, dropped) =>
      `Erklärt von ${model}; die Urteile stammen nicht von ihm, und jeder seiner Sätze wurde an den Zitaten geprüft.${leftOut(dropped)}`,
    by(model, dropped, asOf) {
      const known = asOf === null ? '' : `Stand: ${date(asOf)}. `;
      const checked = `Geschrieben von ${model}; jeder Satz wurde an den Zitaten geprüft: Zahlen, Datumsangaben, Namen, Verneinungen und Bedingungen.`;
      return `${known}${checked}${leftOut(dropped)}`;
    },
  },
  cut: (isAllThere) => `Bei „…“ gekürzt: „Stelle zeigen“ hat ${isAllThere ? 'alles' : 'mehr davon'}.`,
  buttons: { share: 'Teilen', passage: 'Stelle zeigen', dispute: 'Beanstanden' },
  answer: {
    declined: 'Die Dokumente beantworten das nicht.',
    busy: 'Das wurde nicht beantwortet.',
    nearest: 'Nächstliegende Stellen (keine Antwort)',
    advice: 'Was du tun kannst',
    asOf: (asOf) => `Stand der Dokumente: ${date(asOf)}.`,
    disagree: 'Die Dokumente widersprechen sich',
    from: (source, isDated) => `Aus ${source}${isDated ? '' : ', Datum unbekannt'}:`,
  },
  check: {
    verdicts: { supported: 'Belegt', contradicted: 'Widerspruch', 'not-covered': 'Nicht behandelt' },
    nearest: 'Nächstliegende Stellen, die es weder bestätigen noch bestreiten:',
    nothing: 'Hier steht nichts, was die Dokumente bestätigen oder bestreiten könnten.',
    against: (asOf) =>
      `Nur an den Dokumenten geprüft und an nichts sonst${asOf === null ? '' : `; Stand: ${date(asOf)}`}.`,
    unchecked: 'Nicht geprüft',
    asides: {
      question: 'eine Frage:',
      opinion: 'eine Meinung:',
      instruction: 'eine Aufforderung:',
      'small-talk': 'Geplauder:',
    },
    omitted: (claims) =>
      form(claims, {
        one: 'Noch eine Aussage: Prüfe sie in einer eigenen Nachricht.',
        other: `Noch ${number(claims)} Aussagen: Prüfe sie in einer eigenen Nachricht.`,
      }),
  },
  summary: {
    of: (title) => `Zusammenfassung von ${title}`,
    paragraphs: (first, last) => `¶ ${first} bis ¶ ${last}`,
    about: (focus) => `über ${focus}`,
    offFocus: 'Darüber steht dort nichts.',
    empty: 'Dort stehen keine Sätze, die sich zusammenfassen ließen.',
    coverage: 'Abdeckung',
    covered({ represented, missing }, mostNamed) {
      const all = represented.length + missing.length;
      const counted = `${number(represented.length)} von ${count(all, { one: 'Textabsatz', other: 'Textabsätzen' })}`;
      if (missing.length === 0) return counted;
      const more = missing.length > mostNamed ? ` und ${number(missing.length - mostNamed)} weitere` : '';
      return `${counted}; nicht vertreten: ¶ ${missing.slice(0, mostNamed).join(', ')}${more}`;
    },
  },
  digest: {
    title: 'Was gesagt wurde, und was die Dokumente sagen',
    thread: 'Thread:',
    nothing: 'Niemand hat etwas behauptet, was die Dokumente bestätigen oder bestreiten könnten.',
    readHeading: 'Was gelesen wurde',
    read: (read) => `${count(read, messages)} gelesen.`,
    unreadable: (unread) =>
      `${count(unread, messages)} nicht lesbar: Discord gibt mir nur den Text von Nachrichten, die mich erwähnen oder mir antworten.`,
    omitted: (claims) =>
      form(claims, {
        one: 'Eine weitere Aussage wird nicht gezeigt.',
        other: `${number(claims)} weitere Aussagen werden nicht gezeigt.`,
      }),
    somebody: 'Jemand',
    message: 'Nachricht',
  },
  passage: {
    before: 'Der Absatz davor',
    after: 'Der Absatz danach',
    nearest: 'Eine nächstliegende Stelle (keine Antwort)',
    changed: 'Das Dokument hat sich seitdem geändert: Bekannt ist nur das Zitat, wie es war.',
    tooLong: 'Zu lang, um es ganz zu zeigen: bei „…“ gekürzt.',
  },
  note: (day) => `Anmerkung der Moderation dieses Servers (${date(day)}):`,
  correction: {
    correctedOn: (day) => `Korrigiert am ${date(day)}: Die Dokumente haben sich geändert.`,
    gone: 'Das sagen die Dokumente nicht mehr.',
    tooLong: 'Was sie jetzt sagen, ist zu lang für diese Stelle: Frag noch einmal, um es zu lesen.',
    leftOver: '~~Der Rest davon~~ ist oben korrigiert.',
  },
};
