import type { QuotaScope } from '../../../state/seams/quotas.js';
import { formatsOf } from '../formats.js';
import type { NoticeWords } from '../notice-words.js';

const { number, count, form } = formatsOf('es');

const reached: Readonly<Record<QuotaScope, readonly [before: string, after: string]>> = {
  member: ['Me has preguntado', 'un miembro no puede preguntar más a menudo'],
  channel: ['En este canal me han preguntado', 'no respondo más a menudo en un canal'],
  server: ['En este servidor me han preguntado', 'no respondo más a menudo en un servidor'],
};

const units = {
  hour: { one: 'hora', other: 'horas' },
  minute: { one: 'minuto', other: 'minutos' },
  second: { one: 'segundo', other: 'segundos' },
} as const;

const decided = 'La moderación decidió que no respondo en este canal.';
const direct = 'En un mensaje directo respondo con los documentos comunes.';
const otherwise = 'hasta entonces, usa /ask o escríbeme aquí.';
const pick = 'Elige de la lista mientras escribes';

export const notices: NoticeWords = {
  apologies: {
    tooLate:
      'Esto tardó demasiado, así que lo dejé. Tu pregunta no tiene nada de malo: hazla otra vez dentro de un momento.',
    stopping: 'Me están reiniciando, así que esto queda sin respuesta. Inténtalo otra vez dentro de un momento.',
    failed:
      'Algo falló por mi parte, así que no hay respuesta. Quien me mantiene queda avisado; inténtalo otra vez dentro de un momento.',
    notShown:
      'No pude mostrar lo que pediste. Quien me mantiene queda avisado; inténtalo otra vez dentro de un momento.',
  },
  busy: 'Ahora mismo esperan demasiadas preguntas, así que esta quedó sin respuesta. Hazla otra vez dentro de un momento.',
  unknown: 'Ya no conozco esto; quizá venga de una versión anterior de mí. Usa el comando otra vez.',
  notAModerator:
    'Esto es para la moderación: hace falta el permiso «Gestionar servidor» o un rol que /settings nombre para ello (moderator_role_add). No se cambió nada.',
  onlyInServers: 'De los documentos se cuida en un servidor: usa esto allí, como parte de su moderación.',
  quota: {
    duration: (length, unit) => count(length, units[unit]),
    about: (duration) => `${duration} aproximadamente`,
    refused(by, times, within, wait) {
      const [before, after] = reached[by];
      const often = form(times, { one: 'una vez', other: `${number(times)} veces` });
      return `${before} ${often} en ${within}: ${after}. Los botones y los menús también cuentan. Inténtalo otra vez dentro de ${wait}.`;
    },
    lineFull(waiting) {
      const others =
        waiting === 0
          ? 'Una pregunta tuya está en curso'
          : `Una pregunta tuya está en curso y ${form(waiting, { one: 'otra espera', other: `otras ${number(waiting)} esperan` })} detrás`;
      return `${others}, así que esta no se aceptó. Respondo una pregunta de cada miembro a la vez: espera una respuesta y pregunta otra vez.`;
    },
  },
  notHere: {
    anotherChannel: `${decided} Pregunta en otro. ${direct}`,
    noOther: `${decided} Aquí no hay otro que te pueda nombrar. ${direct}`,
    named: (channels, more) =>
      `${decided} Pregunta en ${channels}${more === 0 ? '' : ` y ${number(more)} más`}. ${direct}`,
  },
  missingRights: {
    thisChannel: 'este canal',
    send: (place, isThread) =>
      `No puedo escribir en ${place}. La moderación puede darme allí «Ver canal», «${isThread ? 'Enviar mensajes en hilos' : 'Enviar mensajes'}» e «Insertar enlaces»; ${otherwise}`,
    history: (place) =>
      `No puedo leer lo anterior en ${place}, y sin eso Discord no acepta allí ninguna respuesta mía. La moderación puede darme allí «Leer el historial de mensajes»; ${otherwise}`,
  },
  howToAsk: {
    direct: 'Escríbeme tu pregunta con palabras.',
    inServer: 'Escribe tu pregunta después de mi nombre.',
    example: (question) => `Por ejemplo: «${question}»`,
  },
  nothingToAsk: 'En este mensaje no hay texto sobre el que pueda preguntar a los documentos.',
  nothingToCheck: 'En este mensaje no hay texto que pueda comprobar.',
  noQuestion: 'No había ninguna pregunta.',
  noPassage: 'Ese pasaje no existe.',
  gone: (days) =>
    `Ya no tengo esto: lo que mostré se guarda ${count(days, { one: 'día', other: 'días' })}. Pregunta otra vez.`,
  share: {
    already: 'Ya compartiste esto.',
    changed:
      'Los documentos han cambiado desde entonces, y lo que esto dice ya no está en ellos tal como se citó. Pregunta otra vez.',
  },
  thanks: {
    up: 'Gracias. Marcaste esto como útil; pulsa 👎 si cambias de opinión.',
    down: 'Gracias. Marcaste esto como poco útil; con «Objetar» puedes decir qué está mal.',
  },
  dispute: {
    title: 'Objetar esto',
    label: '¿Qué está mal?',
    forModerators: 'La moderación de este servidor lo leerá, con aquello de lo que trata y sin tu nombre.',
    hint: 'Indica la frase si hay varias.',
    empty: 'Di en pocas palabras qué está mal; no se anotó nada.',
    noted: 'Gracias: tu objeción quedó anotada para quien se ocupa de los documentos.',
    notedByModerators: 'Gracias: tu objeción quedó anotada para la moderación de este servidor.',
  },
  followUp: { title: 'Seguir preguntando', label: 'Tu pregunta' },
  digest: {
    mayNotRead:
      'No puedo leer este hilo; la moderación puede darme aquí «Ver canal» y «Leer el historial de mensajes».',
    notGiven: 'Discord no me dio los mensajes de este hilo. Inténtalo otra vez dentro de un momento.',
    serverNotThere:
      'Discord no me muestra este servidor ahora mismo, así que no puedo leer lo que se dijo aquí. Inténtalo otra vez dentro de unos minutos.',
    notForYou: 'No puedes leer lo que se dijo antes en este hilo, así que no te muestro un repaso.',
    threadsOnly: 'El repaso se hace de un hilo: usa /digest dentro de uno.',
  },
  section: {
    whole: (title) => `Documento entero: ${title}`,
    unknown: (section) => `No hay ninguna sección «${section}». ${pick}, o no indiques ninguna.`,
    ambiguous: (section, fitting, first, second) =>
      `«${section}» encaja con ${number(fitting)} documentos y secciones, como «${first}» y «${second}». ${pick}.`,
  },
};
