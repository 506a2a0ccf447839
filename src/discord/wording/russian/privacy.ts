import type { PersonalCounts } from '../../../state/seams/personal.js';
import { formatsOf } from '../formats.js';
import type { PrivacyWords } from '../privacy-words.js';

const { count } = formatsOf('ru');
const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const daysAfter = { one: 'дня', few: 'дней', many: 'дней', other: 'дня' };
const occasions = { one: 'момент', few: 'момента', many: 'моментов', other: 'момента' };
const acts = { one: 'действие', few: 'действия', many: 'действий', other: 'действия' };

const reach = 'на всех серверах и в личных сообщениях со мной';
const staged =
  'При документе, который вы подготовили, стоит ваш id, пока его не опубликуют или не отбросят, сколько бы это ни длилось.';

function shown({ questions, checks, summaries }: PersonalCounts): string {
  const parts = [
    count(questions, { one: 'вопрос', few: 'вопроса', many: 'вопросов', other: 'вопроса' }),
    count(checks, { one: 'проверка', few: 'проверки', many: 'проверок', other: 'проверки' }),
    count(summaries, { one: 'изложение', few: 'изложения', many: 'изложений', other: 'изложения' }),
  ];
  return `${parts[0]}, ${parts[1]} и ${parts[2]}, вместе с тем, что вам было показано`;
}

function said({ votes, disputes }: PersonalCounts): string {
  const disputed = count(disputes, { one: 'возражение', few: 'возражения', many: 'возражений', other: 'возражения' });
  return `${count(votes, { one: 'оценка', few: 'оценки', many: 'оценок', other: 'оценки' })} и ${disputed}`;
}

function used({ uses }: PersonalCounts): string {
  return `${count(uses, occasions)}, когда вы мной пользовались, для ограничений на число вопросов участника`;
}

function idBeside(times: number): string {
  const moments = count(times, { one: 'моменте', few: 'моментах', many: 'моментах', other: 'момента' });
  return `Ваш id при ${moments}, когда языковая модель писала для вас`;
}

function kept(time: number): string {
  return `Хранится ${count(time, days)}.`;
}

export const privacy: PrivacyWords = {
  show: {
    title: 'Что я о вас храню',
    body: `Это всё, ${reach}, под вашим id в Discord. Это видите только вы.`,
    kept: 'Хранится',
    lines: (counts, time) => [
      `${shown(counts)}. ${kept(time.questions)}`,
      `${said(counts)}. Уходят вместе с тем, к чему относятся; то, что ждёт модераторов, остаётся в течение ${count(time.settledReviews, daysAfter)} после их решения.`,
      `${used(counts)}. ${kept(time.uses)}`,
      `${count(counts.acts, acts)} в роли модератора. ${kept(time.acts)} ${staged}`,
    ],
    elsewhere: 'В других местах',
    closing: '/privacy export даёт всё это файлом; /privacy delete удаляет.',
  },
  elsewhere: [
    'То, что я публикую, остаётся в Discord, пока кто-нибудь не удалит это там.',
    'Вопрос, ответ на который модераторы сочли неверным, мог стать контрольным вопросом их сервера: его слова остаются там, без вашего имени. Так же и примечание модераторов к нему, где может повторяться то, что вы им написали. Они могут отозвать и то и другое.',
  ],
  deletion: {
    title: 'Удалить то, что я о вас храню?',
    body: `Это удалит навсегда, ${reach}:`,
    goes: 'Уйдёт',
    lines: (counts) => [
      `${shown(counts)}. Кнопки под этими ответами больше ничего не находят, а ответы на них больше не понимаются как продолжение.`,
      `${said(counts)}, вместе с тем, что вы в них написали, в том числе то, что ждёт модераторов.`,
      `${used(counts)}. Пока ограничения не истекли, я помню только в оперативной памяти, сколько их было.`,
    ],
    stays: 'Останется',
    acts: (done, time) =>
      `Ваши действия как модератора (${count(done, acts)}), ${count(time.acts, days)}: остальные, кто заботится о документах, полагаются на запись о том, кто что изменил. ${staged}`,
    confirm: 'Удалить всё',
    keep: 'Оставить',
  },
  deleted: {
    title: 'Удалено',
    body: `Этого больше нет, ${reach}. Что вы спросите теперь, хранится как прежде.`,
    went: 'Ушло',
    lines: (counts) => [`${shown(counts)}.`, `${said(counts)}.`, `${used(counts)}.`],
  },
  spending: {
    kept: (times, time) =>
      `${count(times, occasions)}, когда языковая модель писала для вас, с указанием, сколько она прочитала и написала и сколько это стоило, для соответствующих ограничений. ${kept(time.spending)}`,
    goes: (times) =>
      `${idBeside(times)}. Пока ограничения не истекли, я помню только в оперативной памяти, сколько этого было.`,
    stays: (time) =>
      `Сколько языковая модель прочитала и написала для вас и сколько это стоило, только в суммах сервера и в общих, без вашего id, ${count(time.spending, days)}.`,
    went: (times) => `${idBeside(times)}.`,
  },
  nothingDeleted: 'Ничего не удалено.',
  exported:
    'В этом файле всё, что я о вас храню. Это сообщение видите только вы, и Discord показывает его недолго: сохраните файл.',
  tooLarge:
    'Того, что я о вас храню, больше, чем Discord разрешает приложить. Попросите файл у того, кто меня запускает, или посмотрите /privacy show.',
  fileNote:
    'Всё, что этот Parley хранит об одном человеке, на всех серверах и в личных сообщениях. Время в миллисекундах с 1970 года, UTC; keptForDays говорит, сколько дней хранится каждый вид. То, что сказано в собственных документах сервера, остаётся на этом сервере: о том, что спрашивали в других местах, здесь есть вопросы, а ответы, когда файл запрошен там.',
};
