import type { CommandWords } from '../command-words.js';

export const commands: CommandWords = {
  ask: {
    what: 'Pregunta a los documentos; la respuesta muestra de cada frase dónde consta en ellos.',
    question: '¿Qué quieres saber? También se entiende una pregunta de seguimiento.',
    private: 'Solo tú ves la respuesta; después puedes compartirla.',
  },
  summary: {
    what: 'Un resumen que muestra de cada frase dónde consta en el documento.',
    section: 'Un documento o una parte; elige de la lista o escribe párrafos como 7-19.',
    length: 'Lo largo que puede ser; medio si no dices nada.',
    lengths: {
      short: 'corto: unos 3 puntos',
      medium: 'medio: unos 6 puntos',
      long: 'largo: unos 12 puntos',
    },
    focus: 'Sobre qué quieres leer ante todo, por ejemplo «Aleppo».',
    private: 'Solo tú ves el resumen; después puedes compartirlo.',
  },
  check: {
    what: 'Compara una afirmación con los documentos. Solo tú ves el resultado; puedes compartirlo.',
    claim: 'Una o más afirmaciones, por ejemplo «the talks lasted 15 hours».',
  },
  digest: {
    what: 'En un hilo: lo que dijeron los miembros, junto a lo que dicen los documentos.',
    private: 'Solo tú ves el repaso, a menos que aquí digas que no.',
  },
  sources: { what: 'Los documentos de los que salen las respuestas: editor, fecha y tamaño.' },
  quality: { what: 'Lo bien que se responde: cifras medidas, rapidez y cuántas se rechazaron.' },
  help: { what: 'Qué hace Parley, con tres preguntas para probar.' },
  privacy: {
    what: 'Lo que Parley guarda sobre ti: verlo, llevártelo, borrarlo.',
    show: 'Qué se guarda sobre ti y cuánto tiempo.',
    export: 'Todo lo que se guarda sobre ti, en un archivo.',
    delete: 'Borra lo que se guarda sobre ti, una vez que lo confirmes.',
  },
};
