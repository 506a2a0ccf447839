import { formatsOf } from '../formats.js';
import type { ResultWords } from '../result-words.js';

const { number, date, count, form } = formatsOf('es');
const messages = { one: 'mensaje', other: 'mensajes' };

const modes = {
  extractive: 'citas palabra por palabra',
  written: 'escrito por un modelo de lenguaje y comprobado con las fuentes',
} as const;

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** How many of a model's sentences did not pass, after a space; empty for none. */
function leftOut(dropped: number): string {
  if (dropped === 0) return '';
  return ` ${form(dropped, {
    one: 'Se omitió una frase: no se encontró en los documentos.',
    other: `Se omitieron ${number(dropped)} frases: no se encontraron en los documentos.`,
  })}`;
}

export const results: ResultWords = {
  asked: 'Pregunta:',
  understoodAs: 'Entendida como:',
  sources: 'Fuentes',
  source: 'Fuente',
  continued: (heading) => `${heading} (continuación)`,
  part: (part, of) => `Parte ${part} de ${of}`,
  more: (others) => `y ${number(others)} más`,
  open: 'abrir',
  caution: {
    reported: 'según lo relatado, no está comprobado',
    author: 'opinión del autor',
    conditional: 'una condición o expectativa, no un hecho',
  },
  provenance: (mode, asOf) =>
    asOf === null ? `${capitalised(modes[mode])}.` : `Fecha de los documentos: ${date(asOf)}; ${modes[mode]}.`,
  written: {
    quotes: 'Dónde consta',
    partly: 'solo en parte en los documentos.',
    unsaid: (words) => `No se encontró ahí: ${words}.`,
    goesOn: '… escribiendo: cada frase se comprueba antes de mostrarse.',
    usedUp: 'El presupuesto para respuestas escritas está agotado por ahora, así que estas son solo las citas.',
    translated:
      'Se comprobó en inglés y después el modelo lo tradujo: en la traducción solo se compararon las cifras y los nombres de personas.',
    quotedToo: 'Lo que está entre comillas se cita palabra por palabra.',
    explainedBy: (model, dropped) =>
      `Explicado por ${model}; los veredictos no son suyos, y cada una de sus frases se comprobó con las citas.${leftOut(dropped)}`,
    by(model, dropped, asOf) {
      const known = asOf === null ? '' : `Fecha de los documentos: ${date(asOf)}. `;
      const checked = `Escrito por ${model}; cada frase se comprobó con las citas: números, fechas, nombres, negaciones y condiciones.`;
      return `${known}${checked}${leftOut(dropped)}`;
    },
  },
  cut: (isAllThere) => `Cortado en «…»: «Ver pasaje» muestra ${isAllThere ? 'el texto entero' : 'una parte mayor'}.`,
  buttons: { share: 'Compartir', passage: 'Ver pasaje', dispute: 'Objetar' },
  answer: {
    declined: 'Los documentos no responden a esto.',
    busy: 'Esto quedó sin respuesta.',
    nearest: 'Pasajes más cercanos (no son una respuesta)',
    advice: 'Qué puedes hacer',
    asOf: (asOf) => `Fecha de los documentos: ${date(asOf)}.`,
    disagree: 'Los documentos se contradicen',
    from: (source, isDated) => `En ${source}${isDated ? '' : ', fecha desconocida'}:`,
  },
  check: {
    verdicts: { supported: 'Confirmado', contradicted: 'Contradicho', 'not-covered': 'No tratado' },
    nearest: 'Pasajes más cercanos, que ni lo afirman ni lo niegan:',
    nothing: 'Aquí no hay nada que los documentos puedan confirmar o negar.',
    against: (asOf) =>
      `Comprobado con los documentos y con nada más${asOf === null ? '' : `; fecha de los documentos: ${date(asOf)}`}.`,
    unchecked: 'Sin comprobar',
    asides: {
      question: 'una pregunta:',
      opinion: 'una opinión:',
      instruction: 'una instrucción:',
      'small-talk': 'charla:',
    },
    omitted: (claims) =>
      form(claims, {
        one: 'Una afirmación más: compruébala en un mensaje aparte.',
        other: `${number(claims)} afirmaciones más: compruébalas en un mensaje aparte.`,
      }),
  },
  summary: {
    of: (title) => `Resumen de ${title}`,
    paragraphs: (first, last) => `¶ ${first} a ¶ ${last}`,
    about: (focus) => `sobre ${focus}`,
    offFocus: 'Ahí no hay nada sobre esto.',
    empty: 'Ahí no hay frases que resumir.',
    coverage: 'Cobertura',
    covered({ represented, missing }, mostNamed) {
      const all = represented.length + missing.length;
      const counted = `${number(represented.length)} de ${count(all, { one: 'párrafo', other: 'párrafos' })} de texto`;
      if (missing.length === 0) return counted;
      const more = missing.length > mostNamed ? ` y ${number(missing.length - mostNamed)} más` : '';
      return `${counted}; sin representar: ¶ ${missing.slice(0, mostNamed).join(', ')}${more}`;
    },
  },
  digest: {
    title: 'Lo que se dijo y lo que dicen los documentos',
    thread: 'Hilo:',
    nothing: 'Nadie afirmó nada que los documentos puedan confirmar o negar.',
    readHeading: 'Qué se leyó',
    read: (read) => `${count(read, { one: 'mensaje leído', other: 'mensajes leídos' })}.`,
    unreadable: (unread) =>
      `${count(unread, messages)} sin poder leer: Discord solo me da el texto de lo que me menciona o me responde.`,
    omitted: (claims) =>
      form(claims, {
        one: 'Una afirmación más no se muestra.',
        other: `${number(claims)} afirmaciones más no se muestran.`,
      }),
    somebody: 'Alguien',
    message: 'mensaje',
  },
  passage: {
    before: 'El párrafo anterior',
    after: 'El párrafo siguiente',
    nearest: 'Un pasaje cercano (no es una respuesta)',
    changed: 'El documento ha cambiado desde entonces: solo se conoce la cita, tal como era.',
    tooLong: 'Demasiado largo para mostrarlo entero: cortado en «…».',
  },
  note: (day) => `Nota de la moderación de este servidor (${date(day)}):`,
  correction: {
    correctedOn: (day) => `Corregido el ${date(day)}: los documentos cambiaron.`,
    gone: 'Los documentos ya no dicen esto.',
    tooLong: 'Lo que dicen ahora es demasiado largo para este lugar: pregunta otra vez para leerlo.',
    leftOver: '~~El resto de esto~~ está corregido más arriba.',
  },
};
