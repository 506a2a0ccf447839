import { createFactWords } from '../fact-sentences.js';
import { formatsOf } from '../formats.js';

const formats = formatsOf('es');
const { number } = formats;

export const facts = createFactWords(
  {
    missing: {
      later: (asOf) => `Fecha de los documentos: ${asOf}. No saben lo que vino después.`,
      laterUndated: 'Los documentos no saben lo que vino después.',
      offTopic: 'Los documentos no pueden responder a esto, y yo no sé nada más.',
      busy: 'Se están respondiendo demasiadas preguntas a la vez.',
      unsaid: (words) => `Nada en los documentos cercano a esta pregunta habla de ${words}.`,
      wanted: {
        who: 'Los documentos tocan el tema, pero no dicen quién fue.',
        where: 'Los documentos tocan el tema, pero no dicen dónde.',
        when: 'Los documentos tocan el tema, pero no dicen cuándo.',
        'how-long': 'Los documentos tocan el tema, pero no dicen cuánto tiempo.',
        'how-many': 'Los documentos tocan el tema, pero no dicen cuántos.',
        'how-much': 'Los documentos tocan el tema, pero no dicen cuánto.',
        'what-share': 'Los documentos tocan el tema, pero no dicen qué parte.',
      },
      unanswered: 'Ninguna frase de los documentos responde a la pregunta tal como está hecha.',
    },
    suggestion: {
      later: 'Pregunta qué se acordó, se esperaba o se temía entonces.',
      offTopic: 'Pregunta por lo que dicen los documentos, por ejemplo quién acordó qué, cuándo y por qué.',
      busy: 'Pregunta otra vez dentro de un momento.',
      otherWords: (word) =>
        `Prueba otras palabras en lugar de ${word}, nombra a las personas o los lugares a los que te refieres, o pregunta a alguien que lo sepa.`,
      oneThing:
        'Pregunta una cosa cada vez, nombra a las personas o los lugares a los que te refieres, o pregunta a alguien que lo sepa.',
    },
    ground: {
      otherwise: (text, claim) => `El texto dice ${text}; la afirmación, ${claim}.`,
      'not-given': (claim) => `Las frases más cercanas no dan ${claim}.`,
      unsaid: (words) => `Nada parecido en los documentos habla de ${words}.`,
      reversed: 'En el texto es al revés.',
      'not-happened': (text) =>
        `El texto da ${text ?? 'esto'} como algo deseado, posible o por venir, no como algo ocurrido.`,
      reported: 'El texto da esto como lo que alguien dice, no como un hecho.',
      'not-reported': 'El texto no dice que alguien dijera esto.',
      supposed: 'El texto da esto como probable o supuesto, no como un hecho.',
      conditional: 'El texto dice esto con una condición que la afirmación omite.',
      'too-long':
        'Esta frase es demasiado larga para comprobarla como una sola afirmación; con otras más cortas sí se puede.',
    },
    about: {
      two: (first, second) => `${first} en uno, ${second} en el otro.`,
      many: (words, last, documents) => `${words} y ${last}, en ${number(documents)} documentos.`,
      ways: (words, documents) => `${words} se cuenta de ${number(documents)} maneras.`,
    },
    paragraphs: {
      backwards: (first, last) => `Los párrafos ${first} a ${last} van hacia atrás.`,
      none: (first, last) => `No hay párrafos ${first} a ${last}.`,
      there: (document, first, last) =>
        `${document} tiene los párrafos ${first} a ${last}; da dos de ellos, primero el menor.`,
    },
  },
  formats,
);
