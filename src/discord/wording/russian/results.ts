import { formatsOf } from '../formats.js';
import type { ResultWords } from '../result-words.js';

const { number, date, count, form } = formatsOf('ru');
const messages = { one: 'сообщение', few: 'сообщения', many: 'сообщений', other: 'сообщения' };

const modes = {
  extractive: 'дословные цитаты',
  written: 'написано языковой моделью и сверено с источниками',
} as const;

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** How many of a model's sentences did not pass, after a space; empty for none. */
function leftOut(dropped: number): string {
  if (dropped === 0) return '';
  return ` ${form(dropped, {
    one: `Пропущено ${number(dropped)} предложение: его нет в документах.`,
    few: `Пропущено ${number(dropped)} предложения: их нет в документах.`,
    many: `Пропущено ${number(dropped)} предложений: их нет в документах.`,
    other: `Пропущено ${number(dropped)} предложения: их нет в документах.`,
  })}`;
}

export const results: ResultWords = {
  asked: 'Вопрос:',
  understoodAs: 'Понято как:',
  sources: 'Источники',
  source: 'Источник',
  continued: (heading) => `${heading} (продолжение)`,
  part: (part, of) => `Часть ${part} из ${of}`,
  more: (others) => `и ещё ${number(others)}`,
  open: 'открыть',
  caution: {
    reported: 'с чужих слов, не установлено',
    author: 'мнение автора',
    conditional: 'условие или ожидание, а не факт',
  },
  provenance: (mode, asOf) =>
    asOf === null ? `${capitalised(modes[mode])}.` : `Дата документов: ${date(asOf)}; ${modes[mode]}.`,
  written: {
    quotes: 'Где это сказано',
    partly: 'в документах это есть лишь отчасти.',
    unsaid: (words) => `Там не найдено: ${words}.`,
    goesOn: '… пишется: каждое предложение проверяется, прежде чем его показать.',
    usedUp: 'Бюджет на написанные ответы пока исчерпан, поэтому здесь одни цитаты.',
    translated:
      'Проверка шла на английском, затем модель перевела текст: в переводе сверены только цифры и имена людей.',
    quotedToo: 'В кавычках стоят дословные цитаты.',
    explainedBy: (model, dropped) =>
      `Пояснения написала модель ${model}; вердикты выносит не она, а каждое её предложение сверено с цитатами.${leftOut(dropped)}`,
    by(model, dropped, asOf) {
      const known = asOf === null ? '' : `Дата документов: ${date(asOf)}. `;
      const checked = `Написано моделью ${model}; каждое предложение сверено с цитатами: числа, даты, имена, отрицания и условия.`;
      return `${known}${checked}${leftOut(dropped)}`;
    },
  },
  cut: (isAllThere) => `Сокращено на «…»: под «Показать фрагмент» ${isAllThere ? 'есть весь текст' : 'видно больше'}.`,
  buttons: { share: 'Поделиться', passage: 'Показать фрагмент', dispute: 'Оспорить' },
  answer: {
    declined: 'Документы не отвечают на это.',
    busy: 'Это осталось без ответа.',
    nearest: 'Ближайшие фрагменты (не ответ)',
    advice: 'Что вы можете сделать',
    asOf: (asOf) => `Дата документов: ${date(asOf)}.`,
    disagree: 'Документы расходятся',
    from: (source, isDated) => `Из источника ${source}${isDated ? '' : ', дата неизвестна'}:`,
  },
  check: {
    verdicts: { supported: 'Подтверждается', contradicted: 'Противоречит документам', 'not-covered': 'Не освещено' },
    nearest: 'Ближайшие фрагменты, которые этого не утверждают и не отрицают:',
    nothing: 'Здесь нет ничего, что документы могли бы подтвердить или опровергнуть.',
    against: (asOf) =>
      `Сверено с документами и больше ни с чем${asOf === null ? '' : `; дата документов: ${date(asOf)}`}.`,
    unchecked: 'Не проверено',
    asides: {
      question: 'вопрос:',
      opinion: 'мнение:',
      instruction: 'указание:',
      'small-talk': 'болтовня:',
    },
    omitted: (claims) =>
      form(claims, {
        one: `Ещё ${number(claims)} утверждение: проверьте его отдельным сообщением.`,
        few: `Ещё ${number(claims)} утверждения: проверьте их отдельным сообщением.`,
        many: `Ещё ${number(claims)} утверждений: проверьте их отдельным сообщением.`,
        other: `Ещё ${number(claims)} утверждения: проверьте их отдельным сообщением.`,
      }),
  },
  summary: {
    of: (title) => `Краткое изложение: ${title}`,
    paragraphs: (first, last) => `от ¶ ${first} до ¶ ${last}`,
    about: (focus) => `тема: ${focus}`,
    offFocus: 'Там нет ничего на эту тему.',
    empty: 'Там нет предложений, которые можно изложить.',
    coverage: 'Охват',
    covered({ represented, missing }, mostNamed) {
      const all = represented.length + missing.length;
      const counted = `${number(represented.length)} из ${count(all, { one: 'абзаца', few: 'абзацев', many: 'абзацев', other: 'абзаца' })} текста`;
      if (missing.length === 0) return counted;
      const more = missing.length > mostNamed ? ` и ещё ${number(missing.length - mostNamed)}` : '';
      return `${counted}; не представлены: ¶ ${missing.slice(0, mostNamed).join(', ')}${more}`;
    },
  },
  digest: {
    title: 'Что было сказано и что говорят документы',
    thread: 'Ветка:',
    nothing: 'Никто не утверждал ничего, что документы могли бы подтвердить или опровергнуть.',
    readHeading: 'Что прочитано',
    read: (read) => `Прочитано: ${count(read, messages)}.`,
    unreadable: (unread) =>
      `Не удалось прочитать: ${count(unread, messages)}. Discord даёт мне только текст сообщений, где меня упоминают или мне отвечают.`,
    omitted: (claims) =>
      `Не показано: ещё ${count(claims, { one: 'утверждение', few: 'утверждения', many: 'утверждений', other: 'утверждения' })}.`,
    somebody: 'Кто-то',
    message: 'сообщение',
  },
  passage: {
    before: 'Предыдущий абзац',
    after: 'Следующий абзац',
    nearest: 'Ближайший фрагмент (не ответ)',
    changed: 'Документ с тех пор изменился: известна только цитата, какой она была.',
    tooLong: 'Слишком длинно, чтобы показать целиком: сокращено на «…».',
  },
  note: (day) => `Примечание модераторов этого сервера (${date(day)}):`,
  correction: {
    correctedOn: (day) => `Исправлено ${date(day)}: документы изменились.`,
    gone: 'Документы этого больше не говорят.',
    tooLong: 'То, что в них сказано теперь, слишком длинно для этого места: спросите ещё раз, чтобы прочитать.',
    leftOver: '~~Остальное~~ исправлено выше.',
  },
};
