import type { QuotaScope } from '../../../state/seams/quotas.js';
import { formatsOf } from '../formats.js';
import type { NoticeWords } from '../notice-words.js';

const { number, count, form } = formatsOf('de');

const reached: Readonly<Record<QuotaScope, readonly [before: string, after: string]>> = {
  member: ['Du hast mich', 'gefragt; öfter darf ein Mitglied nicht'],
  channel: ['In diesem Kanal wurde ich', 'gefragt; öfter antworte ich in einem Kanal nicht'],
  server: ['Auf diesem Server wurde ich', 'gefragt; öfter antworte ich auf einem Server nicht'],
};

/** In the dative, as all texts here need them. */
const units = {
  hour: { one: 'Stunde', other: 'Stunden' },
  minute: { one: 'Minute', other: 'Minuten' },
  second: { one: 'Sekunde', other: 'Sekunden' },
} as const;

const decided = 'Die Moderation hat entschieden, dass ich in diesem Kanal nicht antworte.';
const direct = 'In einer Direktnachricht antworte ich aus den gemeinsamen Dokumenten.';
const otherwise = 'bis dahin nutze /ask oder schreib mir hier.';
const pick = 'Wähle einen aus der Liste, während du tippst';

export const notices: NoticeWords = {
  apologies: {
    tooLate:
      'Das hat zu lange gedauert, deshalb habe ich aufgehört. An deiner Frage liegt es nicht: Stell sie gleich noch einmal.',
    stopping: 'Ich werde gerade neu gestartet, deshalb bleibt das ohne Antwort. Versuch es gleich noch einmal.',
    failed:
      'Bei mir ist etwas schiefgegangen, deshalb gibt es keine Antwort. Wer mich betreibt, erfährt davon; versuch es gleich noch einmal.',
    notShown:
      'Ich konnte nicht zeigen, was du wolltest. Wer mich betreibt, erfährt davon; versuch es gleich noch einmal.',
  },
  busy: 'Gerade warten zu viele Fragen, deshalb wurde diese nicht beantwortet. Stell sie gleich noch einmal.',
  unknown:
    'Das kenne ich nicht mehr; vielleicht stammt es aus einer älteren Version von mir. Nutze den Befehl noch einmal.',
  notAModerator:
    'Das ist der Moderation vorbehalten: Man braucht dafür die Berechtigung „Server verwalten“ oder eine Rolle, die in /settings dafür eingetragen ist (moderator_role_add). Es wurde nichts geändert.',
  onlyInServers: 'Um Dokumente kümmert man sich auf einem Server: Nutze das dort, als Teil seiner Moderation.',
  quota: {
    duration: (length, unit) => count(length, units[unit]),
    about: (duration) => `etwa ${duration}`,
    refused(by, times, within, wait) {
      const [before, after] = reached[by];
      const often = form(times, { one: 'einmal', other: `${number(times)}-mal` });
      return `${before} innerhalb von ${within} ${often} ${after}. Schaltflächen und Menüs zählen mit. Versuch es in ${wait} wieder.`;
    },
    lineFull(waiting) {
      const others =
        waiting === 0
          ? 'Eine Frage von dir ist in Arbeit'
          : `Eine Frage von dir ist in Arbeit, und dahinter ${form(waiting, { one: 'wartet noch eine', other: `warten noch ${number(waiting)}` })}`;
      return `${others}. Deshalb wurde diese nicht angenommen: Ich beantworte jedem Mitglied eine Frage nach der anderen. Warte auf eine Antwort und frag dann noch einmal.`;
    },
  },
  notHere: {
    anotherChannel: `${decided} Frag in einem anderen. ${direct}`,
    noOther: `${decided} Einen anderen hier kann ich dir nicht nennen. ${direct}`,
    named: (channels, more) =>
      `${decided} Frag in ${channels}${more === 0 ? '' : ` und ${number(more)} weiteren`}. ${direct}`,
  },
  missingRights: {
    thisChannel: 'diesem Kanal',
    send: (place, isThread) =>
      `Ich darf in ${place} nicht schreiben. Die Moderation kann mir dort „Kanal ansehen“, „${isThread ? 'Nachrichten in Threads senden' : 'Nachrichten senden'}“ und „Links einbetten“ erlauben; ${otherwise}`,
    history: (place) =>
      `Ich darf in ${place} nicht zurücklesen, und ohne das nimmt Discord dort keine Antwort von mir an. Die Moderation kann mir dort „Nachrichtenverlauf anzeigen“ erlauben; ${otherwise}`,
  },
  howToAsk: {
    direct: 'Schreib mir deine Frage in Worten.',
    inServer: 'Schreib deine Frage hinter meinen Namen.',
    example: (question) => `Zum Beispiel: „${question}“`,
  },
  nothingToAsk: 'In dieser Nachricht ist kein Text, nach dem ich die Dokumente fragen könnte.',
  nothingToCheck: 'In dieser Nachricht ist kein Text, den ich prüfen könnte.',
  noQuestion: 'Da war keine Frage.',
  noPassage: 'Diese Stelle gibt es nicht.',
  gone: (days) =>
    `Das habe ich nicht mehr: Was ich gezeigt habe, wird ${count(days, { one: 'Tag', other: 'Tage' })} aufbewahrt. Frag bitte noch einmal.`,
  share: {
    already: 'Das hast du schon geteilt.',
    changed:
      'Die Dokumente haben sich seitdem geändert, und was hier steht, steht so nicht mehr darin. Frag bitte noch einmal.',
  },
  thanks: {
    up: 'Danke. Du hast das als hilfreich markiert; drück 👎, wenn du es dir anders überlegst.',
    down: 'Danke. Du hast das als nicht hilfreich markiert; mit „Beanstanden“ kannst du sagen, was nicht stimmt.',
  },
  dispute: {
    title: 'Beanstanden',
    label: 'Was stimmt nicht?',
    forModerators: 'Die Moderation dieses Servers liest es, mit dem, worum es geht, und ohne deinen Namen.',
    hint: 'Nenne den Satz, wenn es mehrere sind.',
    empty: 'Sag bitte in ein paar Worten, was nicht stimmt; es wurde nichts notiert.',
    noted: 'Danke: Deine Beanstandung ist für die notiert, die sich um die Dokumente kümmern.',
    notedByModerators: 'Danke: Deine Beanstandung ist für die Moderation dieses Servers notiert.',
  },
  followUp: { title: 'Weiterfragen', label: 'Deine Frage' },
  digest: {
    mayNotRead:
      'Ich darf diesen Thread nicht lesen; die Moderation kann mir hier „Kanal ansehen“ und „Nachrichtenverlauf anzeigen“ erlauben.',
    notGiven: 'Discord hat mir die Nachrichten dieses Threads nicht gegeben. Versuch es gleich noch einmal.',
    serverNotThere:
      'Discord zeigt mir diesen Server gerade nicht, deshalb kann ich nicht lesen, was hier gesagt wurde. Versuch es in ein paar Minuten noch einmal.',
    notForYou:
      'Du darfst nicht zurücklesen, was in diesem Thread gesagt wurde, deshalb zeige ich dir keinen Überblick darüber.',
    threadsOnly: 'Einen Überblick gibt es über einen Thread: Nutze /digest in einem.',
  },
  section: {
    whole: (title) => `Ganzes Dokument: ${title}`,
    unknown: (section) => `Einen Abschnitt „${section}“ gibt es nicht. ${pick}, oder lass ihn weg.`,
    ambiguous: (section, fitting, first, second) =>
      `„${section}“ passt auf ${number(fitting)} Dokumente und Abschnitte, etwa „${first}“ und „${second}“. ${pick}.`,
  },
};
