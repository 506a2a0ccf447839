import type { PersonalCounts } from '../../../state/seams/personal.js';
import { formatsOf } from '../formats.js';
import type { PrivacyWords } from '../privacy-words.js';

const { count } = formatsOf('de');
const days = { one: 'Tag', other: 'Tage' };
const occasions = { one: 'Zeitpunkt, zu dem', other: 'Zeitpunkte, zu denen' };
const acts = { one: 'Handlung', other: 'Handlungen' };

const reach = 'auf allen Servern und in Direktnachrichten mit mir';
const staged =
  'Bei einem Dokument, das du vorgemerkt hast, steht deine Id, bis es veröffentlicht oder verworfen ist, so lange das auch dauert.';

function shown({ questions, checks, summaries }: PersonalCounts): string {
  const parts = [
    count(questions, { one: 'Frage', other: 'Fragen' }),
    count(checks, { one: 'Prüfung', other: 'Prüfungen' }),
    count(summaries, { one: 'Zusammenfassung', other: 'Zusammenfassungen' }),
  ];
  return `${parts[0]}, ${parts[1]} und ${parts[2]}, jeweils mit dem, was ich dir gezeigt habe`;
}

function said({ votes, disputes }: PersonalCounts): string {
  const disputed = count(disputes, { one: 'Beanstandung', other: 'Beanstandungen' });
  return `${count(votes, { one: 'Bewertung', other: 'Bewertungen' })} und ${disputed}`;
}

function used({ uses }: PersonalCounts): string {
  return `${count(uses, occasions)} du mich genutzt hast, für die Grenzen, wie viel ein Mitglied fragen darf`;
}

function idBeside(times: number): string {
  const moments = count(times, { one: 'Zeitpunkt, zu dem', other: 'Zeitpunkten, zu denen' });
  return `Deine Id bei ${moments} ein Sprachmodell für dich geschrieben hat`;
}

function kept(time: number): string {
  return `Wird ${count(time, days)} aufbewahrt.`;
}

export const privacy: PrivacyWords = {
  show: {
    title: 'Was ich über dich aufbewahre',
    body: `Das ist alles, ${reach}, unter deiner Discord-Id. Nur du siehst das.`,
    kept: 'Aufbewahrt',
    lines: (counts, time) => [
      `${shown(counts)}. ${kept(time.questions)}`,
      `${said(counts)}. Sie gehen mit dem, worauf sie sich beziehen; was auf die Moderation wartet, bleibt bis ${count(time.settledReviews, days)} nach ihrer Entscheidung.`,
      `${used(counts)}. ${kept(time.uses)}`,
      `${count(counts.acts, acts)} als Teil der Moderation. ${kept(time.acts)} ${staged}`,
    ],
    elsewhere: 'Anderswo',
    closing: '/privacy export gibt dir alles als Datei; /privacy delete löscht es.',
  },
  elsewhere: [
    'Was ich gepostet habe, bleibt in Discord, bis es dort jemand löscht.',
    'Eine Frage, deren Antwort die Moderation falsch fand, kann zu einer Prüffrage ihres Servers geworden sein: Ihr Wortlaut bleibt dort, ohne deinen Namen. Ebenso eine Anmerkung der Moderation dazu, die wiedergeben kann, was du ihr geschrieben hast. Sie kann beides zurückziehen.',
  ],
  deletion: {
    title: 'Löschen, was ich über dich aufbewahre?',
    body: `Das löscht endgültig, ${reach}:`,
    goes: 'Geht',
    lines: (counts) => [
      `${shown(counts)}. Schaltflächen unter diesen Antworten finden nichts mehr, und Antworten darauf werden nicht mehr als Anschlussfragen verstanden.`,
      `${said(counts)}, mit dem, was du darin geschrieben hast, auch was auf die Moderation wartet.`,
      `${used(counts)}. Bis die Grenzen vorüber sind, merke ich mir nur im Arbeitsspeicher, wie viele es waren.`,
    ],
    stays: 'Bleibt',
    acts: (done, time) =>
      `${count(done, acts)} von dir als Teil der Moderation, ${count(time.acts, days)} lang: Wer sich sonst um die Dokumente kümmert, verlässt sich darauf, dass festgehalten ist, wer was geändert hat. ${staged}`,
    confirm: 'Alles löschen',
    keep: 'Behalten',
  },
  deleted: {
    title: 'Gelöscht',
    body: `Es ist weg, ${reach}. Was du von jetzt an fragst, wird wieder aufbewahrt.`,
    went: 'Gegangen',
    lines: (counts) => [`${shown(counts)}.`, `${said(counts)}.`, `${used(counts)}.`],
  },
  spending: {
    kept: (times, time) =>
      `${count(times, occasions)} ein Sprachmodell für dich geschrieben hat, jeweils mit der Angabe, wie viel es gelesen und geschrieben und was das gekostet hat, für die Grenzen dafür. ${kept(time.spending)}`,
    goes: (times) =>
      `${idBeside(times)}. Bis die Grenzen vorüber sind, merke ich mir nur im Arbeitsspeicher, wie viel es war.`,
    stays: (time) =>
      `Wie viel ein Sprachmodell für dich gelesen und geschrieben und was das gekostet hat, nur in den Summen des Servers und aller zusammen, ohne deine Id, ${count(time.spending, days)} lang.`,
    went: (times) => `${idBeside(times)}.`,
  },
  nothingDeleted: 'Es wurde nichts gelöscht.',
  exported:
    'Diese Datei enthält alles, was ich über dich aufbewahre. Nur du siehst diese Nachricht, und Discord zeigt sie nicht lange: Speichere die Datei.',
  tooLarge:
    'Was ich über dich aufbewahre, ist mehr, als Discord mich anhängen lässt. Frag die Person, die mich betreibt, nach der Datei, oder sieh unter /privacy show nach.',
  fileNote:
    'Alles, was dieses Parley über eine Person aufbewahrt, auf allen Servern und in Direktnachrichten. Zeiten sind Millisekunden seit 1970, UTC; keptForDays sagt, wie viele Tage jede Art aufbewahrt wird. Was die eigenen Dokumente eines Servers sagen, bleibt auf diesem Server: Von dem, was anderswo gefragt wurde, stehen hier die Fragen, und die Antworten, wenn man dort danach fragt.',
};
