import { formatsOf } from '../formats.js';
import type { PageWords } from '../page-words.js';

const { number, date, count, form } = formatsOf('es');

export const pages: PageWords = {
  help: {
    purpose:
      'Respondo preguntas sobre un conjunto de documentos con lo que dicen y muestro de cada frase dónde consta. Lo que no dicen, no lo respondo.',
    tryHeading: 'Prueba',
    howHeading: 'Cómo se hace',
    ways: [
      'Mencióname, escríbeme o usa `/ask`. Responde a una respuesta para seguir preguntando. Pregunta, mejor, en el idioma de los documentos: sus citas se quedan como son.',
      '`/check` compara una afirmación con los documentos. También con un clic derecho sobre un mensaje: Aplicaciones, Check against the documents.',
      '`/summary` resume un documento, `/digest` un hilo, `/sources` enumera los documentos.',
      '`/quality` muestra lo bien que respondo, `/privacy` lo que guardo sobre ti.',
    ],
    moderatorsHeading: 'Para la moderación',
    moderating: [
      '`/corpus` añade, sustituye y quita documentos, `/reindex` lo publica o lo deshace.',
      '`/review` tiene lo que los miembros objetan, `/gaps` lo que preguntaron en vano.',
      '`/settings` dice dónde y con qué frecuencia respondo, `/audit` quién hizo qué.',
    ],
  },
  sources: {
    title: (documents) => form(documents, { one: 'Un documento', other: `${number(documents)} documentos` }),
    from: (publisher) => `De ${publisher}`,
    characters: (length) => count(length, { one: 'carácter', other: 'caracteres' }),
    untitled: 'Sin título',
    made: (index, day) => `${index}, creado el ${date(day)}`,
    indexes: (indexes, names) => `${form(indexes, { one: 'Índice', other: 'Índices' })} ${names}.`,
  },
  quality: {
    title: 'Lo bien que se responden las preguntas',
    golden: 'Preguntas de control',
    unmeasured: 'Aún sin medir: lo hago después de cada publicación, mientras nadie pregunta.',
    labels: {
      cited: 'Respondidas con el párrafo correcto:',
      falselyDeclined: 'Rechazadas aunque los documentos las responden:',
      declined: 'Rechazadas con razón, porque los documentos no las responden:',
      disputesMended: 'Objeciones aceptadas cuyo pasaje erróneo ya no se cita:',
    },
    measured: (asked, day, index) =>
      `${count(asked, { one: 'pregunta hecha', other: 'preguntas hechas' })} el ${date(day)} al índice ${index}.`,
    outdated: 'Lo que aquí se consulta ha cambiado desde entonces; se mide mientras nadie pregunta.',
    lately: (days) => `Este servidor, ${form(days, { one: 'último día', other: `últimos ${number(days)} días` })}`,
    nothingAsked: 'No se preguntó nada.',
    asked: (asked, share) => `${count(asked, { one: 'pregunta', other: 'preguntas' })}; rechazadas: ${share}`,
    speed: (half, most) => `La mitad estuvo lista en ${half}, el 95 % en ${most}.`,
    closing:
      'De las preguntas de control se conoce la respuesta: vienen con Parley y de objeciones que la moderación aceptó.',
  },
};
