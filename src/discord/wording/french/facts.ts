import { createFactWords } from '../fact-sentences.js';
import { formatsOf } from '../formats.js';

const formats = formatsOf('fr');
const { number } = formats;

export const facts = createFactWords(
  {
    missing: {
      later: (asOf) => `Date des documents\u00a0: ${asOf}. Ils ignorent ce qui est venu après.`,
      laterUndated: 'Les documents ignorent ce qui est venu après.',
      offTopic: 'Les documents ne peuvent pas y répondre, et je ne sais rien d’autre.',
      busy: 'Trop de questions sont traitées en même temps.',
      unsaid: (words) => `Rien dans les documents, au plus près de cette question, ne parle de ${words}.`,
      wanted: {
        who: 'Les documents abordent le sujet, mais ne disent pas qui c’était.',
        where: 'Les documents abordent le sujet, mais ne disent pas où.',
        when: 'Les documents abordent le sujet, mais ne disent pas quand.',
        'how-long': 'Les documents abordent le sujet, mais ne disent pas combien de temps.',
        'how-many': 'Les documents abordent le sujet, mais ne disent pas combien.',
        'how-much': 'Les documents abordent le sujet, mais ne disent pas quelle somme.',
        'what-share': 'Les documents abordent le sujet, mais ne disent pas quelle part.',
      },
      unanswered: 'Aucune phrase des documents ne répond à la question telle qu’elle est posée.',
    },
    suggestion: {
      later: 'Demandez ce qui avait été convenu, attendu ou redouté à l’époque.',
      offTopic:
        'Posez une question sur ce que disent les documents, par exemple qui a convenu de quoi, quand et pourquoi.',
      busy: 'Reposez la question dans un instant.',
      otherWords: (word) =>
        `Essayez d’autres mots que ${word}, nommez les personnes ou les lieux dont il s’agit, ou demandez à quelqu’un qui sait.`,
      oneThing:
        'Demandez une chose à la fois, nommez les personnes ou les lieux dont il s’agit, ou demandez à quelqu’un qui sait.',
    },
    ground: {
      otherwise: (text, claim) => `Le texte dit ${text}, l’affirmation ${claim}.`,
      'not-given': (claim) => `Les phrases les plus proches ne donnent pas ${claim}.`,
      unsaid: (words) => `Rien d’approchant dans les documents ne parle de ${words}.`,
      reversed: 'Dans le texte, c’est l’inverse.',
      'not-happened': (text) =>
        `Le texte présente ${text ?? 'cela'} comme voulu, possible ou à venir, non comme arrivé.`,
      reported: 'Le texte le donne comme les propos de quelqu’un, pas comme un fait.',
      'not-reported': 'Le texte ne dit pas que quelqu’un a dit cela.',
      supposed: 'Le texte le donne comme probable ou supposé, pas comme un fait.',
      conditional: 'Le texte le dit sous une condition que l’affirmation omet.',
      'too-long':
        'Cette phrase est trop longue pour être vérifiée comme une seule affirmation\u00a0; des phrases plus courtes peuvent l’être.',
    },
    about: {
      two: (first, second) => `${first} dans l’un, ${second} dans l’autre.`,
      many: (words, last, documents) => `${words} et ${last}, dans ${number(documents)} documents.`,
      ways: (words, documents) => `${words} est raconté de ${number(documents)} façons.`,
    },
    paragraphs: {
      backwards: (first, last) => `Les paragraphes ${first} à ${last} sont dans le mauvais ordre.`,
      none: (first, last) => `Il n’y a pas de paragraphes ${first} à ${last}.`,
      there: (document, first, last) =>
        `${document} a les paragraphes ${first} à ${last}\u00a0; donnez-en deux, le plus petit d’abord.`,
    },
  },
  formats,
);
