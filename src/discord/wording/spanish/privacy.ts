import type { PersonalCounts } from '../../../state/seams/personal.js';
import { formatsOf } from '../formats.js';
import type { PrivacyWords } from '../privacy-words.js';

const { count } = formatsOf('es');
const plain = (one: string) => ({ one, other: `${one}s` });
const days = plain('día');
const acts = { one: 'acción', other: 'acciones' };

const reach = 'en todos los servidores y en los mensajes directos conmigo';
const staged =
  'Un documento que dejaste preparado lleva tu id hasta que se publica o se descarta, por mucho que tarde.';

function shown({ questions, checks, summaries }: PersonalCounts): string {
  const checked = count(checks, { one: 'comprobación', other: 'comprobaciones' });
  const summed = count(summaries, { one: 'resumen', other: 'resúmenes' });
  return `${count(questions, plain('pregunta'))}, ${checked} y ${summed}, con lo que te mostré`;
}

function said({ votes, disputes }: PersonalCounts): string {
  return `${count(votes, plain('voto'))} y ${count(disputes, { one: 'objeción', other: 'objeciones' })}`;
}

function used({ uses }: PersonalCounts): string {
  return `${count(uses, plain('momento'))} en que me usaste, para los límites de lo que un miembro puede preguntar`;
}

function written(times: number): string {
  return `${count(times, plain('momento'))} en que un modelo de lenguaje escribió para ti`;
}

function kept(time: number): string {
  return `Tiempo que se guarda: ${count(time, days)}.`;
}

export const privacy: PrivacyWords = {
  show: {
    title: 'Lo que guardo sobre ti',
    body: `Esto es todo, ${reach}, con tu id de Discord. Solo tú ves esto.`,
    kept: 'Guardado',
    lines: (counts, time) => [
      `${shown(counts)}. ${kept(time.questions)}`,
      `${said(counts)}. Se van con aquello de lo que tratan; lo que espera a la moderación se queda hasta ${count(time.settledReviews, days)} después de su decisión.`,
      `${used(counts)}. ${kept(time.uses)}`,
      `${count(counts.acts, acts)} de moderación. ${kept(time.acts)} ${staged}`,
    ],
    elsewhere: 'En otros sitios',
    closing: '/privacy export te lo da todo en un archivo; /privacy delete lo borra.',
  },
  elsewhere: [
    'Lo que publiqué se queda en Discord hasta que alguien lo borre allí.',
    'Una pregunta cuya respuesta la moderación consideró errónea puede haberse convertido en una pregunta de control de su servidor: sus palabras se quedan allí, sin tu nombre. También una nota de la moderación sobre ella, que puede repetir lo que le escribiste. La moderación puede retirar ambas.',
  ],
  deletion: {
    title: '¿Borrar lo que guardo sobre ti?',
    body: `Esto borra para siempre, ${reach}:`,
    goes: 'Se va',
    lines: (counts) => [
      `${shown(counts)}. Los botones bajo esas respuestas ya no encuentran nada, y lo que se responda a ellas ya no se entiende como continuación.`,
      `${said(counts)}, con lo que escribiste en ellos, también lo que espera a la moderación.`,
      `${used(counts)}. Hasta que pasen los límites recuerdo solo en memoria cuántos fueron.`,
    ],
    stays: 'Se queda',
    acts: (done, time) =>
      `${count(done, { one: 'acción tuya', other: 'acciones tuyas' })} de moderación, durante ${count(time.acts, days)}: quienes también cuidan los documentos confían en que conste quién cambió qué. ${staged}`,
    confirm: 'Borrarlo todo',
    keep: 'Conservarlo',
  },
  deleted: {
    title: 'Borrado',
    body: `Ya no está, ${reach}. Lo que preguntes desde ahora se guarda como antes.`,
    went: 'Se fue',
    lines: (counts) => [`${shown(counts)}.`, `${said(counts)}.`, `${used(counts)}.`],
  },
  spending: {
    kept: (times, time) =>
      `${written(times)}, con cuánto leyó y escribió y lo que costó, para los límites correspondientes. ${kept(time.spending)}`,
    goes: (times) =>
      `Tu id junto a ${written(times)}. Hasta que pasen los límites recuerdo solo en memoria cuánto fue.`,
    stays: (time) =>
      `Cuánto leyó y escribió para ti un modelo de lenguaje y lo que costó, solo en las sumas del servidor y del conjunto, sin tu id, durante ${count(time.spending, days)}.`,
    went: (times) => `Tu id junto a ${written(times)}.`,
  },
  nothingDeleted: 'No se borró nada.',
  exported:
    'Este archivo contiene todo lo que guardo sobre ti. Solo tú ves este mensaje, y Discord no lo muestra mucho tiempo: guarda el archivo.',
  tooLarge:
    'Lo que guardo sobre ti es más de lo que Discord me deja adjuntar. Pide el archivo a quien me mantiene, o mira /privacy show.',
  fileNote:
    'Todo lo que este Parley guarda sobre una persona, en todos los servidores y mensajes directos. Las horas son milisegundos desde 1970, UTC; keptForDays dice cuántos días se guarda cada clase. Lo que dicen los documentos propios de un servidor se queda en ese servidor: de lo que se preguntó en otros sitios están aquí las preguntas, y las respuestas cuando se piden allí.',
};
