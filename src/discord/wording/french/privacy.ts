import type { PersonalCounts } from '../../../state/seams/personal.js';
import { formatsOf } from '../formats.js';
import type { PrivacyWords } from '../privacy-words.js';

const { count } = formatsOf('fr');
const plain = (one: string) => ({ one, other: `${one}s` });
const days = plain('jour');
const acts = plain('action');

const reach = 'sur tous les serveurs et dans les messages privés avec moi';
const staged =
  'Un document que vous avez mis en attente porte votre identifiant jusqu’à ce qu’il soit publié ou abandonné, aussi longtemps que cela prenne.';

function shown({ questions, checks, summaries }: PersonalCounts): string {
  const asked = `${count(questions, plain('question'))}, ${count(checks, plain('vérification'))}`;
  return `${asked} et ${count(summaries, plain('résumé'))}, avec ce que je vous ai montré`;
}

function said({ votes, disputes }: PersonalCounts): string {
  return `${count(votes, { one: 'avis', other: 'avis' })} et ${count(disputes, plain('contestation'))}`;
}

function used({ uses }: PersonalCounts): string {
  return `${count(uses, plain('moment'))} où vous m’avez utilisé, pour les limites de ce qu’un membre peut demander`;
}

function written(times: number): string {
  return `${count(times, plain('moment'))} où un modèle de langage a écrit pour vous`;
}

function kept(time: number): string {
  return `Durée de conservation\u00a0: ${count(time, days)}.`;
}

export const privacy: PrivacyWords = {
  show: {
    title: 'Ce que je conserve sur vous',
    body: `C’est tout, ${reach}, sous votre identifiant Discord. Vous seul voyez ceci.`,
    kept: 'Conservé',
    lines: (counts, time) => [
      `${shown(counts)}. ${kept(time.questions)}`,
      `${said(counts)}. Ils disparaissent avec ce qu’ils concernent\u00a0; ce qui attend la modération reste ${count(time.settledReviews, days)} après sa décision.`,
      `${used(counts)}. ${kept(time.uses)}`,
      `${count(counts.acts, acts)} de modération. ${kept(time.acts)} ${staged}`,
    ],
    elsewhere: 'Ailleurs',
    closing: '/privacy export vous donne le tout dans un fichier\u00a0; /privacy delete l’efface.',
  },
  elsewhere: [
    'Ce que j’ai publié reste dans Discord jusqu’à ce que quelqu’un l’y supprime.',
    'Une question dont la modération a jugé la réponse fausse peut être devenue une question de contrôle de son serveur\u00a0: ses mots y restent, sans votre nom. De même une note de la modération à ce sujet, qui peut reprendre ce que vous lui avez écrit. Elle peut retirer les deux.',
  ],
  deletion: {
    title: 'Effacer ce que je conserve sur vous\u00a0?',
    body: `Ceci efface définitivement, ${reach}\u00a0:`,
    goes: 'Disparaît',
    lines: (counts) => [
      `${shown(counts)}. Les boutons sous ces réponses ne trouvent plus rien, et les réponses qu’on leur fait ne sont plus comprises comme des suites.`,
      `${said(counts)}, avec ce que vous y avez écrit, y compris ce qui attend la modération.`,
      `${used(counts)}. Jusqu’à la fin des limites, je n’en retiens que le nombre, en mémoire vive.`,
    ],
    stays: 'Reste',
    acts: (done, time) =>
      `${count(done, acts)} de modération de votre part, pendant ${count(time.acts, days)}\u00a0: les autres personnes qui s’occupent des documents comptent sur une trace de qui a changé quoi. ${staged}`,
    confirm: 'Tout effacer',
    keep: 'Garder',
  },
  deleted: {
    title: 'Effacé',
    body: `C’est parti, ${reach}. Ce que vous demanderez désormais sera conservé comme avant.`,
    went: 'Disparu',
    lines: (counts) => [`${shown(counts)}.`, `${said(counts)}.`, `${used(counts)}.`],
  },
  spending: {
    kept: (times, time) =>
      `${written(times)}, avec la quantité lue et écrite et son coût, pour les limites qui s’y appliquent. ${kept(time.spending)}`,
    goes: (times) =>
      `Votre identifiant pour ${written(times)}. Jusqu’à la fin des limites, je n’en retiens que la quantité, en mémoire vive.`,
    stays: (time) =>
      `La quantité qu’un modèle de langage a lue et écrite pour vous et son coût, uniquement dans les totaux du serveur et de l’ensemble, sans votre identifiant, pendant ${count(time.spending, days)}.`,
    went: (times) => `Votre identifiant pour ${written(times)}.`,
  },
  nothingDeleted: 'Rien n’a été effacé.',
  exported:
    'Ce fichier contient tout ce que je conserve sur vous. Vous seul voyez ce message, et Discord ne le montre pas longtemps\u00a0: enregistrez le fichier.',
  tooLarge:
    'Ce que je conserve sur vous dépasse ce que Discord me laisse joindre. Demandez le fichier à la personne qui me fait tourner, ou voyez /privacy show.',
  fileNote:
    'Tout ce que ce Parley conserve sur une personne, sur tous les serveurs et dans les messages privés. Les heures sont en millisecondes depuis 1970, UTC\u00a0; keptForDays dit combien de jours chaque sorte est conservée. Ce que disent les documents propres à un serveur reste sur ce serveur\u00a0: de ce qui a été demandé ailleurs figurent ici les questions, et les réponses quand on les demande là-bas.',
};
