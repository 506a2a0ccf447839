import { formatsOf } from '../formats.js';
import type { ResultWords } from '../result-words.js';

const { number, date, count, form } = formatsOf('fr');
const messages = { one: 'message', other: 'messages' };

const modes = {
  extractive: 'citations mot pour mot',
  written: 'rédigé par un modèle de langage et vérifié dans les sources',
} as const;

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** How many of a model's sentences did not pass, after a space; empty for none. */
function leftOut(dropped: number): string {
  if (dropped === 0) return '';
  return ` ${form(dropped, {
    one: 'Une phrase a été omise\u00a0: elle ne se trouve pas dans les documents.',
    other: `${number(dropped)} phrases ont été omises\u00a0: elles ne se trouvent pas dans les documents.`,
  })}`;
}

export const results: ResultWords = {
  asked: 'Question\u00a0:',
  understoodAs: 'Comprise ainsi\u00a0:',
  sources: 'Sources',
  source: 'Source',
  continued: (heading) => `${heading} (suite)`,
  part: (part, of) => `Partie ${part} sur ${of}`,
  more: (others) => `et ${number(others)} de plus`,
  open: 'ouvrir',
  caution: {
    reported: 'propos rapporté, non établi',
    author: 'avis de l’auteur',
    conditional: 'une condition ou une attente, pas un fait',
  },
  provenance: (mode, asOf) =>
    asOf === null ? `${capitalised(modes[mode])}.` : `Date des documents\u00a0: ${date(asOf)}\u00a0; ${modes[mode]}.`,
  written: {
    quotes: 'Où c’est écrit',
    partly: 'en partie seulement dans les documents.',
    unsaid: (words) => `On n’y trouve pas ${words}.`,
    goesOn: '… en cours d’écriture\u00a0: chaque phrase est vérifiée avant d’être montrée.',
    usedUp: 'Le budget des réponses rédigées est épuisé pour le moment\u00a0: voici les citations seules.',
    translated:
      'La vérification s’est faite en anglais, puis le modèle a traduit\u00a0: seuls les chiffres et les noms de personnes ont alors été comparés.',
    quotedToo: 'Ce qui est entre guillemets est cité mot pour mot.',
    explainedBy: (model, dropped) =>
      `Expliqué par ${model}\u00a0; les verdicts ne viennent pas de lui, et chacune de ses phrases a été vérifiée dans les citations.${leftOut(dropped)}`,
    by(model, dropped, asOf) {
      const known = asOf === null ? '' : `Date des documents\u00a0: ${date(asOf)}. `;
      const checked = `Rédigé par ${model}\u00a0; chaque phrase a été vérifiée dans les citations\u00a0: nombres, dates, noms, négations et conditions.`;
      return `${known}${checked}${leftOut(dropped)}`;
    },
  },
  cut: (isAllThere) =>
    `Coupé à «\u00a0…\u00a0»\u00a0: «\u00a0Voir le passage\u00a0» montre ${isAllThere ? 'le tout' : 'une plus grande partie'}.`,
  buttons: { share: 'Partager', passage: 'Voir le passage', dispute: 'Contester' },
  answer: {
    declined: 'Les documents ne répondent pas à cette question.',
    busy: 'Cette question est restée sans réponse.',
    nearest: 'Passages les plus proches (pas une réponse)',
    advice: 'Ce que vous pouvez faire',
    asOf: (asOf) => `Date des documents\u00a0: ${date(asOf)}.`,
    disagree: 'Les documents se contredisent',
    from: (source, isDated) => `Dans ${source}${isDated ? '' : ', date inconnue'}\u00a0:`,
  },
  check: {
    verdicts: { supported: 'Confirmé', contradicted: 'Contredit', 'not-covered': 'Non traité' },
    nearest: 'Passages les plus proches, qui ne l’affirment ni ne le nient\u00a0:',
    nothing: 'Il n’y a rien ici que les documents puissent confirmer ou nier.',
    against: (asOf) =>
      `Vérifié dans les documents et nulle part ailleurs${asOf === null ? '' : `\u00a0; date des documents\u00a0: ${date(asOf)}`}.`,
    unchecked: 'Non vérifié',
    asides: {
      question: 'une question\u00a0:',
      opinion: 'une opinion\u00a0:',
      instruction: 'une consigne\u00a0:',
      'small-talk': 'du bavardage\u00a0:',
    },
    omitted: (claims) =>
      form(claims, {
        one: 'Encore une affirmation\u00a0: vérifiez-la dans un message à part.',
        other: `Encore ${number(claims)} affirmations\u00a0: vérifiez-les dans un message à part.`,
      }),
  },
  summary: {
    of: (title) => `Résumé de ${title}`,
    paragraphs: (first, last) => `¶ ${first} à ¶ ${last}`,
    about: (focus) => `sur ${focus}`,
    offFocus: 'Rien n’y porte sur ce sujet.',
    empty: 'Il n’y a là aucune phrase à résumer.',
    coverage: 'Couverture',
    covered({ represented, missing }, mostNamed) {
      const all = represented.length + missing.length;
      const counted = `${number(represented.length)} sur ${count(all, { one: 'paragraphe', other: 'paragraphes' })} de texte`;
      if (missing.length === 0) return counted;
      const more = missing.length > mostNamed ? ` et ${number(missing.length - mostNamed)} de plus` : '';
      return `${counted}\u00a0; non représentés\u00a0: ¶ ${missing.slice(0, mostNamed).join(', ')}${more}`;
    },
  },
  digest: {
    title: 'Ce qui a été dit, et ce que disent les documents',
    thread: 'Fil\u00a0:',
    nothing: 'Personne n’a rien affirmé que les documents puissent confirmer ou nier.',
    readHeading: 'Ce qui a été lu',
    read: (read) => `${count(read, { one: 'message lu', other: 'messages lus' })}.`,
    unreadable: (unread) =>
      `${count(unread, messages)} impossible${unread > 1 ? 's' : ''} à lire\u00a0: Discord ne me donne que le texte des messages qui me mentionnent ou me répondent.`,
    omitted: (claims) =>
      form(claims, {
        one: 'Une autre affirmation n’est pas montrée.',
        other: `${number(claims)} autres affirmations ne sont pas montrées.`,
      }),
    somebody: 'Quelqu’un',
    message: 'message',
  },
  passage: {
    before: 'Le paragraphe précédent',
    after: 'Le paragraphe suivant',
    nearest: 'Un passage proche (pas une réponse)',
    changed: 'Le document a changé depuis\u00a0: on ne connaît que la citation, telle qu’elle était.',
    tooLong: 'Trop long pour être montré en entier\u00a0: coupé à «\u00a0…\u00a0».',
  },
  note: (day) => `Note de la modération de ce serveur (${date(day)})\u00a0:`,
  correction: {
    correctedOn: (day) => `Corrigé le ${date(day)}\u00a0: les documents ont changé.`,
    gone: 'Les documents ne le disent plus.',
    tooLong: 'Ce qu’ils disent maintenant est trop long pour tenir ici\u00a0: reposez la question pour le lire.',
    leftOver: '~~Le reste~~ est corrigé plus haut.',
  },
};
