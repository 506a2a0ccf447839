import { formatsOf } from '../formats.js';
import type { PageWords } from '../page-words.js';

const { date, count, form } = formatsOf('ru');
const questions = { one: 'вопрос', few: 'вопроса', many: 'вопросов', other: 'вопроса' };

export const pages: PageWords = {
  help: {
    purpose:
      'Я отвечаю на вопросы о наборе документов тем, что в них сказано, и показываю для каждого предложения, где это сказано. На то, чего в них нет, я не отвечаю.',
    tryHeading: 'Попробуйте',
    howHeading: 'Как',
    ways: [
      'Упомяните меня, напишите мне или используйте `/ask`. Чтобы спросить дальше, ответьте на ответ. Лучше спрашивать на языке документов: цитаты остаются как есть.',
      '`/check` сверяет утверждение с документами. То же делает правый щелчок по сообщению: Приложения, Check against the documents.',
      '`/summary` излагает документ, `/digest` ветку, `/sources` перечисляет документы.',
      '`/quality` показывает, насколько хорошо я отвечаю, `/privacy` — что я о вас храню.',
    ],
    moderatorsHeading: 'Для модераторов',
    moderating: [
      '`/corpus` добавляет, заменяет и убирает документы, `/reindex` публикует это или возвращает назад.',
      '`/review` собирает то, что оспорили участники, `/gaps` — то, о чём спросили напрасно.',
      '`/settings` задаёт, где и как часто я отвечаю, `/audit` показывает, кто что сделал.',
    ],
  },
  sources: {
    title: (documents) =>
      count(documents, { one: 'документ', few: 'документа', many: 'документов', other: 'документа' }),
    from: (publisher) => `Издатель: ${publisher}`,
    characters: (length) => count(length, { one: 'знак', few: 'знака', many: 'знаков', other: 'знака' }),
    untitled: 'Без названия',
    made: (index, day) => `${index}, создан ${date(day)}`,
    indexes: (indexes, names) => `${form(indexes, { one: 'Индекс', other: 'Индексы' })} ${names}.`,
  },
  quality: {
    title: 'Насколько хорошо даются ответы',
    golden: 'Контрольные вопросы',
    unmeasured: 'Ещё не измерено: это делается после каждой публикации, пока никто не спрашивает.',
    labels: {
      cited: 'Ответ из верного абзаца:',
      falselyDeclined: 'Отказ, хотя документы отвечают:',
      declined: 'Верный отказ: документы не отвечают:',
      disputesMended: 'Принятые возражения, ошибочный фрагмент которых больше не цитируется:',
    },
    measured: (asked, day, index) => `${count(asked, questions)}, задано ${date(day)} индексу ${index}.`,
    outdated: 'Документы, по которым идёт поиск, с тех пор изменились; измерение делается, пока никто не спрашивает.',
    lately: (days) =>
      `Этот сервер, за последние ${count(days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`,
    nothingAsked: 'Вопросов не было.',
    asked: (asked, share) => `${count(asked, questions)}; отказов: ${share}`,
    speed: (half, most) => `Половина была готова за ${half}, 95 % за ${most}.`,
    closing:
      'На контрольные вопросы ответ известен: они поставляются с Parley и берутся из возражений, принятых модераторами.',
  },
};
