import type { QuotaScope } from '../../../state/seams/quotas.js';
import { formatsOf } from '../formats.js';
import type { NoticeWords } from '../notice-words.js';

const { number, count, form } = formatsOf('fr');

const reached: Readonly<Record<QuotaScope, readonly [before: string, after: string]>> = {
  member: ['Vous m’avez interrogé', 'un membre ne peut pas le faire plus souvent'],
  channel: ['Dans ce salon, on m’a interrogé', 'je ne réponds pas plus souvent dans un salon'],
  server: ['Sur ce serveur, on m’a interrogé', 'je ne réponds pas plus souvent sur un serveur'],
};

const units = {
  hour: { one: 'heure', other: 'heures' },
  minute: { one: 'minute', other: 'minutes' },
  second: { one: 'seconde', other: 'secondes' },
} as const;

const decided = 'La modération a décidé que je ne réponds pas dans ce salon.';
const direct = 'En message privé, je réponds à partir des documents communs.';
const otherwise = 'd’ici là, utilisez /ask ou écrivez-moi ici.';
const pick = 'Choisissez-en une dans la liste pendant la saisie';

export const notices: NoticeWords = {
  apologies: {
    tooLate:
      'Cela a pris trop de temps, je me suis donc arrêté. Votre question n’est pas en cause\u00a0: reposez-la dans un instant.',
    stopping: 'On me redémarre, cette demande reste donc sans réponse. Réessayez dans un instant.',
    failed:
      'Quelque chose a échoué de mon côté, il n’y a donc pas de réponse. La personne qui me fait tourner en est informée\u00a0; réessayez dans un instant.',
    notShown:
      'Je n’ai pas pu montrer ce que vous demandiez. La personne qui me fait tourner en est informée\u00a0; réessayez dans un instant.',
  },
  busy: 'Trop de questions attendent en ce moment, celle-ci est donc restée sans réponse. Reposez-la dans un instant.',
  unknown:
    'Je ne connais plus cela\u00a0; il vient peut-être d’une version plus ancienne de moi. Relancez la commande.',
  notAModerator:
    'C’est réservé à la modération\u00a0: il faut la permission «\u00a0Gérer le serveur\u00a0», ou un rôle que /settings désigne pour cela (moderator_role_add). Rien n’a été modifié.',
  onlyInServers:
    'On s’occupe des documents sur un serveur\u00a0: utilisez ceci là-bas, en tant que membre de sa modération.',
  quota: {
    duration: (length, unit) => count(length, units[unit]),
    about: (duration) => `environ ${duration}`,
    refused(by, times, within, wait) {
      const [before, after] = reached[by];
      return `${before} ${number(times)} fois en ${within}\u00a0: ${after}. Les boutons et les menus comptent aussi. Réessayez dans ${wait}.`;
    },
    lineFull(waiting) {
      const others =
        waiting === 0
          ? 'Une de vos questions est en cours'
          : `Une de vos questions est en cours et ${form(waiting, { one: 'une autre attend', other: `${number(waiting)} autres attendent` })} derrière elle`;
      return `${others}, celle-ci n’a donc pas été prise. Je réponds à une question par membre à la fois\u00a0: attendez une réponse, puis reposez-la.`;
    },
  },
  notHere: {
    anotherChannel: `${decided} Posez votre question dans un autre. ${direct}`,
    noOther: `${decided} Je ne peux vous en indiquer aucun autre ici. ${direct}`,
    named: (channels, more) =>
      `${decided} Posez votre question dans ${channels}${more === 0 ? '' : ` et ${number(more)} de plus`}. ${direct}`,
  },
  missingRights: {
    thisChannel: 'ce salon',
    send: (place, isThread) =>
      `Je ne peux pas écrire dans ${place}. La modération peut m’y accorder «\u00a0Voir le salon\u00a0», «\u00a0${isThread ? 'Envoyer des messages dans les fils' : 'Envoyer des messages'}\u00a0» et «\u00a0Intégrer des liens\u00a0»\u00a0; ${otherwise}`,
    history: (place) =>
      `Je ne peux pas relire ${place}, et sans cela Discord n’y accepte aucune réponse de ma part. La modération peut m’y accorder «\u00a0Voir les anciens messages\u00a0»\u00a0; ${otherwise}`,
  },
  howToAsk: {
    direct: 'Écrivez-moi votre question avec des mots.',
    inServer: 'Écrivez votre question après mon nom.',
    example: (question) => `Par exemple\u00a0: «\u00a0${question}\u00a0»`,
  },
  nothingToAsk: 'Ce message ne contient aucun texte sur lequel interroger les documents.',
  nothingToCheck: 'Ce message ne contient aucun texte à vérifier.',
  noQuestion: 'Il n’y avait pas de question.',
  noPassage: 'Ce passage n’existe pas.',
  gone: (days) =>
    `Je ne l’ai plus\u00a0: ce que j’ai montré est conservé ${count(days, { one: 'jour', other: 'jours' })}. Reposez la question.`,
  share: {
    already: 'Vous l’avez déjà partagé.',
    changed:
      'Les documents ont changé depuis, et ce qui est dit ici n’y figure plus tel que cité. Reposez la question.',
  },
  thanks: {
    up: 'Merci. Vous avez marqué ceci comme utile\u00a0; appuyez sur 👎 si vous changez d’avis.',
    down: 'Merci. Vous avez marqué ceci comme inutile\u00a0; avec «\u00a0Contester\u00a0», vous pouvez dire ce qui ne va pas.',
  },
  dispute: {
    title: 'Contester',
    label: 'Qu’est-ce qui est faux\u00a0?',
    forModerators: 'La modération de ce serveur le lira, avec ce dont il s’agit et sans votre nom.',
    hint: 'Indiquez la phrase s’il y en a plusieurs.',
    empty: 'Dites en quelques mots ce qui est faux\u00a0; rien n’a été noté.',
    noted: 'Merci\u00a0: votre contestation est notée pour les personnes qui s’occupent des documents.',
    notedByModerators: 'Merci\u00a0: votre contestation est notée pour la modération de ce serveur.',
  },
  followUp: { title: 'Poser une autre question', label: 'Votre question' },
  digest: {
    mayNotRead:
      'Je ne peux pas lire ce fil\u00a0; la modération peut m’accorder ici «\u00a0Voir le salon\u00a0» et «\u00a0Voir les anciens messages\u00a0».',
    notGiven: 'Discord ne m’a pas donné les messages de ce fil. Réessayez dans un instant.',
    serverNotThere:
      'Discord ne me montre pas ce serveur en ce moment, je ne peux donc pas lire ce qui a été dit ici. Réessayez dans quelques minutes.',
    notForYou: 'Vous ne pouvez pas relire ce qui a été dit dans ce fil, je ne vous en montre donc pas la synthèse.',
    threadsOnly: 'Une synthèse se fait sur un fil\u00a0: utilisez /digest à l’intérieur d’un fil.',
  },
  section: {
    whole: (title) => `Document entier\u00a0: ${title}`,
    unknown: (section) => `Il n’y a pas de section «\u00a0${section}\u00a0». ${pick}, ou n’en indiquez pas.`,
    ambiguous: (section, fitting, first, second) =>
      `«\u00a0${section}\u00a0» correspond à ${number(fitting)} documents et sections, comme «\u00a0${first}\u00a0» et «\u00a0${second}\u00a0». ${pick}.`,
  },
};
