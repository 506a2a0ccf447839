import { formatsOf } from '../formats.js';
import type { PageWords } from '../page-words.js';

const { number, date, count, form } = formatsOf('fr');

export const pages: PageWords = {
  help: {
    purpose:
      'Je réponds aux questions sur un ensemble de documents à partir de ce qu’ils disent, et je montre pour chaque phrase où cela se trouve. Ce qu’ils ne disent pas, je n’y réponds pas.',
    tryHeading: 'À essayer',
    howHeading: 'Comment faire',
    ways: [
      'Mentionnez-moi, écrivez-moi ou utilisez `/ask`. Répondez à une réponse pour continuer. Posez vos questions, de préférence, dans la langue des documents\u00a0: leurs citations restent telles quelles.',
      '`/check` confronte une affirmation aux documents. Un clic droit sur un message le fait aussi\u00a0: Applications, Check against the documents.',
      '`/summary` résume un document, `/digest` un fil, `/sources` énumère les documents.',
      '`/quality` montre si je réponds bien, `/privacy` ce que je conserve sur vous.',
    ],
    moderatorsHeading: 'Pour la modération',
    moderating: [
      '`/corpus` ajoute, remplace et retire des documents, `/reindex` publie cela ou revient en arrière.',
      '`/review` contient ce que les membres contestent, `/gaps` ce qu’ils ont demandé en vain.',
      '`/settings` règle où et combien de fois je réponds, `/audit` dit qui a fait quoi.',
    ],
  },
  sources: {
    title: (documents) => (documents === 1 ? 'Un document' : count(documents, { one: 'document', other: 'documents' })),
    from: (publisher) => `Publié par ${publisher}`,
    characters: (length) => count(length, { one: 'caractère', other: 'caractères' }),
    untitled: 'Sans titre',
    made: (index, day) => `${index}, créé le ${date(day)}`,
    indexes: (_, names) => `Index ${names}.`,
  },
  quality: {
    title: 'Qualité des réponses',
    golden: 'Questions de contrôle',
    unmeasured: 'Pas encore mesuré\u00a0: je le fais après chaque publication, quand personne ne pose de question.',
    labels: {
      cited: 'Réponse tirée du bon paragraphe\u00a0:',
      falselyDeclined: 'Refus alors que les documents répondent\u00a0:',
      declined: 'Refus justifié, les documents ne répondant pas\u00a0:',
      disputesMended: 'Contestations acceptées dont le passage fautif n’est plus cité\u00a0:',
    },
    measured: (asked, day, index) =>
      `${count(asked, { one: 'question posée', other: 'questions posées' })} le ${date(day)} à l’index ${index}.`,
    outdated: 'Ce qui est consulté ici a changé depuis\u00a0; la mesure se fait quand personne ne pose de question.',
    lately: (days) => `Ce serveur, ${form(days, { one: 'dernier jour', other: `${number(days)} derniers jours` })}`,
    nothingAsked: 'Aucune question n’a été posée.',
    asked: (asked, share) => `${count(asked, { one: 'question', other: 'questions' })}\u00a0; refusées\u00a0: ${share}`,
    speed: (half, most) => `La moitié était prête en ${half}, 95\u00a0% en ${most}.`,
    closing:
      'On connaît la réponse aux questions de contrôle\u00a0: elles viennent avec Parley et des contestations que la modération a acceptées.',
  },
};
