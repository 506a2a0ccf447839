import { createFactWords } from '../fact-sentences.js';
import { formatsOf } from '../formats.js';

const formats = formatsOf('de');
const { number } = formats;

export const facts = createFactWords(
  {
    missing: {
      later: (asOf) => `Stand der Dokumente: ${asOf}. Was später kam, wissen sie nicht.`,
      laterUndated: 'Die Dokumente wissen nicht, was später kam.',
      offTopic: 'Das können die Dokumente nicht beantworten, und etwas anderes weiß ich nicht.',
      busy: 'Gerade werden zu viele Fragen auf einmal beantwortet.',
      unsaid: (words) => `Nichts in den Dokumenten, was dieser Frage nahekommt, spricht von ${words}.`,
      wanted: {
        who: 'Die Dokumente berühren das, sagen aber nicht, wer es war.',
        where: 'Die Dokumente berühren das, sagen aber nicht, wo.',
        when: 'Die Dokumente berühren das, sagen aber nicht, wann.',
        'how-long': 'Die Dokumente berühren das, sagen aber nicht, wie lange.',
        'how-many': 'Die Dokumente berühren das, sagen aber nicht, wie viele.',
        'how-much': 'Die Dokumente berühren das, sagen aber nicht, wie viel.',
        'what-share': 'Die Dokumente berühren das, sagen aber nicht, welcher Anteil.',
      },
      unanswered: 'Die Dokumente haben keinen Satz, der die Frage so beantwortet, wie sie gestellt ist.',
    },
    suggestion: {
      later: 'Frag, was damals vereinbart, erwartet oder befürchtet wurde.',
      offTopic: 'Frag nach dem, was in den Dokumenten steht, zum Beispiel wer was wann und warum vereinbart hat.',
      busy: 'Frag gleich noch einmal.',
      otherWords: (word) =>
        `Versuch andere Wörter für ${word}, nenne die Personen oder Orte, die du meinst, oder frag jemanden, der es weiß.`,
      oneThing:
        'Frag nach einer Sache auf einmal, nenne die Personen oder Orte, die du meinst, oder frag jemanden, der es weiß.',
    },
    ground: {
      otherwise: (text, claim) => `Im Text steht ${text}, in der Aussage ${claim}.`,
      'not-given': (claim) => `Die nächstliegenden Sätze nennen ${claim} nicht.`,
      unsaid: (words) => `Nichts in den Dokumenten, was dem nahekommt, spricht von ${words}.`,
      reversed: 'Im Text ist es umgekehrt.',
      'not-happened': (text) =>
        `Im Text ist ${text ?? 'das'} etwas, das gewünscht, möglich oder noch zu erwarten ist, nicht etwas, das geschehen ist.`,
      reported: 'Der Text gibt das als das wieder, was jemand sagt, nicht als Tatsache.',
      'not-reported': 'Der Text sagt nicht, dass jemand das gesagt hat.',
      supposed: 'Der Text hält das für wahrscheinlich oder vermutet es nur.',
      conditional: 'Der Text sagt das unter einer Bedingung, die in der Aussage fehlt.',
      'too-long': 'Dieser Satz ist zu lang, um als eine Aussage geprüft zu werden; mit kürzeren geht es.',
    },
    about: {
      two: (first, second) => `${first} im einen, ${second} im anderen.`,
      many: (words, last, documents) => `${words} und ${last}, in ${number(documents)} Dokumenten.`,
      ways: (words, documents) => `${words} wird auf ${number(documents)} Arten erzählt.`,
    },
    paragraphs: {
      backwards: (first, last) => `Die Absätze ${first} bis ${last} laufen rückwärts.`,
      none: (first, last) => `Die Absätze ${first} bis ${last} gibt es nicht.`,
      there: (document, first, last) =>
        `${document} hat die Absätze ${first} bis ${last}; nenne zwei davon, den kleineren zuerst.`,
    },
  },
  formats,
);
