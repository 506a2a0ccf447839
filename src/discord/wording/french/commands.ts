import type { CommandWords } from '../command-words.js';

export const commands: CommandWords = {
  ask: {
    what: 'Interrogez les documents\u00a0; la réponse montre pour chaque phrase où cela s’y trouve.',
    question: 'Que voulez-vous savoir\u00a0? Une question de suite est comprise aussi.',
    private: 'Vous seul voyez la réponse\u00a0; vous pouvez la partager ensuite.',
  },
  summary: {
    what: 'Un résumé qui montre pour chaque phrase où cela se trouve dans le document.',
    section: 'Un document ou une partie\u00a0; choisissez dans la liste ou tapez des paragraphes comme 7-19.',
    length: 'Sa longueur\u00a0; moyenne si vous ne dites rien.',
    lengths: {
      short: 'court\u00a0: environ 3 points',
      medium: 'moyen\u00a0: environ 6 points',
      long: 'long\u00a0: environ 12 points',
    },
    focus: 'Ce qui vous intéresse le plus, par exemple «\u00a0Aleppo\u00a0».',
    private: 'Vous seul voyez le résumé\u00a0; vous pouvez le partager ensuite.',
  },
  check: {
    what: 'Confrontez une affirmation aux documents. Vous seul voyez le résultat, à partager si besoin.',
    claim: 'Une ou plusieurs affirmations, par exemple «\u00a0the talks lasted 15 hours\u00a0».',
  },
  digest: {
    what: 'Dans un fil\u00a0: ce que les membres y ont dit, à côté de ce que disent les documents.',
    private: 'Vous seul voyez la synthèse, sauf si vous dites non ici.',
  },
  sources: { what: 'Les documents d’où viennent les réponses\u00a0: éditeur, date et taille.' },
  quality: { what: 'La qualité des réponses\u00a0: mesures, rapidité et part des refus.' },
  help: { what: 'Ce que fait Parley, avec trois questions à essayer.' },
  privacy: {
    what: 'Ce que Parley conserve sur vous\u00a0: le voir, l’emporter, l’effacer.',
    show: 'Ce qui est conservé sur vous, et combien de temps.',
    export: 'Tout ce qui est conservé sur vous, dans un fichier.',
    delete: 'Efface ce qui est conservé sur vous, une fois que vous l’avez confirmé.',
  },
};
